using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

/// <summary>Looks names up for one expression: a process's names, or a fragment's.</summary>
internal interface INames
{
    /// <summary>What a name of one to three parts means; null when it means nothing.</summary>
    Typed? Find(NameTerm name);

    /// <summary>Names like one that was not found, for the hint.</summary>
    IEnumerable<string> Known(NameTerm name);

    /// <summary>What is to be said of a name that was not found; null where nothing in particular is.</summary>
    Message? Fault(NameTerm name);
}

using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of asking for an opinion, and of having somebody else do the work.</summary>
internal static class AskingRefusals
{
    /// <summary>No question is asked.</summary>
    internal static Refusal Empty() => new("consult.empty");

    /// <summary>No office acts at the step, so that nobody there asks.</summary>
    internal static Refusal NotHere(NameValue step) => new("consult.not_here", ("step", step));

    /// <summary>Neither a person nor a post is asked.</summary>
    internal static Refusal Nobody() => new("consult.nobody");

    /// <summary>The office that is asked takes no part in the process.</summary>
    internal static Refusal UnknownOffice(NameValue process, string office, IEnumerable<NameValue> offices) =>
        new("consult.office", ("process", process), ("office", office), ("offices", MessageValue.List(offices)));

    /// <summary>Several answer at the step, so that its work cannot be given to one.</summary>
    internal static Refusal Joint(NameValue step) => new("delegate.joint", ("step", step));
}

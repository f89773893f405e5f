using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Storage.Ledger;

namespace Workflow.Host.Answers;

/// <summary>What stands against naming a process, for requests and verbs alike.</summary>
internal static class PublicationRefusals
{
    /// <summary>No definition of the process was published.</summary>
    /// <param name="process">The name found.</param>
    /// <param name="known">What was published.</param>
    internal static Refusal Unknown(string process, IEnumerable<Publication> known) =>
        new(new Message("process.unknown", ("process", process)).With(NearNames.OfWords(process, known.Select(p => p.Process))));
}

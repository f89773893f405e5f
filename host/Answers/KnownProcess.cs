using Workflow.Engine.Record.Refusals;
using Workflow.Host.Opening;
using Workflow.Storage.Ledger;

namespace Workflow.Host.Answers;

/// <summary>A process that a list is asked for: one that was never published is a slip, and not one without cases.</summary>
internal static class KnownProcess
{
    /// <summary>Refuses a request for a process that nobody published.</summary>
    /// <param name="processes">What was published.</param>
    /// <param name="asked">The process; null for any.</param>
    /// <exception cref="RequestRefusedException">There is none of the name.</exception>
    internal static void Require(PublishedProcesses processes, string? asked)
    {
        if (Unknown(processes, asked) is { } refusal)
            throw new RequestRefusedException(refusal);
    }

    /// <summary>The same for a verb.</summary>
    /// <exception cref="OpeningRefusedException">There is none of the name.</exception>
    internal static void RequireNamed(PublishedProcesses processes, string? asked)
    {
        if (Unknown(processes, asked) is { } refusal)
            throw new OpeningRefusedException(refusal);
    }

    private static Refusal? Unknown(PublishedProcesses processes, string? asked) =>
        asked is not null && processes.List(asked).Count == 0 ? PublicationRefusals.Unknown(asked, processes.List()) : null;
}

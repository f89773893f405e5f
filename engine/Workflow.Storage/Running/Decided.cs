using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Refusals;
using Workflow.Storage.Ledger;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Running;

/// <summary>A submission decided on a case as it was loaded, ready to be written.</summary>
/// <param name="Answer">The answer, once it is on disk.</param>
/// <param name="Entries">What is to be written; null for nothing. A refusal still writes what was due before it.</param>
/// <param name="Sealing">The personal values and the seeds for the vault.</param>
internal sealed record Decided(RunnerAnswer Answer, Composition? Entries, Sealing? Sealing)
{
    /// <summary>The recorded moment of the last entry; only where something is to be written.</summary>
    internal DateTimeOffset RecordedAt => Entries!.RecordedAt;

    /// <summary>Passes a submission through the door and composes what comes of it.</summary>
    internal static Decided Of(Desk desk, Submission submission, LoadedCase loaded, Outside outside)
    {
        if (StepRevision.Changed(submission, loaded.State, outside) is { } changed)
            return new Decided(new NotWritten(changed), null, null);
        var now = desk.Surroundings.Time.GetUtcNow().ToUniversalTime();
        var sealing = Sealing.Of(submission.Request, loaded.State, now, outside, desk.Surroundings.Chance);
        var passage = Door.Pass(loaded.State, sealing.Request, now, outside);
        return Refused(submission, passage, outside) is { } refusal
            ? new Decided(new NotWritten(refusal), passage.Settled.IsEmpty ? null : Composition.Of(loaded, passage.Settled), null)
            : new Decided(Accepted(passage.Entry!), Composition.Of(loaded, [.. passage.Entries]), sealing.And(outside.Seeds));
    }

    // What was due before the command may have changed what the client saw.
    private static Refusal? Refused(Submission submission, Passage passage, Outside outside) =>
        passage.Refusal
        ?? StepRevision.Changed(submission, passage.Entry!.Before, outside)
        ?? outside.Unstored(submission, passage.Entry.Before);

    private static Written Accepted(NewEntry entry) => new(entry.After.Number, entry.After.Entries, entry.Events, entry.After);
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Urges somebody to read the copy that they were sent 催阅: an entry that changes no step, form or clock, at any time of a case.</summary>
internal static class UrgingReaders
{
    // Offered once somebody has a copy; whether that one has read it only the access log knows.
    internal static IEnumerable<ActionOffer> Offers(CaseLook look) =>
        HasCopies(look) || Informing.MayUrgeAtAll(look) is not null ? [ActionOffer.OfCase("urge", MayUrge(look))] : [];

    private static bool HasCopies(CaseLook look) => !look.State.Informed.IsEmpty || Posts(look).Any();

    internal static Refusal? Urge(CaseTurn turn, Urge command)
    {
        if ((MayUrge(turn) ?? Remarks.Step(turn, command.Step)) is { } refusal) return refusal;
        if (Actors.Find(turn, command.Reader!) is not { } reader) return Actors.Unknown(command.Reader);
        if (MustWait(turn, reader) is { } not) return not;
        if (string.IsNullOrWhiteSpace(command.Text)) return new Refusal("urge.empty", "Expected words that urge, but there are none.");
        turn.Apply(new Urged(command.Step, turn.Stamp.Actor, [Entitlement.Reader(reader.Id)], command.Text, turn.Today) { Reader = reader.Id });
        return null;
    }

    /// <summary>Whether the actor may urge readers of the case; whom it reaches depends on what they have read.</summary>
    internal static Refusal? MayUrge(CaseLook look) =>
        Informing.MayUrgeAtAll(look)
        ?? (!HasCopies(look) ? new Refusal("copy.none", "Expected a copy of the case that was sent to somebody, but there is none.", "send one first") : null);

    // Somebody was sent a copy, has not read the case since, and was not urged today already.
    private static Refusal? MustWait(CaseLook look, PersonFact reader)
    {
        if (!look.State.Informed.Contains(reader.Id) && !Posts(look).Any(p => p.Admits(reader)))
            return new Refusal("copy.none", $"Expected somebody who was sent a copy of the case, but {reader.Name} was not.", "send them one first");
        if (look.Stamp.Facts.ReadAt is { } read)
            return new Refusal("copy.read", $"Expected a copy that {reader.Name} has not read, but they read the case on {look.Calendar.DayOf(read):yyyy-MM-dd}.");
        return look.State.Urgings.Any(u => u.Reader == reader.Id && u.By == look.Stamp.Actor && u.On == look.Today)
            ? new Refusal("urge.again", $"Expected to urge {reader.Name} to read once a day, but {look.Stamp.Actor} has done so today.", "urge again tomorrow, or turn to the supervision office")
            : null;
    }

    // Posts get copies as steps open here; what opened in another system was sent there.
    private static IEnumerable<Entitlement> Posts(CaseLook look) =>
        from run in look.State.Superseded.Concat(look.State.Steps.Values)
        where run.Status != StepStatus.Skipped && (look.State.Elsewhere is not { } there || run.OpenedOn >= there.Until)
        where look.Process.IsTask(run.Key)
        from copy in ((WorkNode)look.Process.Find(run.Key)!).Copies
        from entitled in Entitlements.Of(copy, look.State)
        select entitled;
}

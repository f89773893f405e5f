using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
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
        HasCopies(look) || Informing.MayUrgeAtAll(look) is not null ? [ActionOffer.ToReaders("urge", MayUrge(look))] : [];

    private static bool HasCopies(CaseLook look) => !look.State.Informed.IsEmpty || Posts(look).Any();

    internal static Refusal? Urge(CaseTurn turn, Urge command)
    {
        if ((MayUrge(turn) ?? Remarks.Step(turn, command.Step)) is { } refusal)
            return refusal;
        if (Actors.Find(turn, command.Reader!) is not { } reader)
            return Actors.Unknown(command.Reader);
        if (MustWait(turn, reader) is { } not)
            return not;
        if (PlainText.IsBlank(command.Text))
            return InformingRefusals.UrgesWithoutWords();
        var urged = new Urged(command.Step, Visitors.Doer(turn), [Entitlement.Reader(reader.Id)], command.Text, turn.Today);
        turn.Apply(urged with { Reader = reader.Id });
        return null;
    }

    /// <summary>Whether the actor may urge readers of the case; whom it reaches depends on what they have read.</summary>
    internal static Refusal? MayUrge(CaseLook look) =>
        Informing.MayUrgeAtAll(look) ?? (HasCopies(look) ? null : InformingRefusals.NoCopy());

    // Somebody was sent a copy, has not read the case since, and was not urged today already.
    private static Refusal? MustWait(CaseLook look, PersonFact reader)
    {
        if (!look.State.Informed.Contains(reader.Id) && !Posts(look).Any(p => p.Admits(reader)))
            return InformingRefusals.NoCopyOf(Naming.Person(reader));
        if (look.Stamp.Facts.ReadAt is { } read)
            return InformingRefusals.HasRead(Naming.Person(reader), look.Calendar.DayOf(read));
        return look.State.Urgings.Any(u => u.Reader == reader.Id && u.By == Visitors.Doer(look) && u.On == look.Today)
            ? InformingRefusals.ReaderUrgedToday(Naming.Person(reader), Naming.Person(look, Visitors.Doer(look)))
            : null;
    }

    // Whoever has no account reads on paper. Posts get copies as steps open here; what opened in another system was sent there.
    private static IEnumerable<Entitlement> Posts(CaseLook look) =>
        from run in look.State.Superseded.Concat(look.State.Steps.Values)
        where run.Status != StepStatus.Skipped && (look.State.Elsewhere is not { } there || run.OpenedOn >= there.Until)
        where look.Process.IsTask(run.Key)
        from copy in ((WorkNode)look.Process.Find(run.Key)!).Copies
        from entitled in Entitlements.Of(copy, look.State)
        where entitled.Person is not { } person || !VisitorId.Is(person)
        select entitled;
}

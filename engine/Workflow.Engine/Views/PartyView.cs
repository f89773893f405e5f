using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Views;

/// <summary>Goes through a case's entries as a party sees them. What is left folds to the case as the party sees it.</summary>
/// <param name="own">What is the party's own.</param>
/// <param name="papers">Which papers have come to them.</param>
/// <param name="decided">Whether the case has its result.</param>
internal sealed class PartyView(OwnEvents own, ReceivedPapers papers, bool decided)
{
    private CaseState _seen = CaseState.Empty;

    /// <summary>Returns what the party sees of the next entry, numbered among those that they see; null where they see nothing of it. Such a one does not count either: a gap would tell that the offices acted.</summary>
    internal LedgerEntry? Next(LedgerEntry entry)
    {
        var events = ImmutableArray.CreateBuilder<CaseEvent>();
        foreach (var shown in entry.Events.Select(e => Seen(e, entry)).OfType<CaseEvent>())
        {
            _seen = CaseFold.Apply(_seen, shown);
            events.Add(shown);
        }

        if (events.Count == 0)
            return null;
        _seen = CaseFold.Apply(_seen, [], entry.Stamp.RecordedAt);
        return entry with { Number = _seen.Entries, Stamp = WithoutFacts(entry.Stamp), Events = events.ToImmutable() };
    }

    private CaseEvent? Seen(CaseEvent happened, LedgerEntry entry) =>
        ShownEvents.ToParty(happened) switch
        {
            Shown.Whole => WithoutIdentities(happened),
            Shown.InPart => Part(happened, entry),
            Shown.Own => own.Has(happened, entry, _seen) ? own.Cut(happened) : null,
            Shown.OnceServed => HasCome(happened, entry) ? happened : null,
            Shown.OfSeenClock => IsOfSeenClock(happened) ? happened : null,
            Shown.AfterResult => decided ? happened : null,
            Shown.Never => null,
            var shown => throw new UnreachableException($"No answer for {shown}."),
        };

    private bool IsOfSeenClock(CaseEvent happened) =>
        happened switch
        {
            ClockStarted e => own.Sees(_seen, e.Clock),
            ClockMoved e => own.Sees(_seen, e.Clock),
            IOfClock e => _seen.Clocks.ContainsKey(e.Clock),
            _ => throw new UnreachableException($"{happened.GetType().Name} is of no clock."),
        };

    // What was voided before anybody had it never was.
    private bool HasCome(CaseEvent happened, LedgerEntry entry) =>
        happened switch
        {
            DocumentIssued e => papers.Has(e, entry, own),
            DocumentVoided e => _seen.Documents.Any(d => (d.Issued.Document, d.Issued.Number) == (e.Document, e.Number)),
            _ => throw new UnreachableException($"{happened.GetType().Name} is of no paper."),
        };

    private CaseEvent? Part(CaseEvent happened, LedgerEntry entry) =>
        happened switch
        {
            CaseAdopted e => e with { Reasons = "" },
            CaseMigrated e => e with { Reasons = "", Clocks = [.. e.Clocks.Where(c => _seen.Clocks.ContainsKey(c.Was))] },
            StepOpened e => e with { Kept = [] },
            StepCompleted e => Completed(e, entry),
            StepsSuperseded e => own.Is(_seen, e.To) || own.Is(entry) ? e : e with { Reasons = null },
            StepTakenBack e => own.Is(_seen, e.Step) ? e : e with { By = null },
            SilenceCorrected e => e.Participant is null ? e : null,
            PartyAdded or PartyConfirmed or PartyUnconfirmed or CaseSuspended or CaseReopened or FormCorrected => own.Is(entry)
                ? happened
                : WithoutReasons(happened),
            _ => throw new UnreachableException($"Nobody said what is shown of {happened.GetType().Name}."),
        };

    // By which paper somebody showed who they are, and who came for them, is no other party's affair.
    private static CaseEvent WithoutIdentities(CaseEvent happened) =>
        happened is CaseLodged e ? e with { Parties = [.. e.Parties.Select(WithoutIdentity)] } : happened;

    private static PartyEntry WithoutIdentity(PartyEntry party) => party with { Identity = null, Agent = null };

    // Why an office did so was written for the office; what a party must be told is told by a paper.
    private static CaseEvent WithoutReasons(CaseEvent happened) =>
        happened switch
        {
            PartyAdded e => e with { Reasons = "", Party = WithoutIdentity(e.Party) },
            PartyConfirmed e => e with { Reasons = null },
            PartyUnconfirmed e => e with { Reasons = "" },
            CaseSuspended e => e with { Document = "", Reasons = "" },
            CaseReopened e => e with { Reasons = "" },
            FormCorrected e => e with { Reasons = "" },
            _ => throw new UnreachableException($"Nobody said what is left of {happened.GetType().Name}."),
        };

    // That an office came to an outcome is a milestone. Which one is its deliberation until a paper says so, the law does by its silence, or the case has its result.
    private CaseEvent Completed(StepCompleted done, LedgerEntry entry)
    {
        if (own.Did(done))
            return done;
        var onPaper = entry.Events.OfType<DocumentIssued>().Any(d => d.Step == done.Step && papers.Has(d, entry, own));
        if (!decided && !onPaper && done.Because is not RanOut)
            return new StepFinished(done.Step);
        // Reasons that no paper gave were for the office.
        return WithoutDeliberation(onPaper ? done : done with { Reasons = null });
    }

    private static StepCompleted WithoutDeliberation(StepCompleted done) =>
        done with
        {
            Fields = done.Fields.Clear(),
            With = [],
            Because = done.Because is SamePerson ? null : done.Because,
        };

    // Facts name who held which post, and those beside the actor.
    private static EntryStamp WithoutFacts(EntryStamp stamp) => stamp with { Facts = new Facts { Calendar = stamp.Facts.Calendar } };
}

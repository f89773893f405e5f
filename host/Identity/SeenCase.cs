using System.Collections.Immutable;
using Workflow.Engine.Foresight;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Views;
using Workflow.Host.Answers;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;

namespace Workflow.Host.Identity;

/// <summary>A case as the caller sees it: where endpoints that show a case start from.</summary>
/// <param name="Viewer">The caller, and how much they see.</param>
/// <param name="State">The case as they see it.</param>
/// <param name="Whole">The case: what decisions about it are made from. It is never shown.</param>
/// <param name="Entries">Its entries as they see them, those of which they see nothing left out.</param>
public sealed record SeenCase(Viewer Viewer, CaseState State, CaseState Whole, ImmutableArray<KeptEntry> Entries)
{
    /// <exception cref="RequestRefusedException">There is no such case, or the caller may not see it.</exception>
    public static SeenCase Require(Caller caller, Workplace place, string number)
    {
        var kept = new CaseReads(place.Database).Timeline(number);
        ImmutableArray<LedgerEntry> entries = [.. kept.Select(k => k.Entry)];
        var whole = CaseAccess.Require(caller, EntryFold.Of(entries), number);
        var viewer = CaseAccess.Viewer(caller, whole);
        if (!viewer.IsOutside)
            return new SeenCase(viewer, whole, whole, [.. kept]);
        var seen = Seeing.Each(entries, viewer, digest => place.Processes.Find(digest)!);
        var hashes = kept.ToDictionary(k => k.Entry.Number, k => k.Hash);
        return new SeenCase(
            viewer,
            EntryFold.Of([.. seen.Select(e => e.Seen)]),
            whole,
            [.. seen.Select(e => new KeptEntry(hashes[e.Number], e.Seen))]
        )
        {
            Numbers = [.. seen.Select(e => e.Number)],
        };
    }

    // The numbers that the entries have in the ledger, in their order; empty where those are the ones shown.
    private ImmutableArray<long> Numbers { get; init; } = [];

    /// <summary>The number of the last entry of which the caller sees anything: what offices do among themselves does not count.</summary>
    public long Revision => Viewer.IsOutside ? Entries.Length : Whole.Entries;

    /// <summary>Returns an entry as the caller sees it by its number in the ledger; null where they see nothing of it.</summary>
    public LedgerEntry? Find(long number)
    {
        var place = Viewer.IsOutside ? Numbers.IndexOf(number) : (int)number - 1;
        return Entries.ElementAtOrDefault(place)?.Entry;
    }

    /// <summary>The revision of a step as the caller sees it, or that of the case where there is no such step.</summary>
    /// <param name="step">The step's key; null for the case.</param>
    public long RevisionOf(string? step) => State.Steps.GetValueOrDefault(step ?? "")?.Revision ?? Revision;

    /// <summary>Refuses a party who would look ahead from the step of an office: it would tell how the deliberation stands.</summary>
    /// <exception cref="RequestRefusedException">The caller is a party, and the step neither waits for them nor is theirs at any time.</exception>
    public static void RequireAhead(Caller caller, Workplace place, CaseState state, string? step)
    {
        if (step is null || !(CaseAccess.IsTheirs(state, step, caller.Id) || IsTheirsAtAnyTime(caller, place, state, step)))
            RequireInside(caller, state, state.Number);
    }

    // What a party may do at any time, such as withdraw, waits for nobody before it is done.
    private static bool IsTheirsAtAnyTime(Caller caller, Workplace place, CaseState state, string step) =>
        state.IsOwnOf(caller.Id)
        && place.Processes.Find(state.Definition)?.PlaceOf(step) is { AnyTime: true, Node: StepNode { By: PartyRole party } }
        && state.Parties.Any(p => p.Role == party.Role && p.Person == caller.Id);

    /// <summary>Returns what is foreseen as the caller sees it: a party sees no limit that offices set one another, and not how the work would go on there.</summary>
    public static Foreseen Ahead(Caller caller, Workplace place, CaseState state, Foreseen foreseen) =>
        CaseAccess.Viewer(caller, state).IsOutside ? Require(caller, place, state.Number).Cut(foreseen, place) : foreseen;

    private Foreseen Cut(Foreseen foreseen, Workplace place)
    {
        var own = place.Processes.Find(Whole.Definition)!.Definition.Clocks.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return foreseen with
        {
            Clocks =
            [
                .. foreseen.Clocks.Where(c => State.Clocks.ContainsKey(c.Id) || (own.Contains(c.Id) && !Whole.Clocks.ContainsKey(c.Id))),
            ],
            Opens = [.. foreseen.Opens.Select(s => s with { DueOn = null, Assigned = null })],
            Path = null,
        };
    }

    /// <summary>Refuses what only those within the offices see.</summary>
    /// <exception cref="RequestRefusedException">The caller is a party.</exception>
    public static Viewer RequireInside(Caller caller, CaseState? state, string number)
    {
        var viewer = CaseAccess.RequireViewer(caller, state, number);
        return viewer.IsOutside ? throw IdentityRefusals.Internal(caller.Named) : viewer;
    }
}

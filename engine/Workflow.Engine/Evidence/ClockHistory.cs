using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>A change of a clock, with both of its times.</summary>
/// <param name="Entry">The entry that tells it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="EffectiveOn">The day from which it holds.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Cause">In a word: <c>started</c>, the cause of a move, <c>stopped</c>, <c>expired</c>, <c>elapsed</c>, <c>lifted</c>, <c>awaits-calendar</c>.</param>
/// <param name="Was">The last day before; null where there was none.</param>
/// <param name="DueOn">The last day after; null while it stands still.</param>
/// <param name="Papers">The documents issued with it, and the notice it rests on.</param>
public sealed record ClockChange(long Entry, DateTimeOffset RecordedAt, DateOnly EffectiveOn, string Actor, string Cause, DateOnly? Was, DateOnly? DueOn, ImmutableArray<Paper> Papers);

/// <summary>A document behind a change of a clock.</summary>
/// <param name="Title">Its title; the notice's own number where it is none of the process's documents.</param>
/// <param name="Number">Its number; null where it has none.</param>
public sealed record Paper(string Title, string? Number);

/// <summary>A pause with what it rests on.</summary>
/// <param name="Pause">The pause as it stands.</param>
/// <param name="Entry">The entry that began it; 0 for one that was handed down from a clock around this one.</param>
/// <param name="Papers">Its notice, or the documents issued when it began.</param>
public sealed record ExplainedPause(Pause Pause, long Entry, ImmutableArray<Paper> Papers);

/// <summary>An extension with what it rests on.</summary>
/// <param name="Extension">Length, approver, day and reasons.</param>
/// <param name="Entry">The entry that granted it.</param>
/// <param name="Papers">The document told to the party; empty where the rule names none.</param>
public sealed record ExplainedExtension(Extension Extension, long Entry, ImmutableArray<Paper> Papers);

/// <summary>Reads from a case's entries what became of one clock since it last started.</summary>
internal static class ClockHistory
{
    internal static ImmutableArray<ClockChange> Of(CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries, string clock)
    {
        var changes = entries.SelectMany(e => e.Events.Select(h => Change(definitions, e, h, clock)).OfType<ClockChange>()).ToList();
        return [.. changes.Skip(Math.Max(0, changes.FindLastIndex(c => c.Cause == "started")))];
    }

    internal static ImmutableArray<ExplainedPause> Pauses(CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries, ClockState clock) =>
        [.. clock.Pauses.Select(p => First(entries, clock.Id, c => c.Pauses.Any(x => x.IsSameAs(p))) is { } began
            ? new ExplainedPause(p, began.Number, p.Document is { } notice ? [new Paper(notice, null)] : Since(definitions, began, p.From))
            : new ExplainedPause(p, 0, p.Document is { } known ? [new Paper(known, null)] : []))];

    internal static ImmutableArray<ExplainedExtension> Extensions(CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries, ClockState clock) =>
        [.. clock.Extensions.Select((x, i) => (Extension: x, Entry: First(entries, clock.Id, c => c.Extensions.Length > i)))
            .Select(x => new ExplainedExtension(x.Extension, x.Entry?.Number ?? 0, x.Entry is { } entry ? Papers(definitions, entry) : []))];

    // Of several starts the last one's facts count; a fact stands in every version after the one that brought it.
    private static LedgerEntry? First(IReadOnlyList<LedgerEntry> entries, string clock, Func<ClockState, bool> holds)
    {
        LedgerEntry? found = null;
        foreach (var entry in entries)
        {
            foreach (var version in entry.Events.Select(e => Version(e)).OfType<ClockState>().Where(c => c.Id == clock))
                found = holds(version) ? found ?? entry : null;
        }

        return found;
    }

    private static ClockState? Version(CaseEvent happened) => happened switch
    {
        ClockStarted e => e.Clock,
        ClockMoved e => e.Clock,
        _ => null,
    };

    private static ClockChange? Change(CaseDefinitions definitions, LedgerEntry entry, CaseEvent happened, string clock) => happened switch
    {
        ClockStarted e when e.Clock.Id == clock => Make(entry, "started", null, Due(e.Clock), []),
        ClockMoved e when e.Clock.Id == clock => Make(entry, e.Cause.ToString().ToLowerInvariant(), e.Was, Due(e.Clock), e.Cause is ClockCause.Extension or ClockCause.Pause or ClockCause.Migration ? Papers(definitions, entry, e.Document) : []),
        ClockStopped e when e.Clock == clock => Make(entry, "stopped", null, null, []) with { EffectiveOn = e.On },
        ClockExpired e when e.Clock == clock => Make(entry, e.Outcome is null ? "expired" : "elapsed", null, e.DueOn, []),
        ClockLifted e when e.Clock == clock => Make(entry, "lifted", null, null, []),
        ClockAwaitsCalendar e when e.Clock == clock => Make(entry, "awaits-calendar", null, e.DueOn, []),
        _ => null,
    };

    private static ClockChange Make(LedgerEntry entry, string cause, DateOnly? was, DateOnly? due, ImmutableArray<Paper> papers) =>
        new(entry.Number, entry.Stamp.RecordedAt, entry.Stamp.EffectiveOn, entry.Stamp.Actor, cause, was, due, papers);

    private static DateOnly? Due(ClockState clock) => clock.IsPaused ? null : clock.DueOn;

    // A case that was taken over has all its papers in one entry: those of the day on which the pause began are behind it.
    private static ImmutableArray<Paper> Since(CaseDefinitions definitions, LedgerEntry entry, DateOnly day) =>
        Papers(definitions, entry.Command is AdoptCase ? entry with { Events = [.. entry.Events.Where(e => e is DocumentIssued d && d.On == day)] } : entry);

    private static ImmutableArray<Paper> Papers(CaseDefinitions definitions, LedgerEntry entry, string? named) =>
        Papers(definitions, entry) is { IsEmpty: false } issued ? issued
        : named is null ? []
        : [new Paper(definitions.Bound(entry.Definition).Definition.Documents.FirstOrDefault(d => d.Id == named)?.Title ?? named, null)];

    private static ImmutableArray<Paper> Papers(CaseDefinitions definitions, LedgerEntry entry) =>
        [.. entry.Events.OfType<DocumentIssued>().Select(d => new Paper(definitions.Bound(entry.Definition).Definition.Documents.FirstOrDefault(t => t.Id == d.Document)?.Title ?? d.Document, d.Number))];
}

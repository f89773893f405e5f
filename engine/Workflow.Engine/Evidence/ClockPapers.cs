using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>A document behind a change of a clock.</summary>
/// <param name="Title">Its title; the notice's own number where it is none of the process's documents.</param>
/// <param name="Number">Its number; null where it has none.</param>
public sealed record Paper(NameValue Title, string? Number);

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

/// <summary>Finds the papers that a clock's pauses, extensions and moves rest on.</summary>
internal static class ClockPapers
{
    internal static ImmutableArray<ExplainedPause> Pauses(
        CaseDefinitions definitions,
        IReadOnlyList<LedgerEntry> entries,
        ClockState clock
    ) => [.. clock.Pauses.Select(p => Explained(definitions, First(entries, clock.Id, c => c.Pauses.Any(p.IsSameAs)), p))];

    internal static ImmutableArray<ExplainedExtension> Extensions(
        CaseDefinitions definitions,
        IReadOnlyList<LedgerEntry> entries,
        ClockState clock
    ) => [.. clock.Extensions.Select((x, i) => Explained(definitions, First(entries, clock.Id, c => c.Extensions.Length > i), x))];

    /// <summary>The documents issued with an entry; where there are none, the notice that it names.</summary>
    internal static ImmutableArray<Paper> Of(CaseDefinitions definitions, LedgerEntry entry, string? named)
    {
        var issued = Issued(definitions, entry);
        return issued.IsEmpty && named is not null ? [new Paper(Title(definitions, entry, named), null)] : issued;
    }

    private static ExplainedPause Explained(CaseDefinitions definitions, LedgerEntry? began, Pause pause)
    {
        ImmutableArray<Paper> papers =
            pause.Document is { } notice ? [new Paper(new NameValue(notice, notice), null)]
            : began is null ? []
            : Issued(definitions, Since(began, pause.From));
        return new ExplainedPause(pause, began?.Number ?? 0, papers);
    }

    private static ExplainedExtension Explained(CaseDefinitions definitions, LedgerEntry? granted, Extension extension) =>
        new(extension, granted?.Number ?? 0, granted is null ? [] : Issued(definitions, granted));

    // If the clock started several times, only the facts since the last start count; every later version repeats a fact.
    private static LedgerEntry? First(IReadOnlyList<LedgerEntry> entries, string clock, Func<ClockState, bool> holds)
    {
        LedgerEntry? found = null;
        foreach (var entry in entries)
        {
            foreach (var version in entry.Events.Select(ClockHistory.Version).Where(c => c?.Id == clock))
                found = holds(version!) ? found ?? entry : null;
        }

        return found;
    }

    // A case that was taken over has all its papers in one entry: those of the day on which the pause began are behind it.
    private static LedgerEntry Since(LedgerEntry entry, DateOnly day) =>
        entry.Command is AdoptCase ? entry with { Events = [.. entry.Events.Where(e => e is DocumentIssued d && d.On == day)] } : entry;

    private static ImmutableArray<Paper> Issued(CaseDefinitions definitions, LedgerEntry entry) =>
        [.. entry.Events.OfType<DocumentIssued>().Select(d => new Paper(Title(definitions, entry, d.Document), d.Number))];

    private static NameValue Title(CaseDefinitions definitions, LedgerEntry entry, string document) =>
        definitions.Bound(entry.Definition).Definition.DocumentName(document);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflow.Definitions.Due;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Host.WhatIf;

/// <summary>A whole ledger as one that may be played again: its families of cases and the worlds that they were decided in.</summary>
public sealed class RecordedLedger
{
    private readonly CaseReads _reads;
    private readonly ImmutableArray<LedgerEntry> _lodgings;
    private readonly ImmutableDictionary<string, WorkCalendar> _calendars;
    private readonly ConcurrentDictionary<string, ScenarioWorld> _worlds = new(StringComparer.Ordinal);

    private RecordedLedger(Database database, ImmutableArray<PublishedProcess> processes)
    {
        var lodgings = new Lodgings(database);
        _reads = new CaseReads(database);
        _lodgings = [.. lodgings.All()];
        _calendars = lodgings.Calendars().ToImmutableDictionary(c => c.Digest);
        Processes = processes;
        Families = Lodgings.Families(_lodgings);
        LastAt = _reads.List(new CaseFilter(), null, 1) is [var last] ? last.LastAt : DateTimeOffset.MinValue;
    }

    /// <summary>Every published definition, the latest first.</summary>
    public ImmutableArray<PublishedProcess> Processes { get; }

    public IReadOnlyList<ImmutableArray<string>> Families { get; }

    /// <summary>The recorded moment of the last entry of all.</summary>
    public DateTimeOffset LastAt { get; }

    public static RecordedLedger Of(Database database, PublishedProcesses processes) =>
        new(database, [.. processes.List().Select(p => processes.Find(p.Digest)!)]);

    /// <summary>A moment as the clocks on the walls of the first authority show it.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => _lodgings.IsEmpty ? at : _calendars[_lodgings[0].Stamp.Facts.Calendar].Local(at);

    /// <summary>The last instant of a moment as the first authority reads it; null for none.</summary>
    public DateTimeOffset? Through(WrittenMoment? moment) =>
        _lodgings.IsEmpty ? null : moment?.Through(_calendars[_lodgings[0].Stamp.Facts.Calendar]);

    /// <summary>Whether some case was lodged under a definition.</summary>
    public bool Binds(PublishedProcess process) => _lodgings.Any(l => l.Definition == process.Digest);

    public bool Has(string number) => _lodgings.Any(l => l.Case == number);

    /// <summary>The entries of a family and its world. Families bound to the same definitions share one.</summary>
    public (IReadOnlyCollection<ImmutableArray<LedgerEntry>> Entries, ScenarioWorld World) Family(ImmutableArray<string> numbers)
    {
        var entries = numbers.Select(n => _reads.Timeline(n).Select(k => k.Entry).ToImmutableArray()).ToList();
        var bound = entries.Select(e => e[0].Definition).Distinct().ToList();
        return (
            entries,
            _worlds.GetOrAdd(
                string.Join('\n', bound),
                _ => LedgerWorld.Of([.. bound.Select(Bound), .. Processes], _calendars.Values.ToList(), _lodgings)
            )
        );
    }

    /// <summary>The titles of a case, for telling of it.</summary>
    public CaseWords Names(string number, Language language)
    {
        ImmutableArray<LedgerEntry> entries = [.. _reads.Timeline(number).Select(k => k.Entry)];
        var state = entries.Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
        return new CaseWords(Glossary.Of(entries, Bound, digest => _calendars[digest]), Bound(state.Definition), state, language);
    }

    private PublishedProcess Bound(string digest) =>
        Processes.FirstOrDefault(p => p.Digest == digest)
        ?? throw new InvalidOperationException($"Expected the definition {digest}, but it is not in the database.");
}

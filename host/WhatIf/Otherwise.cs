using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflow.Definitions.Calendars;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Host.Opening;

namespace Workflow.Host.WhatIf;

/// <summary>What if: reads an alternative as somebody gave it, and plays recorded cases under it.</summary>
public static class Otherwise
{
    /// <summary>Plays cases again and returns what changes. Nothing is written.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="number">The one case, with those it called; null for all.</param>
    /// <param name="otherwise">What is otherwise, read and as the person gave it.</param>
    /// <param name="until">The moment up to which time passes; the last entry's where null or earlier.</param>
    /// <param name="progress">Told how many cases were played again; null for nobody.</param>
    /// <param name="cancellation">Stops between families of cases.</param>
    public static WhatIfReport Play(
        RecordedLedger ledger,
        string? number,
        (Alternative Alternative, ImmutableArray<string> Named) otherwise,
        DateTimeOffset? until,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var end = until > ledger.LastAt ? until.Value : ledger.LastAt;
        var families = ledger.Families.Where(f => number is null || f.Contains(number)).ToList();
        return new WhatIfReport(
            otherwise.Named,
            ledger.Local(end),
            families.Sum(f => f.Length),
            Compare(ledger, families, otherwise.Alternative, end, progress, cancellation),
            ledger.Names
        );
    }

    /// <summary>Reads a definition.</summary>
    /// <exception cref="OpeningRefusedException">It has errors; the sentence names the first.</exception>
    public static ProcessDefinition Definition(string file, ReadOnlySpan<byte> bytes, DefinitionLibrary library)
    {
        var reading = DefinitionReader.Read(file, bytes, library);
        return reading.Definition
            ?? throw OpeningRefusals.Broken(FileKind.Definition, reading.Problems.First(p => p.Severity == Severity.Error));
    }

    /// <summary>Reads a folder of calendars.</summary>
    /// <exception cref="OpeningRefusedException">It has errors; the sentence names the first.</exception>
    public static CalendarShelf Calendars(string folder)
    {
        var problems = new Problems();
        return CalendarReader.ReadFolder(folder, problems) ?? throw OpeningRefusals.Broken(FileKind.Calendars, problems.All[0]);
    }

    /// <summary>Reads lengths of clocks.</summary>
    /// <exception cref="OpeningRefusedException">One does not read, or no process of the ledger has such a clock.</exception>
    public static Dictionary<string, Period> Limits(IEnumerable<(string Clock, string Length)> given, RecordedLedger ledger)
    {
        var limits = new Dictionary<string, Period>(StringComparer.Ordinal);
        foreach (var (clock, length) in given)
        {
            if (!PeriodText.TryParse(length, out var period, out _))
                throw AlternativeRefusals.Length(clock, length);
            if (!ledger.Processes.Any(p => Alternative.Has(p, clock)))
                throw AlternativeRefusals.NoClock(clock, ledger.Processes.OrderByDescending(ledger.Binds).SelectMany(Alternative.Clocks));
            limits[clock] = period;
        }

        return limits;
    }

    private static ImmutableArray<CaseDifference> Compare(
        RecordedLedger ledger,
        List<ImmutableArray<string>> families,
        Alternative alternative,
        DateTimeOffset until,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var (found, played) = (new ConcurrentBag<CaseDifference>(), 0L);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var worlds = new ConcurrentDictionary<ScenarioWorld, ScenarioWorld>(ReferenceEqualityComparer.Instance);
        Parallel.ForEach(
            Partitioner.Create(families, EnumerablePartitionerOptions.NoBuffering),
            options,
            numbers =>
            {
                var (entries, world) = ledger.Family(numbers);
                foreach (
                    var difference in WhatIf.Compare(entries, world, worlds.GetOrAdd(world, alternative.In), until).Where(d => !d.IsNone)
                )
                    found.Add(difference);
                progress?.Report(Interlocked.Add(ref played, numbers.Length));
            }
        );
        return [.. found.OrderBy(d => d.Case, StringComparer.Ordinal)];
    }
}

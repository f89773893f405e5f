using System.Collections.Immutable;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Host.Cases;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Host.Reviews;

/// <summary>Which cases a review is to choose from; null means any.</summary>
/// <param name="From">The first day of conclusion, included.</param>
/// <param name="To">The last day of conclusion, included.</param>
/// <param name="Process">The process.</param>
/// <param name="Office">The organisation that leads the case.</param>
public sealed record ReviewScope(DateOnly From, DateOnly To, string? Process, string? Office);

/// <summary>A concluded case as it lies in the file at the moment of asking.</summary>
/// <param name="Case">Its number.</param>
/// <param name="Item">Its process.</param>
/// <param name="Office">The organisation that led it.</param>
/// <param name="Concluded">The effective day of its conclusion.</param>
/// <param name="Entries">How many entries its ledger has.</param>
/// <param name="Head">The hash of the last one, lower-case hex: it binds the whole file.</param>
public sealed record ConcludedCase(string Case, string Item, string Office, DateOnly Concluded, long Entries, string Head);

/// <summary>Lists the concluded cases 已办结 of a ledger for a review: the same ledger and the same question give the same list, by day of conclusion and number.</summary>
/// <param name="database">The database.</param>
public sealed class ReviewPopulation(Database database)
{
    /// <summary>The most rows that a review takes; more than this in one table is nobody's to check.</summary>
    public const int MostRows = 2_000;

    // Periods of appeal may keep a file from the archive for months; the work that is reviewed is over.
    private static readonly CaseStage[] Ended = [CaseStage.Concluded, CaseStage.Closed];

    private readonly PublishedProcesses _processes = new(database);
    private readonly CaseReads _cases = new(database);

    /// <summary>Returns the list.</summary>
    /// <param name="scope">Which cases.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OpeningRefusedException">There are more than <see cref="MostRows"/>.</exception>
    public ImmutableArray<ConcludedCase> Of(ReviewScope scope, CancellationToken cancellation)
    {
        var found = Heads(scope, cancellation)
            .Select(Concluded)
            .OfType<ConcludedCase>()
            .Where(c => IsIn(scope, c))
            .Take(MostRows + 1)
            .ToList();
        if (found.Count > MostRows)
            throw ReviewRefusals.TooMany(MostRows);
        return [.. found.OrderBy(c => c.Concluded).ThenBy(c => c.Case, StringComparer.Ordinal)];
    }

    private IEnumerable<CaseHead> Heads(ReviewScope scope, CancellationToken cancellation) =>
        Ended
            .SelectMany(stage => CasesVerb.All(_cases, new CaseFilter(scope.Process, stage), cancellation))
            .Where(h => h.Process != ReviewLodging.Process);

    private static bool IsIn(ReviewScope scope, ConcludedCase one) =>
        one.Concluded >= scope.From && one.Concluded <= scope.To && (scope.Office ?? one.Office) == one.Office;

    // The hash is that of the very entries that are read, whatever is written meanwhile.
    private ConcludedCase? Concluded(CaseHead head)
    {
        var entries = _cases.Timeline(head.Case);
        var state = EntryFold.Of(entries.Select(e => e.Entry));
        var concluded = entries.SelectMany(e => e.Entry.Events).OfType<CaseConcluded>().LastOrDefault();
        if (!Ended.Contains(state.Stage) || concluded is null)
            return null;
        var lead =
            _processes.Find(state.Definition)?.Definition.Item.Lead ?? throw OpeningRefusals.DefinitionMissing(head.Case, state.Definition);
        return new ConcludedCase(
            head.Case,
            state.Process,
            state.Offices.GetValueOrDefault(lead, lead),
            concluded.On,
            entries.Count,
            entries[^1].Hash
        );
    }
}

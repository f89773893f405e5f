using Workflow.Engine.Messages;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Content;

/// <summary>Follows the numbers of each series through the ledger: each is given once, and none is left out.</summary>
internal sealed class SerialWalk
{
    private readonly SortedDictionary<string, Given> _series = new(StringComparer.Ordinal);

    /// <summary>Tells of the numbers that an entry took, and returns those that another had taken before.</summary>
    internal IEnumerable<LedgerFault> Add(ChainWalk walk, StoredEntry entry)
    {
        foreach (var taken in walk.Marks.Numbers)
        {
            if (!_series.TryGetValue(taken.Series, out var given))
                _series[taken.Series] = given = new Given();
            given.Before = Math.Max(given.Before, taken.Before);
            for (var number = taken.First; number < taken.First + taken.Count; number++)
            {
                if (!given.Entries.TryAdd(number, (entry.CaseNo, entry.EntryNo)))
                    yield return LedgerFault.OfCase(entry, Twice(taken.Series, number, given));
            }
        }
    }

    /// <summary>Returns, after the whole ledger, the numbers that nothing took although later ones were taken.</summary>
    internal IEnumerable<LedgerFault> Gaps() =>
        from series in _series
        from gap in series.Value.Gaps()
        select new LedgerFault(LedgerPlaces.Numbers(), 0, Left(series.Key, gap));

    private static Message Twice(string series, long number, Given given)
    {
        var (of, entry) = given.Entries[number];
        return NumberFindings.Twice(NumberFindings.Named(series, number), of, entry);
    }

    private static Message Left(string series, (long From, long To) gap) =>
        gap.From == gap.To
            ? NumberFindings.Left(NumberFindings.Named(series, gap.From))
            : NumberFindings.LeftMany(NumberFindings.Named(series, gap.From), NumberFindings.Named(series, gap.To));

    private sealed class Given
    {
        internal SortedDictionary<long, (string Case, long Entry)> Entries { get; } = [];

        internal long Before { get; set; } = 1;

        internal IEnumerable<(long From, long To)> Gaps()
        {
            var next = Before;
            foreach (var number in Entries.Keys.SkipWhile(n => n < Before))
            {
                if (number > next)
                    yield return (next, number - 1);
                next = number + 1;
            }
        }
    }
}

using Workflow.Engine.Messages;
using Workflow.Engine.Statistics;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Reading;

namespace Workflow.Host.Mining;

/// <summary>The cases behind one number of the counts.</summary>
/// <param name="row">The line, one of <see cref="CountedRows.Names"/>.</param>
/// <param name="office">Only cases that this organisation had a task in; null for all.</param>
internal sealed class CountedList(string row, string? office)
{
    private readonly List<string> _numbers = [];

    /// <summary>Hears of a case that is counted.</summary>
    internal void Hear(CountedCase one)
    {
        if (CountedRows.Counts(row, one) && (office is null || one.Categories[LedgerCase.ByDepartment].Contains(office)))
            _numbers.Add(one.Number);
    }

    /// <summary>Refuses an organisation that no case of the ledger, whatever the days, ever had a task for; nobody means its none.</summary>
    /// <exception cref="OpeningRefusedException">There is none of the name.</exception>
    internal void RequireOffice(Database database, CancellationToken cancellation)
    {
        if (office is null || _numbers.Count > 0)
            return;
        var known = new SortedSet<string>(StringComparer.Ordinal);
        LedgerTally.Of(
            database,
            new CountedSpan(null, null),
            one => known.UnionWith(one.Categories[LedgerCase.ByDepartment]),
            cancellation
        );
        if (!known.Contains(office))
            throw OpeningRefusals.UnknownOffice(office, known.Select(id => new NameValue(id, id)));
    }

    /// <summary>Returns the heads of the cases heard of, by number.</summary>
    internal IEnumerable<CaseHead> Heads(Database database)
    {
        var reads = new CaseReads(database);
        return _numbers.Order(StringComparer.Ordinal).Select(reads.Head).OfType<CaseHead>();
    }
}

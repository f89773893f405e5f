using Workflow.Engine.Statistics;
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

    /// <summary>Returns the heads of the cases heard of, by number.</summary>
    internal IEnumerable<CaseHead> Heads(Database database)
    {
        var reads = new CaseReads(database);
        return _numbers.Order(StringComparer.Ordinal).Select(reads.Head).OfType<CaseHead>();
    }
}

using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>A live row that differs from what the ledger entails.</summary>
/// <param name="Table">The table.</param>
/// <param name="Case">The case; the series for serials; log and number for access records.</param>
/// <param name="Finding">What was expected, and what was found.</param>
public sealed record RowDifference(string Table, string Case, Message Finding)
{
    internal static IEnumerable<RowDifference> Between(string number, Projection expected, Projection live) =>
        from table in expected.Tables.Zip(live.Tables)
        from finding in Of(table.First, table.Second)
        select new RowDifference(table.First.Name, number, finding);

    private static IEnumerable<Message> Of(ProjectedTable expected, ProjectedTable live)
    {
        var strange = live.Rows.Except(expected.Rows).Select(RowWords.Of).ToList();
        foreach (var row in expected.Rows.Except(live.Rows).Select(RowWords.Of))
        {
            var found = strange.Find(s => s.Thing == row.Thing);
            yield return found is null ? row.Missing() : row.Otherwise(found);
            if (found is not null)
                strange.Remove(found);
        }

        foreach (var row in strange)
            yield return row.Strange();
    }
}

namespace Workflow.Storage.Proofs;

/// <summary>A live row that differs from what the ledger entails.</summary>
/// <param name="Table">The table.</param>
/// <param name="Case">The case; the series for serials; log and number for access records.</param>
/// <param name="Words">Expected …, but ….</param>
public sealed record RowDifference(string Table, string Case, string Words)
{
    internal static IEnumerable<RowDifference> Between(string number, Projection expected, Projection live) =>
        Of("heads", number, expected.Heads, live.Heads)
            .Concat(Of("viewer_rows", number, expected.Viewers, live.Viewers))
            .Concat(Of("clock_rows", number, expected.Clocks, live.Clocks))
            .Concat(Of("inbox_rows", number, expected.Inbox, live.Inbox))
            .Concat(Of("outbox_rows", number, expected.Messages, live.Messages))
            .Concat(Of("pending_rows", number, expected.Pending, live.Pending))
            .Concat(Of("file_rows", number, expected.Files, live.Files))
            .Concat(Of("assignment_rows", number, expected.Assignments, live.Assignments))
            .Concat(Of("copy_rows", number, expected.Copies, live.Copies))
            .Concat(Of("adoption_rows", number, expected.Adoptions, live.Adoptions));

    private static IEnumerable<RowDifference> Of<T>(string table, string number, IReadOnlyCollection<T> expected, IReadOnlyCollection<T> live)
        where T : notnull
    {
        var (missing, strange) = (expected.Except(live).Select(row => RowWords.Of(row)).ToList(), live.Except(expected).Select(row => RowWords.Of(row)).ToList());
        foreach (var row in missing)
        {
            var found = strange.Find(s => s.Thing == row.Thing);
            if (found is not null) strange.Remove(found);
            yield return new RowDifference(table, number, found is null ? $"Expected {row.Thing}{row.With(" with ")}, but it is not there." : Otherwise(row, found));
        }

        foreach (var row in strange) yield return new RowDifference(table, number, $"Expected no such row, but found {row.Thing}{row.With(" with ")}.");
    }

    private static string Otherwise(RowWords expected, RowWords found)
    {
        var names = expected.Otherwise(found);
        return $"Expected {expected.Thing} to have {expected.With("", names.Contains)}, but found {found.With("", names.Contains)}.";
    }
}

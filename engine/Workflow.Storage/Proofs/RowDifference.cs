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
            .Concat(Of("copy_rows", number, expected.Copies, live.Copies));

    private static IEnumerable<RowDifference> Of<T>(string table, string number, IReadOnlyCollection<T> expected, IReadOnlyCollection<T> live) =>
        expected.Except(live).Select(row => new RowDifference(table, number, $"Expected {row}, but it is not there."))
            .Concat(live.Except(expected).Select(row => new RowDifference(table, number, $"Expected no such row, but found {row}.")));
}

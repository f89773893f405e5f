using System.Data.Common;
using System.Text.Json;
using Dapper;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs;

/// <summary>Compares the columns by which access records are found with the records themselves: no hash covers a column.</summary>
internal static class AccessColumns
{
    /// <summary>Returns the records that stand under another case or moment than their text says, by log and number.</summary>
    internal static IEnumerable<(string Log, long Number, string Words)> Wrong(DbConnection connection) =>
        Misplaced(connection).Select(m => (m.Row.Log, m.Row.EntryNo, $"Expected the record under {Under(m.Record.Case, m.Record.At.Text())}, as its text says, but it stands under {Under(m.Row.CaseNo, m.Row.RecordedAt)}."));

    /// <summary>Writes the columns anew from the texts.</summary>
    internal static int Repair(WriteSession session)
    {
        var wrong = Misplaced(session.Connection).ToList();
        foreach (var (row, record) in wrong)
            session.Connection.Execute("update access_entries set case_no = @Case, recorded_at = @at where log = @Log and entry_no = @EntryNo", new { record.Case, at = record.At.Text(), row.Log, row.EntryNo });
        return wrong.Count;
    }

    private static IEnumerable<(Row Row, AccessRecord Record)> Misplaced(DbConnection connection)
    {
        foreach (var row in Rows(connection))
            if (Read(row.Body) is { } record && (row.CaseNo != record.Case || row.RecordedAt != record.At.Text())) yield return (row, record);
    }

    private static IEnumerable<Row> Rows(DbConnection connection) => connection.Read(Columns, r => new Row(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.TextOrNull(4)));

    private static string Under(string? number, string at) => $"{(number is null ? "no case" : $"case {number}")} at {at}";

    // What cannot be read is told by its chain.
    private static AccessRecord? Read(string body)
    {
        try
        {
            return SealJson.Read<AccessEntry>(body).Record;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private const string Columns = "select log, entry_no, body, recorded_at, case_no from access_entries order by log, entry_no";

    private sealed record Row(string Log, long EntryNo, string Body, string RecordedAt, string? CaseNo);
}

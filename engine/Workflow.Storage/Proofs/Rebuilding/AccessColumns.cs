using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Workflow.Engine.Messages;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>Compares the columns by which access records are found with the records themselves: no hash covers a column.</summary>
internal static class AccessColumns
{
    /// <summary>Returns the records that stand under another case or moment than their text says, by log and number.</summary>
    internal static IEnumerable<(string Log, long Number, Message Finding)> Wrong(DbConnection connection) =>
        from found in Misplaced(connection)
        let under = Under(found.Record.Case, found.Record.At.Text())
        select (found.Row.Log, found.Row.EntryNo, ContentFindings.Misfiled(under, Under(found.Row.CaseNo, found.Row.RecordedAt)));

    /// <summary>Writes the columns anew from the texts.</summary>
    internal static int Repair(WriteSession session)
    {
        var wrong = Misplaced(session.Connection).ToList();
        foreach (var (row, record) in wrong)
            session.Connection.Execute(
                Move,
                new
                {
                    record.Case,
                    at = record.At.Text(),
                    row.Log,
                    row.EntryNo,
                }
            );
        return wrong.Count;
    }

    private static IEnumerable<(AccessLogRow Row, AccessRecord Record)> Misplaced(DbConnection connection)
    {
        foreach (var row in connection.Read(Columns, AccessLogRow.Of))
        {
            if (Read(row.Body) is { } record && !row.IsFiledAs(record))
                yield return (row, record);
        }
    }

    private static Message Under(string? number, string at) =>
        number is null ? ContentFindings.UnderNoCase(at) : ContentFindings.UnderCase(number, at);

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

    private const string Move = "update access_entries set case_no = @Case, recorded_at = @at where log = @Log and entry_no = @EntryNo";

    private sealed record AccessLogRow(string Log, long EntryNo, string Body, string RecordedAt, string? CaseNo)
    {
        internal static AccessLogRow Of(IDataReader row) =>
            new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.TextOrNull(4));

        internal bool IsFiledAs(AccessRecord record) => CaseNo == record.Case && RecordedAt == record.At.Text();
    }
}

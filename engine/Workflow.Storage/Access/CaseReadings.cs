using System.Data.Common;
using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Access;

/// <summary>Says from the access logs when people read a case. A refused look, a draft and the receipts themselves are no reading.</summary>
/// <param name="database">The database.</param>
public sealed class CaseReadings(Database database)
{
    private static readonly string[] Kinds = [AccessKinds.Read, AccessKinds.Audited, AccessKinds.Revealed];
    private static readonly string[] Beside = ["draft", "receipts"];

    /// <summary>Returns every reading of a case from a moment on, in the order of their moments; read one after another, so that who looks for the first stops there.</summary>
    public IEnumerable<(string Person, DateTimeOffset At)> Since(string number, DateTimeOffset from)
    {
        using var connection = database.Connect();
        foreach (var reading in Since(number, from, connection))
            yield return reading;
    }

    /// <summary>The same as a connection sees it.</summary>
    internal static IEnumerable<(string Person, DateTimeOffset At)> Since(string number, DateTimeOffset from, DbConnection connection)
    {
        foreach (var body in connection.Query<string>(OfCase, new { number, from = from.Text() }, buffered: false))
            if (SealJson.Read<AccessEntry>(body).Record is { Who: { } who } record && IsReading(record))
                yield return (who, record.At);
    }

    private static bool IsReading(AccessRecord record) =>
        Kinds.Contains(record.Kind) && record.Act is RequestAct { Looks: true } request && !Beside.Any(request.EndsIn);

    private const string OfCase =
        "select body from access_entries where case_no = @number and recorded_at >= @from order by recorded_at, log, entry_no";
}

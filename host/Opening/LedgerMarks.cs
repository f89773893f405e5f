using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Reading;

namespace Workflow.Host.Opening;

/// <summary>
/// Keeps demonstrations away from real ledgers: tokens for everybody and days out of order have no place where a case is real,
/// and nothing that is written can be taken back.
/// </summary>
public static class LedgerMarks
{
    private const string Demonstration = "demonstration";

    // Days of demonstrations are days of China, as their clock begins there.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Marks an empty ledger as a demonstration's, or finds it marked.</summary>
    /// <exception cref="OpeningRefusedException">It holds entries and was not begun for a demonstration, or it ends later than the demonstration begins.</exception>
    public static void RequireDemonstration(Database database, DateTimeOffset begins)
    {
        using var connection = database.Connect();
        var last = new CaseReads(database).LastRecorded();
        var marked = connection.ExecuteScalar<string?>("select value from host_marks where name = @Demonstration", new { Demonstration });
        if (last is not null && marked is null) throw OpeningRefusals.RealLedger(database.Dialect.Name);
        if (last is { } at && Day(at) is var day && day > Day(begins)) throw OpeningRefusals.LaterLedger(database.Dialect.Name, day, Day(begins));
        connection.Execute(
            "insert into host_marks (name, value) values (@Demonstration, @begins) on conflict (name) do nothing",
            new { Demonstration, begins = begins.ToUniversalTime().ToString("O", null) });
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(China).DateTime);
}

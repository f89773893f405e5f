using System.Data.Common;
using Dapper;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Reading;
using Workflow.Storage.Refusals;

namespace Workflow.Host.Opening;

/// <summary>
/// Keeps simulated days and real ones apart: tokens for everybody and days out of order have no place where a case is real, nothing
/// real has a place where days are made up, and nothing that is written can be taken back.
/// </summary>
public static class LedgerMarks
{
    private const string Demonstration = "demonstration";

    // Days of demonstrations are days of China, as their clock begins there.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Marks an empty ledger as one of simulated days, or finds it marked. Nothing else of the file has been touched yet.</summary>
    /// <param name="file">The database file; created when it does not exist.</param>
    /// <param name="begins">The moment at which the simulated days begin.</param>
    /// <exception cref="OpeningRefusedException">It holds entries and was not begun so, or it ends on a later day.</exception>
    public static async Task RequireSimulated(string file, DateTimeOffset begins)
    {
        await using var database = DatabaseFile.Open(file);
        HostSchema.Update(database);
        RequireSimulated(database, begins);
    }

    /// <summary>The same for a database that is open.</summary>
    public static void RequireSimulated(Database database, DateTimeOffset begins)
    {
        using var connection = database.Connect();
        var last = new CaseReads(database).LastRecorded();
        if (last is not null && !IsSimulated(database))
            throw OpeningRefusals.RealLedger(database.Dialect.Name);
        if (last is { } at && Day(at) is var day && day > Day(begins))
            throw OpeningRefusals.LaterLedger(database.Dialect.Name, day, Day(begins));
        Mark(database, connection, begins);
    }

    // On record first: a mark alone is a row that anybody may have put there.
    private static void Mark(Database database, DbConnection connection, DateTimeOffset begins)
    {
        if (new AccessReads(database).Simulated() is null)
            Administration.Record(database, SimulatedDays.Record(begins, Administration.Who)).GetAwaiter().GetResult();
        connection.Execute(
            "insert into host_marks (name, value) values (@Demonstration, @begins) on conflict (name) do nothing",
            new { Demonstration, begins = begins.ToUniversalTime().ToString("O", null) }
        );
    }

    /// <summary>Refuses to serve real cases from a ledger of simulated days; takes the mark from one that is still empty.</summary>
    /// <exception cref="OpeningRefusedException">It was begun for simulated days and holds entries.</exception>
    public static async Task RequireReal(string file)
    {
        await using var database = DatabaseFile.Open(file);
        HostSchema.Update(database);
        using var connection = database.Connect();
        if (!IsMarked(connection) && !IsSimulated(database))
            return;
        if (new CaseReads(database).LastRecorded() is not null)
            throw OpeningRefusals.SimulatedLedger(file);
        await Administration.Record(database, SimulatedDays.End(TimeProvider.System.GetUtcNow(), Administration.Who));
        connection.Execute("delete from host_marks where name = @Demonstration", new { Demonstration });
    }

    /// <summary>
    /// The moment of what is done at the machine itself: now. In a ledger of simulated days it is that of the last thing written, because
    /// the true day lies after all that the host of those days has still to write.
    /// </summary>
    public static DateTimeOffset Now(Database database)
    {
        try
        {
            return LastSimulated(database) ?? TimeProvider.System.GetUtcNow();
        }
        catch (Exception e) when (e is DbException or UnreadableException)
        {
            // What cannot be read is told by whoever needs it; a look is on record all the same.
            return TimeProvider.System.GetUtcNow();
        }
    }

    /// <summary>Whether the days of a ledger are simulated: as its access log records, whatever its mark says.</summary>
    public static bool IsSimulated(Database database) => new AccessReads(database).Simulated() is not null;

    /// <summary>Returns what is wrong with the mark of a ledger, which no hash covers: it must say what the access log records first.</summary>
    public static IEnumerable<LedgerFault> Wrong(Database database)
    {
        using var connection = database.Connect();
        var (isMarked, recorded) = (
            HostSchema.Has(connection, "host_marks") && IsMarked(connection),
            new AccessReads(database).Simulated()
        );
        if (recorded is null && isMarked)
            yield return MarkFindings.Unrecorded();
        if (recorded is { } record && !isMarked)
            yield return MarkFindings.Gone(record);
    }

    /// <summary>A clock for acts of the machine itself, such as seals: see <see cref="Now"/>.</summary>
    public static TimeProvider Clock(Database database) => new LedgerClock(database);

    private sealed class LedgerClock(Database database) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now(database);
    }

    private static DateTimeOffset? LastSimulated(Database database)
    {
        using var connection = database.Connect();
        if (!IsMarked(connection) || !IsSimulated(database))
            return null;
        var looked = new AccessReads(database).Page(null, null, 1).FirstOrDefault()?.Record.At;
        return new[] { new CaseReads(database).LastRecorded(), looked }.Max();
    }

    private static bool IsMarked(System.Data.Common.DbConnection connection) =>
        connection.ExecuteScalar<long>("select count(*) from host_marks where name = @Demonstration", new { Demonstration }) > 0;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(China).DateTime);
}

using Dapper;
using Workflow.Definitions.Stories;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>The scenarios of every process, played again and again under new numbers, as the ledger of a database.</summary>
internal static class StoredStories
{
    /// <summary>Fills a database with at least so many decisions and returns how many they are.</summary>
    internal static async Task<long> Fill(Database database, int decisions)
    {
        var processes = new PublishedProcesses(database);
        foreach (var process in ShippedStories.World.Processes)
            await processes.Publish(process, null, DateTimeOffset.UnixEpoch, default);
        using var connection = database.Connect();
        var (written, calendars) = (0L, new HashSet<string>(StringComparer.Ordinal));
        var taken = new Dictionary<string, long>(StringComparer.Ordinal);
        while (written < decisions)
        {
            connection.Execute("begin transaction");
            foreach (var scenario in ShippedStories.Readings.SelectMany(r => r.Scenarios))
            {
                var door = new Simulation(ShippedStories.World, scenario.CalendarKnown, taken.GetValueOrDefault);
                ScenarioPlayer.Play(scenario, door, ShippedStories.World);
                foreach (var number in door.Cases)
                    written += Write(connection, door, number, calendars);
                foreach (
                    var (series, next) in door
                        .Cases.SelectMany(number => door.Entries(number))
                        .SelectMany(e => NextSerials.After(e.Stamp.Facts, e.Events))
                )
                    taken[series] = Math.Max(taken.GetValueOrDefault(series), next - 1);
            }

            connection.Execute("commit transaction");
        }

        return written;
    }

    private static int Write(System.Data.Common.DbConnection connection, Simulation door, string number, HashSet<string> calendars)
    {
        var (stored, state) = (door.Stored(number), door.State(number)!);
        foreach (var entry in door.Entries(number).Where(e => calendars.Add(e.Stamp.Facts.Calendar)))
            connection.Execute("insert into calendars (digest, canonical) values (@Digest, @Canonical)", Told.CalendarOf(entry));
        for (var i = 0; i < stored.Length; i++)
            connection.Execute(
                "insert into entries (case_no, entry_no, hash, body) values (@number, @no, @hash, @body)",
                new
                {
                    number,
                    no = i + 1,
                    hash = LedgerJson.Hash(stored[i]),
                    body = stored[i],
                }
            );
        connection.Execute(
            Head,
            new
            {
                number,
                no = stored.Length,
                hash = LedgerJson.Hash(stored[^1]),
                at = $"{state.LastAt.UtcDateTime:O}",
                stage = $"{state.Stage}",
                state.Process,
                state.Definition,
                on = $"{state.LodgedOn:O}",
                state.Result,
            }
        );
        return stored.Length;
    }

    private const string Head = """
        insert into heads (case_no, entry_no, hash, last_at, stage, process, definition, lodged_on, result, due_on, party, viewers)
        values (@number, @no, @hash, @at, @stage, @Process, @Definition, @on, @Result, null, null, '')
        """;
}

using System.Data.Common;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Benchmarks;

/// <summary>Reads back what a run of the engine wrote, as groups of rows for the bare writer: one group an entry.</summary>
internal static class Recording
{
    // Head, clock and inbox rows only exist in their last form; each entry writes as many of them as the engine does for it.
    private static readonly string[] Tables = ["outbox_rows", "vault", "requests"];

    internal static List<IReadOnlyList<BareRow>> Of(Database database)
    {
        using var connection = database.Connect();
        var entries = Rows(connection, "entries");
        var byCase = Tables.ToDictionary(t => t, t => Rows(connection, t).ToLookup(Key));
        var heads = Rows(connection, "heads").ToDictionary(h => (string)h["case_no"]!);
        return [.. entries.Select(e => Group(e, byCase, heads[(string)e["case_no"]!]))];
    }

    private static IReadOnlyList<BareRow> Group(IDictionary<string, object?> entry, Dictionary<string, ILookup<string, IDictionary<string, object?>>> others, IDictionary<string, object?> head)
    {
        var (number, place) = ((string)entry["case_no"]!, (long)entry["entry_no"]!);
        var first = place == 1;
        var rows = new List<BareRow> { Insert("entries", entry), first ? Insert("heads", head) : Touch(head, place) };
        rows.AddRange(Clocks(number, place, head));
        foreach (var (table, found) in others)
            rows.AddRange((table == "vault" ? first ? found[number] : [] : found[$"{number}/{place}"]).Select(r => Insert(table, r)));
        if (first) rows.Add(new BareRow("insert into serials (series, next) values (@p0, @p1) on conflict (series) do update set next = excluded.next", ["case A-001-2026", place]));
        return rows;
    }

    // The small permit: lodging opens a task with its limit; receiving closes both and opens a task and a clock; granting closes them.
    private static IEnumerable<BareRow> Clocks(string number, long place, IDictionary<string, object?> head)
    {
        var (clock, step) = place == 1 ? ("receive", "receive") : ("decision", "review");
        if (place is 2 or 3)
        {
            yield return new BareRow("delete from clock_rows where case_no = @p0 and clock = @p1", [number, place == 2 ? "receive" : "decision"]);
            yield return new BareRow("delete from inbox_rows where case_no = @p0 and step = @p1 and entitlement = @p2", [number, place == 2 ? "receive" : "review", "window.clerk"]);
        }

        if (place is not (1 or 2)) yield break;
        yield return new BareRow(
            "insert into clock_rows (case_no, clock, step, status, fires_at, yellow_from, due_on, due_at, provisional, paused, awaits_calendar, calendar) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)",
            [number, clock, step, "Running", head["last_at"], head["lodged_on"], head["lodged_on"], head["last_at"], 0L, 0L, 0L, head["definition"]]);
        yield return new BareRow(
            "insert into inbox_rows (case_no, step, entitlement, organisation, role, person, claimed_by, opened_on, yellow_from, due_on, paused, sort_on) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)",
            [number, step, "window.clerk", "hall-1", "clerk", null, null, head["lodged_on"], head["lodged_on"], head["lodged_on"], 0L, head["lodged_on"]]);
    }

    private static BareRow Touch(IDictionary<string, object?> head, long place) => new(
        "update heads set entry_no = @p1, hash = @p2, last_at = @p3, stage = @p4, definition = @p5, result = @p6, due_on = @p7 where case_no = @p0",
        [head["case_no"], place, head["hash"], head["last_at"], head["stage"], head["definition"], head["result"], head["due_on"]]);

    private static BareRow Insert(string table, IDictionary<string, object?> row) => new(
        $"insert into {table} ({string.Join(", ", row.Keys)}) values ({string.Join(", ", row.Keys.Select((_, i) => $"@p{i}"))})", [.. row.Values]);

    private static string Key(IDictionary<string, object?> row) =>
        row.TryGetValue("entry_no", out var entry) ? $"{row["case_no"]}/{entry}" : (string)row["case_no"]!;

    private static List<IDictionary<string, object?>> Rows(DbConnection connection, string table) =>
        [.. connection.Query($"select * from {table} order by rowid").Cast<IDictionary<string, object?>>()];
}

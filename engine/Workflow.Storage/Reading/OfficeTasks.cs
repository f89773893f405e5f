using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Counts what waits at the posts of every office, for whoever watches over the work.</summary>
/// <param name="database">The database.</param>
public sealed class OfficeTasks(Database database)
{
    /// <summary>Counts the open tasks of each office, those with the same lamp on every day together.</summary>
    public IReadOnlyList<AlikeTasks> Counts()
    {
        using var connection = database.Connect();
        return [.. connection.Query<CountRow>(Counted).Select(r => r.Shown())];
    }

    // What a lamp depends on, and nothing else: many tasks become few rows.
    private const string Counted = """
        select organisation as Organisation, yellow_from as YellowFrom, due_on as DueOn, paused as Paused,
            is_overdue as IsOverdue, is_floor as IsFloor, count(distinct case_no || ' ' || step) as Tasks
        from inbox_rows where organisation is not null
        group by organisation, yellow_from, due_on, paused, is_overdue, is_floor
        """;

    private sealed record CountRow(
        string Organisation,
        string? YellowFrom,
        string? DueOn,
        long Paused,
        long IsOverdue,
        long IsFloor,
        long Tasks
    )
    {
        internal AlikeTasks Shown() =>
            new(
                new InboxRow(
                    "",
                    "",
                    "",
                    Organisation,
                    null,
                    null,
                    null,
                    default,
                    SqlText.MaybeDay(YellowFrom),
                    SqlText.MaybeDay(DueOn),
                    Paused == 1,
                    IsOverdue == 1,
                    IsFloor == 1
                ),
                (int)Tasks
            );
    }
}

/// <summary>Tasks of one office that have the same lamp on every day.</summary>
/// <param name="One">What they have in common: the office, and what the lamp depends on. Its case, step and posts are empty.</param>
/// <param name="Count">How many they are.</param>
public sealed record AlikeTasks(InboxRow One, int Count);

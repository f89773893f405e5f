using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads what waits at the posts of every office: for whoever watches over the work, and not for whoever does it.</summary>
/// <param name="database">The database.</param>
public sealed class OfficeTasks(Database database)
{
    /// <summary>Counts the open tasks of each office, those with the same lamp on every day together.</summary>
    public IReadOnlyList<AlikeTasks> Counts()
    {
        using var connection = database.Connect();
        return [.. connection.Query<CountRow>(Counted).Select(r => r.Shown())];
    }

    /// <summary>Returns open tasks of offices, the nearest last day first, undated last. A task of several posts is there once for each.</summary>
    /// <param name="organisation">The office; null for all.</param>
    /// <param name="process">The process; null for all.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="limit">The most rows; at least 1.</param>
    public IReadOnlyList<InboxRow> Page(string? organisation, string? process, InboxRow? after, int limit)
    {
        using var connection = database.Connect();
        var given = new DynamicParameters(
            new
            {
                organisation,
                process,
                on = after is null ? null : after.DueOn.Text() ?? SqlText.NoDay,
                limit,
            }
        );
        given.AddDynamicParams(
            new
            {
                number = after?.Case,
                step = after?.Step,
                entitlement = after?.Entitlement,
                whose = after?.Person ?? "",
            }
        );
        return [.. connection.Query<StoredInbox>(Listed, given).Select(r => r.Shown())];
    }

    private const string Order = "sort_on, case_no, step, entitlement, coalesce(person, '')";

    private const string Listed = $"""
        {StoredInbox.Columns}
        where organisation is not null and (@organisation is null or organisation = @organisation)
            and (@process is null or case_no in (select h.case_no from heads h where h.process = @process))
            and (@on is null or ({Order}) > (@on, @number, @step, @entitlement, @whose))
        order by {Order} limit @limit
        """;

    // What a lamp depends on, and nothing else: many tasks become few rows. The first of them by number stands for the others.
    private const string Counted = """
        select min(case_no) as CaseNo, organisation as Organisation, yellow_from as YellowFrom, due_on as DueOn, paused as Paused,
            is_overdue as IsOverdue, is_floor as IsFloor, count(distinct case_no || ' ' || step) as Tasks
        from inbox_rows where organisation is not null
        group by organisation, yellow_from, due_on, paused, is_overdue, is_floor
        """;

    private sealed record CountRow(
        string CaseNo,
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
                    CaseNo,
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
/// <param name="One">What they have in common: the office, and what the lamp depends on. Its step and posts are empty.</param>
/// <param name="Count">How many they are.</param>
public sealed record AlikeTasks(InboxRow One, int Count);

using System.Collections.Immutable;
using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads what waits for somebody. Who a person stands in for today is the caller's to join.</summary>
/// <param name="database">The database.</param>
public sealed class InboxReads(Database database)
{
    /// <summary>Returns a page of what waits for any of these, the nearest last day first, undated last.</summary>
    /// <param name="waited">The posts held and the persons, deputyships included; may be empty.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="limit">The most rows; at least 1.</param>
    public IReadOnlyList<InboxRow> Page(IEnumerable<InboxSource> waited, InboxRow? after, int limit)
    {
        using var connection = database.Connect();
        var given = new DynamicParameters(new { on = after is null ? null : after.DueOn.Text() ?? SqlText.NoDay, after?.Case, after?.Step, after?.Entitlement, limit });
        var sources = waited.Select((source, i) => Of(source, i, given)).ToList();
        if (sources.Count == 0) return [];
        var sql = $"select distinct * from ({string.Join(" union all ", sources)}) as rows order by SortOn, CaseNo, Step, Entitlement limit @limit";
        return [.. connection.Query<StoredInbox>(sql, given).Select(r => r.Shown())];
    }

    /// <summary>Returns what one person holds, claimed or handed over to them, by case and step.</summary>
    public IReadOnlyList<InboxRow> Held(string person)
    {
        using var connection = database.Connect();
        return [.. connection.Query<StoredInbox>($"{StoredInbox.Columns} where person = @person or claimed_by = @person order by case_no, step, entitlement", new { person }).Select(r => r.Shown())];
    }

    // One indexed range per post: a list of pairs would make the database read every row of the organisation.
    private static string Of(InboxSource source, int place, DynamicParameters given)
    {
        List<string> conditions = [];
        if (source.Post is { } post)
        {
            given.Add($"o{place}", post.Organisation);
            given.Add($"r{place}", post.Role);
            // A task that was handed over to one holder of the post is no longer the others'.
            conditions.Add($"organisation = @o{place} and role = @r{place}{(source.Person is null ? " and person is null" : "")}");
        }

        if (source.Person is { } person)
        {
            given.Add($"p{place}", person);
            conditions.Add($"person = @p{place}");
        }

        if (!source.Processes.IsEmpty)
        {
            given.Add($"c{place}", source.Processes);
            conditions.Add($"case_no in (select h.case_no from heads h where h.process in @c{place})");
        }

        return Source(string.Join(" and ", conditions));
    }

    private static string Source(string condition) =>
        $"select * from ({StoredInbox.Columns} where {condition} and (@on is null or (sort_on, case_no, step, entitlement) > (@on, @Case, @Step, @Entitlement)) order by sort_on, case_no, step, entitlement limit @limit)";
}

/// <summary>What a task may wait for: a post, a person, or a person at a post.</summary>
/// <param name="Post">The post; null for whatever is the person's.</param>
/// <param name="Person">The person; null for what is the whole post's.</param>
/// <param name="Processes">The processes, by id; empty for all.</param>
public sealed record InboxSource(Post? Post, string? Person, ImmutableArray<string> Processes);

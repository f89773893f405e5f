using System.Collections.Immutable;
using Dapper;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads what waits for somebody. Who a person stands in for today is the caller's to join.</summary>
/// <param name="database">The database.</param>
public sealed class InboxReads(Database database)
{
    /// <summary>Returns a page of what waits for any of the posts or persons, the nearest last day first, undated last.</summary>
    /// <param name="posts">The posts held, deputyships included; may be empty.</param>
    /// <param name="persons">The persons acted for, oneself included; may be empty.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="limit">The most rows; at least 1.</param>
    public IReadOnlyList<InboxRow> Page(ImmutableArray<Post> posts, ImmutableArray<string> persons, InboxRow? after, int limit)
    {
        using var connection = database.Connect();
        var given = new DynamicParameters(new { on = after is null ? null : after.DueOn.Text() ?? Spelling.NoDay, after?.Case, after?.Step, after?.Entitlement, limit });
        var sources = posts.Select((post, i) => Of(post, i, given)).Concat(persons.Select((person, i) => Of(person, i, given))).ToList();
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
    private static string Of(Post post, int place, DynamicParameters given)
    {
        given.Add($"o{place}", post.Organisation);
        given.Add($"r{place}", post.Role);
        // A task that was handed over to one holder of the post is no longer the others'.
        return Source($"organisation = @o{place} and role = @r{place} and person is null");
    }

    private static string Of(string person, int place, DynamicParameters given)
    {
        given.Add($"p{place}", person);
        return Source($"person = @p{place}");
    }

    private static string Source(string condition) =>
        $"select * from ({StoredInbox.Columns} where {condition} and (@on is null or (sort_on, case_no, step, entitlement) > (@on, @Case, @Step, @Entitlement)) order by sort_on, case_no, step, entitlement limit @limit)";
}

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
        var given = Behind(after, limit);
        var sources = waited.Select((source, i) => Of(source, i, given)).ToList();
        return sources.Count == 0 ? [] : [.. connection.Query<StoredInbox>(AnyOf(sources), given).Select(r => r.Shown())];
    }

    /// <summary>Returns a page of what waits at the posts of offices, in the same order. A task of several posts is there once for each.</summary>
    /// <param name="office">The office; null for all.</param>
    /// <param name="process">The process, by id; null for all.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="limit">The most rows; at least 1.</param>
    public IReadOnlyList<InboxRow> OfOffices(string? office, string? process, InboxRow? after, int limit)
    {
        using var connection = database.Connect();
        var given = Behind(after, limit);
        given.AddDynamicParams(new { office, process });
        return [.. connection.Query<StoredInbox>(AnyOf([Range(AtOffices)]), given).Select(r => r.Shown())];
    }

    private static DynamicParameters Behind(InboxRow? after, int limit)
    {
        var given = new DynamicParameters(new { on = after is null ? null : after.DueOn.Text() ?? SqlText.NoDay, limit });
        given.AddDynamicParams(
            new
            {
                after?.Case,
                after?.Step,
                after?.Entitlement,
                whose = after?.Person ?? "",
            }
        );
        return given;
    }

    /// <summary>Returns what one person holds, claimed or handed over to them, by case and step.</summary>
    public IReadOnlyList<InboxRow> Held(string person)
    {
        using var connection = database.Connect();
        return [.. connection.Query<StoredInbox>(HeldBy, new { person }).Select(r => r.Shown())];
    }

    // One indexed range per post: a list of pairs would make the database read every row of the organisation.
    private static string Of(InboxSource source, int place, DynamicParameters given)
    {
        string?[] conditions = [OfPost(source, place, given), OfPerson(source, place, given), OfProcesses(source, place, given)];
        return Range(string.Join(" and ", conditions.OfType<string>()));
    }

    private static string? OfPost(InboxSource source, int place, DynamicParameters given)
    {
        if (source.Post is not { } post)
            return null;
        given.Add($"o{place}", post.Organisation);
        given.Add($"r{place}", post.Role);
        return $"organisation = @o{place} and role = @r{place}{(source.Person is null ? Unheld(source, place, given) : "")}";
    }

    // A task that was handed over to one person of the office is no longer the others', until that one has left it.
    private static string Unheld(InboxSource source, int place, DynamicParameters given)
    {
        if (source.There is not { } there)
            return " and person is null";
        given.Add($"t{place}", there);
        return $" and (person is null or person not in @t{place})";
    }

    private static string? OfPerson(InboxSource source, int place, DynamicParameters given)
    {
        if (source.Person is not { } person)
            return null;
        given.Add($"p{place}", person);
        return $"person = @p{place}";
    }

    private static string? OfProcesses(InboxSource source, int place, DynamicParameters given)
    {
        if (source.Processes.IsEmpty)
            return null;
        given.Add($"c{place}", source.Processes);
        return $"case_no in (select h.case_no from heads h where h.process in @c{place})";
    }

    private const string HeldBy =
        $"{StoredInbox.Columns} where person = @person or claimed_by = @person order by case_no, step, entitlement, person";

    private const string AtOffices = """
        organisation is not null and (@office is null or organisation = @office)
            and (@process is null or case_no in (select h.case_no from heads h where h.process = @process))
        """;

    private const string Order = "sort_on, case_no, step, entitlement, coalesce(person, '')";

    private static string AnyOf(IEnumerable<string> ranges) =>
        $"""
            select distinct * from ({string.Join(" union all ", ranges)}) as rows
            order by SortOn, CaseNo, Step, Entitlement, coalesce(Person, '') limit @limit
            """;

    private static string Range(string condition) =>
        $"""
            select * from (
                {StoredInbox.Columns}
                where {condition} and (@on is null or ({Order}) > (@on, @Case, @Step, @Entitlement, @whose))
                order by {Order} limit @limit)
            """;
}

/// <summary>What a task may wait for: a post, a person, or a person at a post.</summary>
/// <param name="Post">The post; null for whatever is the person's.</param>
/// <param name="Person">The person; null for what is the whole post's.</param>
/// <param name="Processes">The processes, by id; empty for all.</param>
public sealed record InboxSource(Post? Post, string? Person, ImmutableArray<string> Processes)
{
    /// <summary>Who holds a post in the post's office today, by id; null where nobody says: then nobody has left.</summary>
    public ImmutableArray<string>? There { get; init; }
}

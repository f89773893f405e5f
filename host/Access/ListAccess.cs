using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Processes;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Access;

namespace Workflow.Host.Access;

/// <summary><c>GET /api/access</c>: who read or administered what, the latest first; for auditors, whose own look is on disk before they see it.</summary>
public static class ListAccess
{
    private const string Look = "GET /api/access";

    private sealed record AccessPageKey(DateTimeOffset At, string Log, long Number);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/access", Handle)
            .OnDiskFirst(AccessKinds.Audited)
            .Answers<Page<AccessEntry>>("ListAccess", "Evidence", "查阅日志 / Who read or administered what; for auditors")
            .Refuses(403);

    private static AccessEntry Position(AccessPageKey keys) => new(keys.Log, keys.Number, new AccessRecord(keys.At, "", ""), "");

    private static IResult Handle(HttpContext context, AccessReads reads, string? @case, string? cursor, int? limit)
    {
        var (caller, most) = (Caller.Of(context), Cursor.Limit(limit));
        RequireAuditor(caller);
        @case = KnownWord.Given(@case);
        var after = Cursor.Read<AccessPageKey>(cursor) is { } keys ? Position(keys) : null;
        var found = reads.Page(@case, after, most + 1);
        var others = Others(found, most, e => !IsLook(e.Record, caller), (last, count) => reads.Page(@case, last, count));
        return EntityTags.HasAlike(context, Tag(others, most))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(Pages.Of(found, most, e => e, e => new AccessPageKey(e.Record.At, e.Log, e.Number)));
    }

    // Each look at the log lengthens it: what names a page are the records on it that are no such look of the one who asks.
    private static string Tag(IEnumerable<AccessEntry> others, int most)
    {
        var names = string.Join('\n', others.Select(e => $"{e.Log} {e.Number}").Append($"{most}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)))[..16];
    }

    // Those of the rows that were read, and so many after them that a page is full.
    private static IEnumerable<AccessEntry> Others(
        IReadOnlyList<AccessEntry> found,
        int most,
        Func<AccessEntry, bool> may,
        Func<AccessEntry?, int, IReadOnlyList<AccessEntry>> read
    )
    {
        var others = found.Where(may).Take(most).ToList();
        var rest = most - others.Count;
        return found.Count > most && rest > 0 ? others.Concat(Pages.Read(read, found[^1], rest, may)) : others;
    }

    private static bool IsLook(AccessRecord record, Caller caller) => record.Who == caller.Id && record.What == Look;

    private static void RequireAuditor(Caller caller)
    {
        if (!caller.Person.Holds(Roles.Auditor))
            throw IdentityRefusals.NotAuditor(caller.Named);
    }
}

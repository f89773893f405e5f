using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Access;

namespace Workflow.Host.Access;

/// <summary><c>GET /api/access</c>: who read or administered what, the latest first; for auditors, whose own look is on disk before they see it.</summary>
public static class ListAccess
{
    private const string Auditor = "auditor";

    private sealed record AccessPageKey(DateTimeOffset At, string Log, long Number);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/access", Handle)
            .WithMetadata(new OnDiskFirst(AccessKinds.Audited))
            .As("ListAccess", "Evidence", "查阅日志 / Who read or administered what; for auditors")
            .Produces<Page<AccessEntry>>()
            .Tagged()
            .Refuses(403);

    private static AccessEntry Position(AccessPageKey keys) => new(keys.Log, keys.Number, new AccessRecord(keys.At, "", ""), "");

    private static Page<AccessEntry> Handle(HttpContext context, AccessReads reads, string? @case, string? cursor, int? limit)
    {
        var (caller, most) = (Caller.Of(context), Cursor.Limit(limit));
        RequireAuditor(caller);
        var after = Cursor.Read<AccessPageKey>(cursor) is { } keys ? Position(keys) : null;
        return Pages.Of(reads.Page(@case, after, most + 1), most, e => e, e => new AccessPageKey(e.Record.At, e.Log, e.Number));
    }

    private static void RequireAuditor(Caller caller)
    {
        if (caller.Person.Posts.All(p => p.Role != Auditor))
            throw IdentityRefusals.NotAuditor(caller.Named);
    }
}

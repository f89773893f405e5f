using Workflow.Host.Answers;

namespace Workflow.Host.Identity;

/// <summary><c>GET /api/me</c>: who the caller is today, for whom they stand in, and what the program shows them beyond their cases.</summary>
public static class ShowMe
{
    public sealed record OwnPost(string Organisation, string Role);

    /// <summary>Somebody the caller stands in for today.</summary>
    public sealed record Absent(string Id, string Name);

    public sealed record Me(
        string Id,
        string Name,
        DateOnly Today,
        IReadOnlyList<OwnPost> Posts,
        IReadOnlyList<Absent> StandsInFor,
        bool ReadsAllCases,
        bool Administers
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/me", Handle)
            .Answers<Me>("ShowMe", "Identity", "我是谁 / Who the caller is today, and for whom they stand in")
            .Refuses(403);

    private static Me Handle(HttpContext context)
    {
        var caller = Caller.Of(context);
        return new Me(
            caller.Id,
            caller.Person.Name,
            caller.Today,
            [.. caller.Person.Posts.Select(p => new OwnPost(p.Organisation, p.Role))],
            [.. caller.ActsFor.Select(p => new Absent(p.Id, p.Name))],
            caller.ReadsAll,
            caller.Administers
        );
    }
}

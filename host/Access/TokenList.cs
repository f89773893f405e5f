using Workflow.Definitions.Registers;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Access;

namespace Workflow.Host.Access;

/// <summary>
/// <c>GET /api/tokens</c> and <c>DELETE /api/tokens/{id}</c>: which tokens hold, and the end of one. Everybody sees and ends their
/// own; administrators those of all, as when somebody leaves or a token was seen by others.
/// </summary>
public static class TokenList
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapList(routes);
        MapEnd(routes);
    }

    private static void MapList(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/tokens", List)
            .Answers<IReadOnlyList<KnownToken>>(
                "ListTokens",
                "Identity",
                "令牌清单 / The tokens that hold: one's own, or for administrators those of all"
            )
            .Tagged()
            .Refuses(403, 422);

    private static void MapEnd(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/tokens/{id}", End)
            .OnDiskFirst(AccessKinds.Administered)
            .As("EndToken", "Identity", "撤销令牌 / Ends a token at once, with the browsers that signed in by it")
            .Produces(204)
            .Refuses(403, 404);

    private static IReadOnlyList<KnownToken> List(HttpContext context, BearerTokens tokens, Register register, string? person)
    {
        var caller = Caller.Of(context);
        person = KnownWord.Given(person);
        if (person is not null && person != caller.Id && !caller.Administers)
            throw IdentityRefusals.TokensOfOthers(caller.Named);
        var found = tokens.List(person ?? (caller.Administers ? null : caller.Id));
        // Whoever left the register may have a token that still holds.
        if (found.Count == 0 && person is not null)
            AskedPerson.Require(caller, register, person);
        return found;
    }

    private static IResult End(HttpContext context, string id, BearerTokens tokens, BrowserSessions sessions)
    {
        var caller = Caller.Of(context);
        var mine = caller.Administers ? null : caller.Id;
        // A token of somebody else is as unknown as none: its id tells nothing.
        if (tokens.List(mine).All(t => t.Id != id) || !tokens.End(id))
            throw IdentityRefusals.NoToken();
        sessions.EndOf(hash => hash.StartsWith(id, StringComparison.Ordinal));
        AccessKeeping.Tell(context, id);
        return Results.NoContent();
    }
}

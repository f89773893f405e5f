using System.Collections.Immutable;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Acting;

/// <summary><c>GET /api/cases/{number}/candidates</c>: whom an action may name, with what they have in hand and what bars them.</summary>
public static class ListCandidates
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/candidates", Handle)
            .Answers<ImmutableArray<Candidates.Candidate>>(
                "ListCandidates",
                "Cases",
                "可选人员 / Whom an action may name: people of the case's offices, with posts, work in hand and what bars them"
            )
            .Refuses(400, 403, 404);

    private static ImmutableArray<Candidates.Candidate> Handle(
        HttpContext context,
        Candidates candidates,
        string number,
        string action,
        string? target,
        string? choice
    ) => candidates.Of(Caller.Of(context), Words.Of(context), number, new AskedAction(action, target, choice));
}

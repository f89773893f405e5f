using System.Collections.Immutable;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Reading;

namespace Workflow.Host.Adoption;

/// <summary><c>GET /api/adoptions?number=…</c>: the cases taken over under a number of another system that the caller may see.</summary>
public static class FindAdopted
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/adoptions", Handle)
            .Answers<ImmutableArray<AdoptedCase>>(
                "FindAdopted",
                "Cases",
                "按原案号查找 / Cases taken over, by the number they had in another system"
            );

    private static ImmutableArray<AdoptedCase> Handle(
        HttpContext context,
        Adoptions adoptions,
        CaseReads reads,
        string number,
        string? system
    )
    {
        var caller = Caller.Of(context);
        return
        [
            .. adoptions
                .Find(number, KnownWord.Given(system))
                .Where(a => reads.State(a.Case) is { } state && CaseAccess.MaySee(caller, state)),
        ];
    }
}

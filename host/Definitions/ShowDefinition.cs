using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Host.Definitions;

/// <summary><c>GET /api/definitions/{process}</c>: the stored form of a definition: by digest, else the one in force today, else the latest.</summary>
public static class ShowDefinition
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/definitions/{process}", Handle)
            .Answers<object>("ShowDefinition", "Definitions", "流程定义详情 / The stored form of a definition, fragments expanded")
            .Refuses(404);

    private static IResult Handle(HttpContext context, string process, Workplace place, string? digest)
    {
        var today = Caller.Of(context).Today;
        var published = place.Processes.List(process);
        var chosen = digest is null
            ? published.FirstOrDefault(p => p.InForce.Includes(today)) ?? (published.Count == 0 ? null : published[0])
            : published.FirstOrDefault(p => p.Digest == digest);
        if (chosen is null)
            throw DefinitionRefusals.None(process, digest, place.Processes.List());
        // A digest always names the same definition; which definition is in force changes.
        if (digest is not null)
            context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        if (EntityTags.Has(context, chosen.Digest))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Text(place.Processes.Find(chosen.Digest)!.Json, "application/json");
    }
}

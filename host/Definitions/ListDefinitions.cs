using Workflow.Engine.Periods;
using Workflow.Engine.Record.Values;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Ledger;

namespace Workflow.Host.Definitions;

/// <summary><c>GET /api/definitions</c>: what was published, and whether a case may be opened under it today.</summary>
public static class ListDefinitions
{
    public sealed record ListedDefinition(
        string Process,
        string Title,
        string Digest,
        PeriodInForce InForce,
        bool InForceToday,
        string ItemCode,
        CatalogueStatus? ItemStatus,
        DateTimeOffset PublishedAt
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/definitions", Handle)
            .Answers<IReadOnlyList<ListedDefinition>>("ListDefinitions", "Definitions", "流程定义 / What was published")
            .Tagged();

    private static IReadOnlyList<ListedDefinition> Handle(HttpContext context, Workplace place)
    {
        var (caller, words) = (Caller.Of(context), Words.Of(context));
        return [.. place.Processes.List().Select(p => Shown(p, place, caller.Today, words))];
    }

    private static ListedDefinition Shown(Publication publication, Workplace place, DateOnly today, Words words)
    {
        var definition = place.Processes.Find(publication.Digest)!.Definition;
        return new ListedDefinition(
            publication.Process,
            words.Title(definition.Title),
            publication.Digest,
            publication.InForce,
            publication.InForce.Includes(today),
            definition.Item.Code,
            place.Folder.Register.Item(definition.Item.Code, today)?.Status,
            publication.PublishedAt
        );
    }
}

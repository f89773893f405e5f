using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Engine.Cases;
using Workflow.Engine.Processes;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Host.Cases;

/// <summary>
/// <c>POST /api/commands</c>: the same as many commands one by one, with a result for each 批量办理. One that is refused never
/// stops the next. Outcomes that need reasons are not taken in bulk: reasons are given for one case.
/// </summary>
public static class SendMany
{
    private const int MostItems = 200;

    /// <summary>What came of one item.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Done">Whether it is written.</param>
    /// <param name="Entry">Its entry; null when it was refused.</param>
    /// <param name="Code">The refusal's code; null when it is written.</param>
    /// <param name="Sentence">The refusal in words; null when it is written.</param>
    public sealed record Result(string Case, bool Done, long? Entry, string? Code, string? Sentence);

    /// <summary>All results in the order of the items.</summary>
    public sealed record Results(int Done, int Refused, ImmutableArray<Result> Items);

    private sealed record Item(string Case, CaseCommand Command, string? Key);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/commands", Handle)
        .WithName("SendMany").WithTags("Cases").WithSummary("批量办理 / Many commands, with a result for each")
        .Accepts<JsonArray>("application/json").Produces<Results>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);

    private static async Task<Results> Handle(HttpContext context, Workplace place, CaseReads reads, Submission submission, CancellationToken cancellation)
    {
        var results = ImmutableArray.CreateBuilder<Result>();
        foreach (var item in await Bodies.ReadJson(context.Request, Read, cancellation))
            results.Add(await Send(context, place, reads, submission, item, cancellation));
        return new Results(results.Count(r => r.Done), results.Count(r => !r.Done), results.ToImmutable());
    }

    private static async Task<Result> Send(HttpContext context, Workplace place, CaseReads reads, Submission submission, Item item, CancellationToken cancellation)
    {
        try
        {
            var process = place.Processes.Find(CaseAccess.Require(Caller.Of(context), reads.State(item.Case), item.Case).Definition);
            if (NeedsReasons(process, item.Command)) return new Result(item.Case, false, null, "bulk.needs_reasons", "Expected an outcome without reasons, but this one needs them for each case; take it there.");
            var answer = await submission.Pass(context, item.Case, TypedFields.Fit(process, item.Command), new Submission.Terms(item.Key, null, null, null, null), cancellation);
            return answer is NotWritten { Refusal: var refusal }
                ? new Result(item.Case, false, null, refusal.Code, refusal.Sentence)
                : new Result(item.Case, true, ((Written)answer).Entry, null, null);
        }
        catch (RequestRefusedException e)
        {
            return new Result(item.Case, false, null, e.Code, e.Message);
        }
    }

    private static bool NeedsReasons(PublishedProcess? process, CaseCommand command) =>
        command is Complete complete && process?.Find(complete.Step) is WorkNode node && node.Outcomes.Any(o => o.Id == complete.Outcome && o.ReasonsRequired);

    private static List<Item> Read(string text)
    {
        Texts.RequirePlain(text, CommandBody.MaxDepth);
        if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = CommandBody.MaxDepth, AllowDuplicateProperties = false }) is not JsonArray items)
            throw new JsonException("a list of items is expected.");
        if (items.Count is 0 or > MostItems) throw new JsonException($"1 to {MostItems} items are expected, but there are {items.Count}.");
        return [.. items.Select((item, i) => ReadItem(item, i))];
    }

    private static Item ReadItem(JsonNode? item, int place)
    {
        if (item is not JsonObject found || found["case"] is not JsonValue number || !number.TryGetValue(out string? name) || found["command"] is not JsonObject command)
            throw new JsonException($"item {place + 1} is expected to have a 'case' and a 'command'.");
        if (found.FirstOrDefault(p => p.Key is not ("case" or "command" or "key")).Key is { } unknown) throw new JsonException($"item {place + 1} has an unknown member '{unknown}'.");
        return new Item(name, CommandBody.Read(command.ToJsonString()), found["key"] is JsonValue key && key.TryGetValue(out string? text) ? text : null);
    }
}

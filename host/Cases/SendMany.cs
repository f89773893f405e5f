using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Running;

namespace Workflow.Host.Cases;

/// <summary>
/// <c>POST /api/commands</c>: the same as many commands one by one, with a result for each 批量办理. One that is refused, or
/// is no command at all, never stops the next. Outcomes that need reasons are not taken in bulk: reasons are given for one case.
/// </summary>
public static class SendMany
{
    private const int MostItems = 200;

    /// <summary>What came of one item.</summary>
    /// <param name="Item">Its place in the list; 1 for the first.</param>
    /// <param name="Case">The case; null for an item that names none.</param>
    /// <param name="Done">Whether it is written.</param>
    /// <param name="Entry">Its entry; null when it was refused.</param>
    /// <param name="Code">The refusal's code; null when it is written.</param>
    /// <param name="Sentence">The refusal in words; null when it is written.</param>
    public sealed record SentCommand(int Item, string? Case, bool Done, long? Entry, string? Code, string? Sentence)
    {
        internal static SentCommand Of(int item, string? number, RefusalWords why) =>
            new(item, number, false, null, why.Code, why.Sentence) { WayOut = why.WayOut, Values = why.Values };

        /// <summary>What to do instead; null when there is nothing.</summary>
        public string? WayOut { get; init; }

        /// <summary>The values in the sentence by name, names with their ids; null when there are none.</summary>
        public JsonObject? Values { get; init; }
    }

    /// <summary>All results in the order of the items.</summary>
    public sealed record SentCommands(int Done, int Refused, ImmutableArray<SentCommand> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/commands", Handle)
            .Noted()
            .As("SendMany", "Cases", "批量办理 / Many commands, with a result for each")
            .Accepts<JsonArray>("application/json")
            .Produces<SentCommands>()
            .Refuses(400, 413, 415, 422);

    private static async Task<SentCommands> Handle(
        HttpContext context,
        Workplace place,
        CommandSender sender,
        CancellationToken cancellation
    )
    {
        var body = await Bodies.ReadJson(context.Request, Read, cancellation);
        var results = ImmutableArray.CreateBuilder<SentCommand>();
        foreach (var item in body.EnumerateArray())
        {
            var number = results.Count + 1;
            results.Add(await Send(context, place, sender, item, number, cancellation));
        }

        return new SentCommands(results.Count(r => r.Done), results.Count(r => !r.Done), results.ToImmutable());
    }

    private static async Task<SentCommand> Send(
        HttpContext context,
        Workplace place,
        CommandSender sender,
        JsonElement element,
        int number,
        CancellationToken cancellation
    )
    {
        try
        {
            var item = BulkItem.Read(element, number);
            var command = Fit(Caller.Of(context), place, item);
            var terms = new CommandSender.Terms(item.Key, null, null, null, null);
            var answer = await sender.Pass(context, item.Case, command, terms, cancellation);
            return answer is NotWritten { Refusal: var refusal }
                ? Refused(refusal)
                : new SentCommand(number, item.Case, true, sender.Shown(Caller.Of(context), (Written)answer).Entry, null, null);
        }
        catch (RequestRefusedException e)
        {
            return Refused(e.Refusal);
        }

        SentCommand Refused(Refusal refusal)
        {
            AccessKeeping.TellRefused(context, BulkItem.CaseOf(element), refusal.Code);
            return SentCommand.Of(number, BulkItem.CaseOf(element), Words.Of(context).Tell(refusal));
        }
    }

    /// <exception cref="RequestRefusedException">The caller does not see the case, or the outcome needs reasons.</exception>
    private static CaseCommand Fit(Caller caller, Workplace place, BulkItem item)
    {
        var process = place.Processes.Find(CaseAccess.Require(caller, place.Runner.Look(item.Case), item.Case).Definition);
        return item.Command is Complete done && process?.RequiresReasons(done.Step, done.Outcome) == true
            ? throw new RequestRefusedException(CommandRefusals.NeedsReasons)
            : TypedFields.Fit(process, item.Command);
    }

    private static JsonElement Read(string text)
    {
        var body = JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = CommandBody.MaxDepth });
        if (body.ValueKind != JsonValueKind.Array)
            throw new BodyException("json.list_expected");
        var items = body.GetArrayLength();
        return items is > 0 and <= MostItems ? body : throw new BodyException("json.list_bounds", ("most", MostItems), ("count", items));
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Host.Cases;

/// <summary>
/// <c>POST /api/handovers</c>: what somebody who leaves or is long away holds goes to a colleague 工作移交, one transfer in each
/// case, with a result each. What the caller may not hand over stays where it is and is named.
/// </summary>
public static class HandOver
{
    private const int MostTasks = 200;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 8,
    };

    /// <summary>Who hands over to whom, and why.</summary>
    public sealed record HandOverRequest(string From, string To, string Reasons);

    /// <summary>What came of one task.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Step">The step's key.</param>
    /// <param name="Done">Whether it is handed over.</param>
    /// <param name="Code">The refusal's code; null when it is handed over.</param>
    /// <param name="Sentence">The refusal in words; null when it is handed over.</param>
    public sealed record HandedOverTask(string Case, string Step, bool Done, string? Code, string? Sentence);

    /// <summary>All results.</summary>
    /// <param name="Done">How many tasks were handed over.</param>
    /// <param name="Refused">How many stay.</param>
    /// <param name="More">Whether there were more tasks than are taken at once: send the same again.</param>
    /// <param name="Items">The tasks, by case and step.</param>
    public sealed record HandedOver(int Done, int Refused, bool More, ImmutableArray<HandedOverTask> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/handovers", Handle)
            .Noted()
            .As("HandOver", "Cases", "工作移交 / Hands over what somebody who leaves holds, with a result for each task")
            .Accepts<HandOverRequest>("application/json")
            .Produces<HandedOver>()
            .Refuses(400, 413, 415, 422);

    private static async Task<HandedOver> Handle(
        HttpContext context,
        InboxReads inbox,
        CaseRunner runner,
        OwnCases own,
        CommandSender sender,
        Workplace place,
        CancellationToken cancellation
    )
    {
        var caller = Caller.Of(context);
        var body = await Bodies.ReadJson(context.Request, Read, cancellation);
        // Who works here, and who is anybody at all, is told to nobody without a post: to them an unknown name is like any other.
        if (caller.WorksHere)
            AskedPerson.Require(caller, place.Folder.Register, body.To);
        var held = Distinct(inbox.Held(body.From))
            .Where(row => MaySee(caller, runner, row) && own.Shows(caller, row))
            .Take(MostTasks + 1)
            .ToList();
        // Asked only where nothing of theirs is found: whoever was struck off the register may still hold tasks.
        if (held.Count == 0 && caller.WorksHere)
            AskedPerson.Require(caller, place.Folder.Register, body.From);
        var results = ImmutableArray.CreateBuilder<HandedOverTask>();
        foreach (var row in held.Take(MostTasks))
        {
            var transfer = new Transfer(row.Step, body.To, body.Reasons, row.Entitlement);
            var answer = await sender.Pass(context, row.Case, transfer, CommandSender.Terms.None, cancellation);
            results.Add(Came(context, row, answer));
        }

        return InSum(results.ToImmutable(), held.Count > MostTasks);
    }

    private static HandedOver InSum(ImmutableArray<HandedOverTask> results, bool more) =>
        new(results.Count(r => r.Done), results.Count(r => !r.Done), more, results);

    // A task may wait for several holders of its post.
    private static IEnumerable<InboxRow> Distinct(IEnumerable<InboxRow> rows) =>
        rows.DistinctBy(row => (row.Case, row.Step, row.Entitlement));

    private static HandedOverTask Came(HttpContext context, InboxRow row, RunnerAnswer answer)
    {
        if (answer is NotWritten { Refusal: var refusal })
            AccessKeeping.TellRefused(context, row.Case, refusal.Code);
        return Shown(row.Case, row.Step, answer, Words.Of(context));
    }

    private static bool MaySee(Caller caller, CaseRunner runner, InboxRow row) =>
        runner.Look(row.Case) is { } state && CaseAccess.MaySee(caller, state);

    private static HandedOverTask Shown(string number, string step, RunnerAnswer answer, Words words) =>
        answer is NotWritten { Refusal: var refusal } && words.Tell(refusal) is var why
            ? new HandedOverTask(number, step, false, why.Code, why.Sentence)
            : new HandedOverTask(number, step, true, null, null);

    private static HandOverRequest Read(string text) =>
        JsonBody.Read<HandOverRequest>(text, Strict) is { From.Length: > 0, To.Length: > 0 } body
            ? body
            : throw new BodyException("json.object_of", ("names", MessageValue.List(["from", "to", "reasons"])));
}

using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Host.Adoption.Tables;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Running;

namespace Workflow.Host.Adoption;

/// <summary><c>POST /api/adoptions</c>: takes over one running case from another system; with <c>dryRun=true</c> only tells what would come of it.</summary>
public static class AdoptOne
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/adoptions", Handle)
            .As(
                "AdoptCase",
                "Cases",
                "接管在办案件 / Takes over a running case from another system; dryRun=true only tells what would come of it"
            )
            .Accepts<AdoptCase>("application/json")
            .Produces<AdoptionLine>()
            .Produces<AdoptionLine>(201)
            .Refuses(400, 403, 409, 413, 415, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        Workplace place,
        CommandSender sender,
        AccessLog log,
        bool? dryRun,
        CancellationToken cancellation
    )
    {
        var told = await Bodies.ReadJson(context.Request, CommandBody.ReadAdoption, cancellation);
        var command = (AdoptCase)TypedFields.Fit(place.Runner.Binds(told), told);
        return dryRun == true ? Preview(context, place, command) : await Adopt(context, place, sender, log, command, cancellation);
    }

    private static IResult Preview(HttpContext context, Workplace place, AdoptCase command)
    {
        var passage = place.Runner.Try(new Request(Caller.Of(context).Id, command));
        return passage.Entry is { } entry
            ? SpokenAnswer.Of(context, Line(context, entry.Process, command, entry.After) with { Case = null })
            : ProblemAnswer.Of(context, passage.Refusal!);
    }

    private static async Task<IResult> Adopt(
        HttpContext context,
        Workplace place,
        CommandSender sender,
        AccessLog log,
        AdoptCase command,
        CancellationToken cancellation
    )
    {
        var answer = await sender.Pass(context, null, command, new CommandSender.Terms(null, null, null, null, null), cancellation);
        if (answer is NotWritten refused)
            return ProblemAnswer.Of(context, refused.Refusal);
        var written = (Written)answer;
        await log.Append([Administered(Caller.Of(context).Id, command, written)], cancellation);
        return SpokenAnswer.Made(
            context,
            $"/api/cases/{written.Case}",
            Line(context, place.Processes.Find(written.State.Definition)!, command, written.State)
        );
    }

    private static AccessRecord Administered(string caller, AdoptCase command, Written written) =>
        new(written.State.LastAt, AccessKinds.Administered, $"adopt {command.Process} from {command.System}", caller)
        {
            Case = written.Case,
            Document = command.Document,
        };

    private static AdoptionLine Line(HttpContext context, PublishedProcess process, AdoptCase command, CaseState state) =>
        AdoptionLine.Of(new ToldRow(1, command.Number, command, []), process, state, Caller.Of(context).Today);
}

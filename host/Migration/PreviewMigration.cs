using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Host.Migration;

/// <summary><c>POST /api/cases/{number}/migration/preview</c>: the dry run of a move to another definition; the body is the command's.</summary>
public static class PreviewMigration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/cases/{number}/migration/preview", Handle)
            .As("PreviewMigration", "Cases", "换版预演 / What a move to another definition would do; nothing is written")
            .Accepts<MigrateCase>("application/json")
            .Produces<MigrationReport>()
            .Refuses(400, 403, 404, 413, 415, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string number,
        CaseReads reads,
        CaseRunner runner,
        CancellationToken cancellation
    )
    {
        var caller = Caller.Of(context);
        SeenCase.RequireInside(caller, reads.State(number), number);
        var request = new Request(caller.Id, await Bodies.ReadJson(context.Request, CommandBody.ReadMigration, cancellation));
        return SpokenAnswer.Of(context, runner.Ask(number, (state, at, outside) => MigrationPreview.Of(state, request, at, outside)));
    }
}

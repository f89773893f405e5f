using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;

namespace Workflow.Host.Supervision;

/// <summary><c>GET /api/board</c>: the open work of every office by its lamps 电子监察.</summary>
public static class ShowBoard
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/board", Handle)
            .Answers<Board>(
                "ShowBoard",
                "Supervision",
                "电子监察 / The open tasks of every office by their lamps, worst first; for supervisors and auditors"
            )
            .Tagged()
            .Refuses(403);

    private static Board Handle(HttpContext context, Workplace place, OfficeTasks tasks) =>
        Board.Of(tasks.Counts(), Watching(context), place, Words.Of(context));

    /// <summary>The caller, who watches over the work of offices.</summary>
    /// <exception cref="RequestRefusedException">They are neither a supervisor nor an auditor.</exception>
    internal static Caller Watching(HttpContext context) =>
        Caller.Of(context) is { ReadsAll: true } caller ? caller : throw JobRefusals.NotYours(Caller.Of(context).Named);
}

using Workflow.Host.Answers;
using Workflow.Host.Inbox;
using Workflow.Host.Wording;

namespace Workflow.Host.Supervision;

/// <summary><c>GET /api/board/tasks</c>: the tasks behind a number of the board.</summary>
public static class ListBoardTasks
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/board/tasks", Handle)
            .Answers<Page<ListWork.ListedTask>>(
                "ListBoardTasks",
                "Supervision",
                "监察清单 / The tasks behind a number of the board; by office, process, lamp, held=free, or text in number or party"
            )
            .Tagged()
            .Refuses(400, 403, 404);

    private static Page<ListWork.ListedTask> Handle(
        HttpContext context,
        WorkList work,
        string? office,
        string? process,
        string? lamp,
        string? held,
        string? text,
        string? cursor,
        int? limit
    ) =>
        work.OfOffices(
            ShowBoard.Watching(context),
            Words.Of(context),
            KnownWord.Given(office),
            WorkFilter.Read(process, lamp, held, text),
            cursor,
            Cursor.Limit(limit)
        );
}

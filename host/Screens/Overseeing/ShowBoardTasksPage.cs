using Workflow.Definitions.Registers;
using Workflow.Engine.Processes;
using Workflow.Host.Answers;
using Workflow.Host.Inbox;
using Workflow.Host.Opening;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Supervision;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Overseeing;

/// <summary><c>/board/tasks</c>: the tasks behind a number of the board.</summary>
public static class ShowBoardTasksPage
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/board/tasks", Handle).AsPage();

    private static IResult Handle(
        HttpContext context,
        Workplace place,
        WorkList work,
        string? office,
        string? process,
        string? lamp,
        string? held,
        string? text,
        string? cursor
    )
    {
        var (caller, words, of) = (ShowBoard.Watching(context), Words.Of(context), KnownWord.Given(office));
        var filter = WorkFilter.Read(process, lamp, held, text);
        var page = work.OfOffices(caller, words, of, filter, cursor, PageSize);
        var title = of is null ? words["page.board.all"] : words.Title(place.Folder.Register.FindOrganisation(of).NameOf(of));
        return PageRoutes.Show<BoardTasksPage, BoardTasksModel>(
            context,
            new BoardTasksModel(
                Frame.Of(context, words["page.board"], "/board"),
                title,
                filter,
                page,
                place.Folder.Register,
                PageQuery.Of(context)
            )
        );
    }
}

/// <summary>The tasks behind a number of the board.</summary>
/// <param name="Frame">What stands around them.</param>
/// <param name="Title">Whose they are.</param>
/// <param name="Filter">Which of them.</param>
/// <param name="Page">The tasks.</param>
/// <param name="Register">Who has them.</param>
/// <param name="Query">What the address asks.</param>
public sealed record BoardTasksModel(
    Frame Frame,
    string Title,
    WorkFilter Filter,
    Page<ListWork.ListedTask> Page,
    Register Register,
    PageQuery Query
)
{
    public Words Words => Frame.Words;
}

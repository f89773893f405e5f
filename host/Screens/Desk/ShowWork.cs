using Workflow.Definitions.Registers;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Inbox;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary><c>/work</c>: the inbox 待办.</summary>
public static class ShowWork
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context) => Results.LocalRedirect($"{context.Request.PathBase}/work")).AsPage();
        routes.MapGet("/work", Handle).AsPage();
    }

    private static IResult Handle(
        HttpContext context,
        WorkList work,
        Register register,
        string? process,
        string? lamp,
        string? held,
        string? text,
        string? cursor
    )
    {
        var (caller, words) = (Caller.Of(context), Words.Of(context));
        var filter = WorkFilter.Read(process, lamp, held, text);
        var page = work.Page(caller, words, filter, cursor, PageSize);
        var tally = work.Tally(caller, WorkList.MostCounted);
        var frame = Frame.Of(context, words["page.work"], "/work", tally);
        return PageRoutes.Show<WorkPage, WorkModel>(context, new WorkModel(frame, filter, page, tally, register, PageQuery.Of(context)));
    }
}

/// <summary>The inbox as its page shows it.</summary>
public sealed record WorkModel(
    Frame Frame,
    WorkFilter Filter,
    Page<ListWork.ListedTask> Page,
    WorkTally Tally,
    Register Register,
    PageQuery Query
)
{
    public bool IsFiltered => !Query.Asked.IsEmpty;
}

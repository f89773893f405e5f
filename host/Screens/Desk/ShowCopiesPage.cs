using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Inbox;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary><c>/copies</c>: what the person was sent for information 抄送, with a mark on what they have not read.</summary>
public static class ShowCopiesPage
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/copies", Handle).AsPage();

    private static async Task<IResult> Handle(
        HttpContext context,
        CopyList copies,
        Today today,
        string? cursor,
        CancellationToken cancellation
    )
    {
        var words = Words.Of(context);
        var page = await copies.Page(Caller.Of(context), words, cursor, PageSize, cancellation);
        return PageRoutes.Show<CopiesPage, CopiesModel>(
            context,
            new CopiesModel(Frame.Of(context, words["page.copies"], "/copies"), page, today)
        );
    }
}

/// <summary>The copies as their page shows them.</summary>
public sealed record CopiesModel(Frame Frame, Page<ListCopies.ListedCopy> Page, Today Today)
{
    public Words Words => Frame.Words;

    /// <summary>The day of sending where the offices are.</summary>
    public string SentOn(ListCopies.ListedCopy copy) => Lines.Day(Today.DayOf(copy.SentAt));

    public string Case(ListCopies.ListedCopy copy) => $"{Frame.Base}/cases/{Uri.EscapeDataString(copy.Case)}";
}

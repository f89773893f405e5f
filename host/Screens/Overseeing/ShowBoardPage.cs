using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Extensions;
using Workflow.Definitions.Registers;
using Workflow.Host.Inbox;
using Workflow.Host.Opening;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Supervision;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;

namespace Workflow.Host.Screens.Overseeing;

/// <summary><c>/board</c>: where work is late, and with whom it lies 电子监察.</summary>
public static class ShowBoardPage
{
    private const int Worst = 6;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/board", Handle).AsPage();

    private static IResult Handle(HttpContext context, Workplace place, OfficeTasks tasks, WorkList work)
    {
        var (caller, words) = (ShowBoard.Watching(context), Words.Of(context));
        var board = Board.Of(tasks.Counts(), caller, place, words);
        var worst = work.OfOffices(caller, words, null, new WorkFilter(Lamp: LampNames.All[0]), null, Worst).Items;
        var frame = Frame.Of(context, words["page.board"], "/board");
        return PageRoutes.Show<BoardPage, BoardModel>(context, new BoardModel(frame, board, [.. worst], place.Folder.Register));
    }
}

/// <summary>The board as its page shows it.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Board">The offices and their open work.</param>
/// <param name="Worst">The tasks that have been late for longest.</param>
/// <param name="Register">Who has them.</param>
public sealed record BoardModel(Frame Frame, Board Board, ImmutableArray<ListWork.ListedTask> Worst, Register Register)
{
    public Words Words => Frame.Words;

    /// <summary>The address of the tasks behind a number.</summary>
    public string Tasks(string? office, string? lamp)
    {
        var query = new QueryBuilder();
        if (office is not null)
            query.Add("office", office);
        if (lamp is not null)
            query.Add("lamp", lamp);
        return $"{Frame.Base}/board/tasks{query.ToQueryString()}";
    }

    /// <summary>What an office has open as a band of a hundred: each lamp that it shows, from where and how wide.</summary>
    public static IEnumerable<(string Lamp, decimal From, decimal Width)> Shares(BoardCount count)
    {
        var from = 0m;
        foreach (var lamp in LampNames.All.Where(lamp => count[lamp] > 0))
        {
            var width = decimal.Round(100m * count[lamp] / count.Open, 2);
            yield return (lamp, from, width);
            from += width;
        }
    }
}

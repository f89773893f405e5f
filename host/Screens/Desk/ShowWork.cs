using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Extensions;
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
        return PageRoutes.Show<WorkPage, WorkModel>(context, new WorkModel(frame, filter, page, tally, register, Query(context)));
    }

    private static ImmutableSortedDictionary<string, string> Query(HttpContext context) =>
        context
            .Request.Query.Where(q => q.Key != "cursor")
            .ToImmutableSortedDictionary(q => q.Key, q => $"{q.Value}", StringComparer.Ordinal);
}

/// <summary>The inbox as its page shows it.</summary>
public sealed record WorkModel(
    Frame Frame,
    WorkFilter Filter,
    Page<ListWork.ListedTask> Page,
    WorkTally Tally,
    Register Register,
    ImmutableSortedDictionary<string, string> Query
)
{
    public bool IsFiltered => !Query.IsEmpty;

    /// <summary>The address of the same list with another filter; null takes one away.</summary>
    public string With(string name, string? value)
    {
        var query = value is null ? Query.Remove(name) : Query.SetItem(name, value);
        return $"{Frame.Base}/work{new QueryBuilder(query).ToQueryString()}";
    }

    /// <summary>The filters that stay when one is typed anew.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept(string but) => Query.Where(q => q.Key != but);

    public string Case(ListWork.ListedTask task) =>
        $"{Frame.Base}/cases/{Uri.EscapeDataString(task.Case)}{new QueryBuilder { { "step", task.Step } }.ToQueryString()}";

    public string Due(ListWork.ListedTask task) =>
        task.Paused ? Frame.Words["page.paused"]
        : task.DueOn is { } due ? $"{Lines.Day(due)} {Frame.Words.Weekday(due)}"
        : "—";

    public string Holder(ListWork.ListedTask task) =>
        task.ByPaperFor is { } visitor ? Frame.Words.Say("page.by-paper", visitor)
        : task.ClaimedBy is { } id ? Register.Person(id, Frame.Caller!.Today)?.Name ?? id
        : Frame.Words["page.free"];
}

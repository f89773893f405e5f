using System.Collections.Immutable;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Inbox;

/// <summary><c>GET /api/work</c>: what waits for the caller, and for those they stand in for today; the nearest last day first.</summary>
public static class ListWork
{
    /// <summary>A task. <c>DraftSavedAt</c> is when the caller saved a draft at it; null without one. <c>DaysLeft</c> counts working days after today up to the last day: negative when it is past, null without a date or while paused.</summary>
    public sealed record ListedTask(
        string Case,
        string Process,
        string ProcessTitle,
        string Step,
        string StepTitle,
        string? Party,
        string Entitlement,
        string? For,
        DateOnly OpenedOn,
        DateOnly? DueOn,
        int? DaysLeft,
        string Lamp,
        string LampWords,
        bool Paused,
        string? ClaimedBy,
        DateTimeOffset? DraftSavedAt
    )
    {
        /// <summary>The name of the party without an account for whom the caller does it on paper; null for any other task.</summary>
        public string? ByPaperFor { get; init; }

        /// <summary>What to look at there, and what goes wrong easily; null where nobody wrote it.</summary>
        public ImmutableArray<Guidance>? Guidance { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/work", Handle)
            .Answers<Page<ListedTask>>(
                "ListWork",
                "Inbox",
                "待办 / What waits for the caller, nearest last day first; by process, lamp, held=mine or free, or text in number or party"
            )
            .Tagged()
            .Refuses(400, 404);

    private static Page<ListedTask> Handle(
        HttpContext context,
        WorkList work,
        string? process,
        string? lamp,
        string? held,
        string? text,
        string? cursor,
        int? limit
    ) => work.Page(Caller.Of(context), Words.Of(context), WorkFilter.Read(process, lamp, held, text), cursor, Cursor.Limit(limit));
}

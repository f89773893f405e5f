using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Wording;
using Workflow.Storage.Alerts;

namespace Workflow.Host.Deadlines;

/// <summary><c>GET /api/alerts</c>: what the sweep could not do, or did later than its legal day. For administrators, and those who read every case.</summary>
public static class ListAlerts
{
    /// <summary>An alert. <c>DueOn</c> is the legal day of what a rule did late, <c>RecordedOn</c> the day it was recorded.</summary>
    public sealed record ListedAlert(
        string Id,
        string Kind,
        string KindWords,
        string? Case,
        string? Clock,
        DateOnly? DueOn,
        DateOnly? RecordedOn,
        DateTimeOffset RaisedAt,
        string Words
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/alerts", Handle)
            .As("ListAlerts", "Deadlines", "待核事项 / What a person must look at, the oldest first")
            .Produces<IReadOnlyList<ListedAlert>>()
            .Tagged()
            .Refuses(403);

    private static IReadOnlyList<ListedAlert> Handle(HttpContext context, AlertList alerts, OwnCases own)
    {
        var caller = Caller.Of(context);
        if (!caller.Oversees)
            throw AlertRefusals.NotYours(caller.Named);
        var words = Words.Of(context);
        return [.. alerts.Open().Where(a => a.Case is not { } number || !own.IsOwn(caller, number)).Select(a => Shown(a, words))];
    }

    private static ListedAlert Shown(Alert a, Words words) =>
        new(a.Id, a.Kind, words[$"alert.{a.Kind}"], a.Case, a.Clock, a.DueOn, a.RecordedOn, a.RaisedAt, words.Tell(a.Message));
}

using Workflow.Definitions.Registers;
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
        string Words,
        IReadOnlyList<EarlierClosing> ClosedBefore
    );

    /// <summary>How an alert was closed before it was raised anew, and what it had said then.</summary>
    public sealed record EarlierClosing(DateTimeOffset At, string? By, string? ByName, string? Reasons, string Words);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/alerts", Handle)
            .Answers<IReadOnlyList<ListedAlert>>("ListAlerts", "Deadlines", "待核事项 / What a person must look at, the oldest first")
            .Tagged()
            .Refuses(403);

    private static IReadOnlyList<ListedAlert> Handle(HttpContext context, AlertList alerts, OwnCases own, Register register)
    {
        var caller = Caller.Of(context);
        if (!caller.Oversees)
            throw AlertRefusals.NotYours(caller.Named);
        var words = Words.Of(context);
        return [.. alerts.Open().Where(a => a.Case is not { } number || !own.IsOwn(caller, number)).Select(a => Shown(a, words, register))];
    }

    private static ListedAlert Shown(Alert a, Words words, Register register) =>
        new(
            a.Id,
            a.Kind,
            words[$"alert.{a.Kind}"],
            a.Case,
            a.Clock,
            a.DueOn,
            a.RecordedOn,
            a.RaisedAt,
            words.Tell(a.Message),
            [.. a.ClosedBefore.Select(c => Shown(c, words, register))]
        );

    private static EarlierClosing Shown(ClosedAlert closed, Words words, Register register)
    {
        var (by, at, reasons) = closed.Closing;
        return new EarlierClosing(at, by, by is null ? null : register.NameOf(by)?.Zh, reasons, words.Tell(closed.Message));
    }
}

using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Drafts;
using Workflow.Storage.Reading;

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
        /// <summary>What to look at there, and what goes wrong easily; null where nobody wrote it.</summary>
        public ImmutableArray<Guidance>? Guidance { get; init; }
    }

    private sealed record WorkPageKey(string Case, string Step, string Entitlement, DateOnly? DueOn);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/work", Handle)
            .As("ListWork", "Inbox", "待办 / What waits for the caller, the nearest last day first")
            .Produces<Page<ListedTask>>()
            .Tagged();

    private static Page<ListedTask> Handle(
        HttpContext context,
        InboxReads inbox,
        StepDrafts drafts,
        CaseReads cases,
        Workplace place,
        Register register,
        OwnCases own,
        string? cursor,
        int? limit
    )
    {
        var (caller, words, most) = (Caller.Of(context), Words.Of(context), Cursor.Limit(limit));
        var after = Cursor.Read<WorkPageKey>(cursor) is { } keys ? Position(keys) : null;
        List<InboxSource> sources = [.. WorkSources.Of(caller, register)];
        var rows = Pages.Read((last, count) => inbox.Page(sources, last, count), after, most + 1, row => own.Shows(caller, row));
        var saved = drafts.Of(caller.Id).ToDictionary(d => (d.Case, d.Step), d => (DateTimeOffset?)d.SavedAt);
        return Pages.Of(
            rows,
            most,
            row => Shown(row, cases, place, caller, words) with { DraftSavedAt = saved.GetValueOrDefault((row.Case, row.Step)) },
            row => new WorkPageKey(row.Case, row.Step, row.Entitlement, row.DueOn)
        );
    }

    private static InboxRow Position(WorkPageKey keys) =>
        new(keys.Case, keys.Step, keys.Entitlement, null, null, null, null, default, null, keys.DueOn, false);

    private static ListedTask Shown(InboxRow row, CaseReads cases, Workplace place, Caller caller, Words words)
    {
        var head = cases.Head(row.Case)!;
        var process = place.Processes.Find(head.Definition)!;
        var due = row.Paused ? null : row.DueOn;
        var lamp = LampNames.Of(row, caller.Today);
        return new ListedTask(
            row.Case,
            head.Process,
            words.Title(process.Definition.Title),
            row.Step,
            words.Title(process.StepName(row.Step)),
            head.Party,
            row.Entitlement,
            ActedFor(row, head.Process, caller),
            row.OpenedOn,
            due,
            due is { } day ? Left(place, head.Process, caller.Today, day) : null,
            lamp,
            words[$"lamp.{lamp}"],
            row.Paused,
            row.ClaimedBy,
            null
        )
        {
            Guidance = Inbox.Guidance.At(process, row.Step, words),
        };
    }

    private static int Left(Workplace place, string process, DateOnly today, DateOnly due) =>
        place.Calendars.At(place.Authority(process), place.Time.GetUtcNow()).CountWorkdays(today, due);

    // A row that is the caller's own stays theirs, whoever else they stand in for.
    private static string? ActedFor(InboxRow row, string process, Caller caller)
    {
        var waited = new Entitlement(row.Entitlement, row.Organisation, row.Role, row.Person);
        return waited.Admits(caller.Person) ? null : caller.ActsForIn(process).FirstOrDefault(waited.Admits)?.Id;
    }
}

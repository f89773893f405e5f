using Workflow.Engine.Processes;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Inbox;

/// <summary><c>GET /api/copies</c>: what the caller, or a post of theirs, was sent for information 抄送, the latest first, with a mark on what they have not read since.</summary>
public static class ListCopies
{
    public sealed record ListedCopy(
        string Case,
        string Process,
        string ProcessTitle,
        string? Party,
        string? Step,
        string? StepTitle,
        DateTimeOffset SentAt,
        bool Unread
    )
    {
        /// <summary>The latest words that urged the caller to read it 催阅, of the day it was sent or later; null for none, and once it is read.</summary>
        public Urging? Urged { get; init; }
    }

    /// <summary>Words that urge, from whom and when.</summary>
    public sealed record Urging(string By, DateOnly On, string Text);

    private sealed record CopyPageKey(string Case, long Entry, int Place, DateTimeOffset SentAt);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/copies", Handle)
            .Answers<Page<ListedCopy>>(
                "ListCopies",
                "Inbox",
                "抄送我的 / Copies sent to the caller, the latest first, with a mark on the unread"
            )
            .Tagged();

    private static async Task<Page<ListedCopy>> Handle(
        HttpContext context,
        CopyReads copies,
        CaseReads cases,
        CaseReadings readings,
        AccessBatch batch,
        Workplace place,
        Today today,
        OwnCases own,
        string? cursor,
        int? limit,
        CancellationToken cancellation
    )
    {
        var (caller, words, most) = (Caller.Of(context), Words.Of(context), Cursor.Limit(limit));
        var after = Cursor.Read<CopyPageKey>(cursor) is { } keys ? Position(keys) : null;
        var found = Pages.Read(
            (last, count) => copies.Page(caller.Id, caller.Person.Posts, last, count),
            after,
            most + 1,
            copy => own.Shows(caller, copy)
        );
        // What was read in the last moments may not be on disk yet.
        await batch.Flush(cancellation);
        return Pages.Of(found, most, Item, copy => new CopyPageKey(copy.Case, copy.Entry, copy.Place, copy.SentAt));

        ListedCopy Item(SentCopy copy) =>
            readings.Since(copy.Case, copy.SentAt).Any(r => r.Person == caller.Id)
                ? Shown(copy, cases, place, words)
                : Shown(copy, cases, place, words) with
                {
                    Unread = true,
                    Urged = Urged(cases, copy, caller, today.DayOf(copy.SentAt)),
                };
    }

    private static SentCopy Position(CopyPageKey keys) => new(keys.Case, keys.Entry, keys.Place, null, keys.SentAt);

    private static Urging? Urged(CaseReads cases, SentCopy copy, Caller caller, DateOnly from) =>
        cases.State(copy.Case)?.Urgings.LastOrDefault(u => u.Reader == caller.Id && u.On >= from) is { } urged
            ? new Urging(urged.By, urged.On, urged.Text)
            : null;

    private static ListedCopy Shown(SentCopy copy, CaseReads cases, Workplace place, Words words)
    {
        var head = cases.Head(copy.Case)!;
        var process = place.Processes.Find(head.Definition)!;
        return new ListedCopy(
            copy.Case,
            head.Process,
            words.Title(process.Definition.Title),
            head.Party,
            copy.Step,
            copy.Step is { } key ? words.Title(process.StepName(key)) : null,
            copy.SentAt,
            false
        );
    }
}

using Workflow.Engine.Processes;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Inbox;

/// <summary>What a caller, or a post of theirs, was sent for information: one list for the interface and the page.</summary>
public sealed class CopyList(
    CopyReads copies,
    CaseReads cases,
    CaseReadings readings,
    AccessBatch batch,
    Workplace place,
    Today today,
    OwnCases own
)
{
    private sealed record CopyPageKey(string Case, long Entry, int Place, DateTimeOffset SentAt);

    /// <summary>Returns a page, the latest first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="words">The language of titles.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="most">The most copies; at least 1.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="RequestRefusedException">The cursor is none that was given out.</exception>
    public async Task<Page<ListCopies.ListedCopy>> Page(
        Caller caller,
        Words words,
        string? cursor,
        int most,
        CancellationToken cancellation
    )
    {
        var found = Pages.Read(
            (last, count) => copies.Page(caller.Id, caller.Person.Posts, last, count),
            Cursor.Read<CopyPageKey>(cursor) is { } keys ? Position(keys) : null,
            most + 1,
            copy => own.Shows(caller, copy)
        );
        // What was read in the last moments may not be on disk yet.
        await batch.Flush(cancellation);
        return Pages.Of(
            found,
            most,
            copy => Item(copy, caller, words),
            copy => new CopyPageKey(copy.Case, copy.Entry, copy.Place, copy.SentAt)
        );
    }

    private ListCopies.ListedCopy Item(SentCopy copy, Caller caller, Words words) =>
        readings.Since(copy.Case, copy.SentAt).Any(r => r.Person == caller.Id)
            ? Shown(copy, words)
            : Shown(copy, words) with
            {
                Unread = true,
                Urged = Urged(copy, caller, today.DayOf(copy.SentAt)),
            };

    private static SentCopy Position(CopyPageKey keys) => new(keys.Case, keys.Entry, keys.Place, null, keys.SentAt);

    private ListCopies.Urging? Urged(SentCopy copy, Caller caller, DateOnly from) =>
        cases.State(copy.Case)?.Urgings.LastOrDefault(u => u.Reader == caller.Id && u.On >= from) is { } urged
            ? new ListCopies.Urging(urged.By, urged.On, urged.Text)
            : null;

    private ListCopies.ListedCopy Shown(SentCopy copy, Words words)
    {
        var head = cases.Head(copy.Case)!;
        var process = place.Processes.Find(head.Definition)!;
        return new ListCopies.ListedCopy(
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

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

/// <summary>What waits for a caller, and for those they stand in for today: one list for the interface and the page.</summary>
public sealed class WorkList(InboxReads inbox, StepDrafts drafts, CaseReads cases, Workplace place, Register register, OwnCases own)
{
    /// <summary>How many tasks a list of work counts.</summary>
    public const int MostCounted = 500;

    private sealed record WorkPageKey(string Case, string Step, string Entitlement, string? Person, DateOnly? DueOn);

    /// <summary>Returns a page, the nearest last day first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="words">The language of titles.</param>
    /// <param name="filter">Which tasks.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="most">The most tasks; at least 1.</param>
    /// <exception cref="RequestRefusedException">There is no such process, or the cursor is none that was given out.</exception>
    public Page<ListWork.ListedTask> Page(Caller caller, Words words, WorkFilter filter, string? cursor, int most)
    {
        KnownProcess.Require(place.Processes, filter.Process);
        var after = Cursor.Read<WorkPageKey>(cursor) is { } keys ? Position(keys) : null;
        var rows = Rows(caller, filter.Process, after, most + 1, row => IsAsked(row, filter, caller));
        var saved = drafts.Of(caller.Id).ToDictionary(d => (d.Case, d.Step), d => (DateTimeOffset?)d.SavedAt);
        return Pages.Of(
            rows,
            most,
            row => Shown(row, caller, words) with { DraftSavedAt = saved.GetValueOrDefault((row.Case, row.Step)) },
            Key
        );
    }

    /// <summary>Counts what waits.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="most">How many tasks are counted; of more it is only known that they are more.</param>
    public WorkTally Tally(Caller caller, int most)
    {
        var rows = Rows(caller, null, null, most, _ => true);
        return new WorkTally(
            rows.Count,
            rows.CountBy(r => LampNames.Of(r, caller.Today)).ToImmutableDictionary(StringComparer.Ordinal),
            rows.Count(r => r.ClaimedBy is null)
        );
    }

    private List<InboxRow> Rows(Caller caller, string? process, InboxRow? after, int most, Func<InboxRow, bool> asked)
    {
        List<InboxSource> sources = [.. WorkSources.Of(caller, register, process)];
        return Pages.Read(
            (last, count) => inbox.Page(sources, last, count),
            after,
            most,
            row => asked(row) && own.Shows(caller, row) && IsServed(caller, row)
        );
    }

    /// <summary>Returns a page of what waits at offices, for whoever watches over them; the nearest last day first. In their own case they see none.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="words">The language of titles.</param>
    /// <param name="office">The office; null for all.</param>
    /// <param name="filter">Which of their tasks.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="most">The most tasks; at least 1.</param>
    /// <exception cref="RequestRefusedException">There is no such process, or the cursor is none that was given out.</exception>
    public Page<ListWork.ListedTask> OfOffices(Caller caller, Words words, string? office, WorkFilter filter, string? cursor, int most)
    {
        KnownProcess.Require(place.Processes, filter.Process);
        var rows = Pages.Read(
            (last, count) => inbox.OfOffices(office, filter.Process, last, count),
            Cursor.Read<WorkPageKey>(cursor) is { } keys ? Position(keys) : null,
            most + 1,
            row => IsAsked(row, filter, caller) && !own.IsOwn(caller, row.Case)
        );
        return Pages.Of(rows, most, row => Shown(row, caller, words), Key);
    }

    private static WorkPageKey Key(InboxRow row) => new(row.Case, row.Step, row.Entitlement, row.Person, row.DueOn);

    // A visitor is served by the post that took them in alone, whatever else waits for a person.
    private bool IsServed(Caller caller, InboxRow row) => !VisitorId.Is(row.Person) || Served(caller, row) is not null;

    private PersonFact? Served(Caller caller, InboxRow row) =>
        VisitorId.Is(row.Person) && place.Runner.Look(row.Case) is { } state
            ? caller.ServesIn(state).FirstOrDefault(v => v.Id == row.Person)
            : null;

    private bool IsAsked(InboxRow row, WorkFilter filter, Caller caller) =>
        (filter.Lamp is null || LampNames.Of(row, caller.Today) == filter.Lamp)
        && filter.Held switch
        {
            WorkHeld.Mine => row.ClaimedBy == caller.Id,
            WorkHeld.Free => row.ClaimedBy is null,
            WorkHeld.Any => true,
            _ => throw new System.Diagnostics.UnreachableException($"No answer for {filter.Held}."),
        }
        && (filter.Text is null || Says(row, filter.Text));

    private bool Says(InboxRow row, string text) => Has(row.Case, text) || Has(cases.Head(row.Case)?.Party, text);

    private static bool Has(string? whole, string text) => whole?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static InboxRow Position(WorkPageKey keys) =>
        new(keys.Case, keys.Step, keys.Entitlement, null, null, keys.Person, null, default, null, keys.DueOn, false);

    private ListWork.ListedTask Shown(InboxRow row, Caller caller, Words words)
    {
        var head = cases.Head(row.Case)!;
        var process = place.Processes.Find(head.Definition)!;
        var due = row.Paused ? null : row.DueOn;
        var (lamp, visitor) = (LampNames.Of(row, caller.Today), Served(caller, row));
        return new ListWork.ListedTask(
            row.Case,
            head.Process,
            words.Title(process.Definition.Title),
            row.Step,
            words.Title(process.StepName(row.Step)),
            head.Party,
            row.Entitlement,
            visitor?.Id ?? ActedFor(row, head.Process, caller),
            row.OpenedOn,
            due,
            due is { } day ? Left(head.Process, caller.Today, day) : null,
            lamp,
            words[$"lamp.{lamp}"],
            row.Paused,
            row.ClaimedBy,
            null
        )
        {
            ByPaperFor = visitor?.Name,
            Guidance = StepGuidance.At(process, row.Step, words),
        };
    }

    private int Left(string process, DateOnly today, DateOnly due) =>
        place.Calendars.At(place.Authority(process), place.Time.GetUtcNow()).CountWorkdays(today, due);

    // A row that is the caller's own stays theirs, whoever else they stand in for.
    private static string? ActedFor(InboxRow row, string process, Caller caller)
    {
        var waited = new Entitlement(row.Entitlement, row.Organisation, row.Role, row.Person);
        return waited.Admits(caller.Person) ? null : caller.ActsForIn(process).FirstOrDefault(waited.Admits)?.Id;
    }
}

/// <summary>Which tasks of a list of work; null means any.</summary>
/// <param name="Process">The process.</param>
/// <param name="Lamp">The lamp, as <see cref="LampNames"/> calls it.</param>
/// <param name="Held">In whose hands.</param>
/// <param name="Text">What the number of the case or the name of its first party has in it.</param>
public sealed record WorkFilter(string? Process = null, string? Lamp = null, WorkHeld Held = WorkHeld.Any, string? Text = null)
{
    private static readonly ImmutableArray<string> Hands = [.. Enum.GetNames<WorkHeld>().Select(name => name.ToLowerInvariant())];

    /// <summary>Reads a filter as addresses write it.</summary>
    /// <exception cref="RequestRefusedException">There is no such lamp, or nobody holds in this way.</exception>
    public static WorkFilter Read(string? process, string? lamp, string? held, string? text) =>
        new(KnownWord.Given(process), KnownWord.Among("lamp", LampNames.All, lamp), Holding(held), KnownWord.Given(text));

    private static WorkHeld Holding(string? asked) =>
        KnownWord.Among("held", Hands, asked) is { } held ? Enum.Parse<WorkHeld>(held, ignoreCase: true) : WorkHeld.Any;
}

/// <summary>In whose hands a task is.</summary>
public enum WorkHeld
{
    /// <summary>In anybody's, or nobody's.</summary>
    Any,

    /// <summary>In the caller's.</summary>
    Mine,

    /// <summary>In nobody's: whoever is entitled may take it.</summary>
    Free,
}

/// <summary>How much waits for somebody.</summary>
/// <param name="All">All tasks, as far as they were counted.</param>
/// <param name="Lamps">How many of them show each lamp.</param>
/// <param name="Free">Those in nobody's.</param>
public sealed record WorkTally(int All, ImmutableDictionary<string, int> Lamps, int Free);

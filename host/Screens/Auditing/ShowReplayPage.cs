using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Workflow.Definitions.Registers;
using Workflow.Engine.Record.State;
using Workflow.Engine.Views;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Replaying;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;
using Workflow.Storage.Access;

namespace Workflow.Host.Screens.Auditing;

/// <summary><c>/cases/{number}/replay</c>: a case entry by entry, each with what it changed, and everything as it stood then.</summary>
public static class ShowReplayPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/{number}/replay", Handle).AsPage().OnDiskFirst(AccessKinds.Audited);

    private static IResult Handle(HttpContext context, string number, Workplace place, int? entry)
    {
        var whole = RecordedCase.Find(number, place.Database, place.Processes);
        var viewer = CaseAccess.RequireViewer(Caller.Of(context), whole?.State, number);
        return PageRoutes.Show<ReplayPage, ReplayModel>(context, Model(context, whole!, viewer, entry));
    }

    /// <exception cref="RequestRefusedException">The case has no such entry for the reader.</exception>
    private static ReplayModel Model(HttpContext context, RecordedCase whole, Viewer viewer, int? entry)
    {
        var (words, seen) = (Words.Of(context), whole.SeenBy(viewer));
        var at = entry ?? seen.Total;
        var then = After(whole, viewer, at) ?? throw new RequestRefusedException(RecordedRefusals.NoEntry(seen, at));
        var before = After(whole, viewer, at - 1);
        var frame = Frame.Of(context, words.Say("page.replay.title", seen.State.Number), "/cases");
        var shown = Shown(context, then, viewer);
        return new ReplayModel(frame, shown, [.. ToldEntry.Of(seen, words)], at)
        {
            Changes = Changes.Between(before is null ? null : Shown(context, before, viewer), shown, words),
            Picture = CasePicture.Of(then.Process.Definition, then.State, Touched(before?.State, then.State), words),
            Party = seen.State.Parties.IsEmpty ? seen.State.Number : seen.State.Parties[0].Name,
        };
    }

    private static RecordedCase? After(RecordedCase whole, Viewer viewer, int entry) => whole.Through(viewer, entry)?.SeenBy(viewer);

    // Who held a post then the register says to those who read every case.
    private static Replay Shown(HttpContext context, RecordedCase recorded, Viewer viewer)
    {
        var register = Caller.Of(context).ReadsAll ? context.RequestServices.GetRequiredService<Register>() : null;
        return Replay.Of(recorded, null, Words.Of(context), register, viewer);
    }

    private static IEnumerable<string> Touched(CaseState? before, CaseState then) =>
        then
            .Steps.Values.Where(s => before?.Steps.GetValueOrDefault(s.Key) is not { } old || old.Revision != s.Revision)
            .Select(s => s.Key);
}

/// <summary>One entry of a replay as its page shows it.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Then">The case as it stood after the entry.</param>
/// <param name="Entries">All entries, in order.</param>
/// <param name="At">The entry's number.</param>
public sealed record ReplayModel(Frame Frame, Replay Then, ImmutableArray<ToldEntry> Entries, int At)
{
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>The process as it stood then.</summary>
    public required MarkupString Picture { get; init; }

    public required string Party { get; init; }

    public Words Words => Frame.Words;

    public ToldEntry Now => Entries[At - 1];

    public string Case => $"{Frame.Base}/cases/{Uri.EscapeDataString(Then.Case)}";

    public string Of(int number) => $"{Case}/replay?entry={number}";

    public bool Changed(ReplayedClock clock) => Changes.Any(c => c.Clock == clock.Id);
}

/// <summary>How something changed.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is over.</summary>
    Removed,

    /// <summary>It is another than before.</summary>
    Moved,
}

/// <summary>What one entry changed.</summary>
/// <param name="Kind">How.</param>
/// <param name="Text">What.</param>
/// <param name="Clock">The clock it is about; null for a task.</param>
public sealed record Change(ChangeKind Kind, string Text, string? Clock = null);

/// <summary>Compares two moments of a case.</summary>
internal static class Changes
{
    internal static ImmutableArray<Change> Between(Replay? before, Replay then, Words words) =>
        [
            .. Tasks(before, then),
            .. then.Clocks.Select(c => Of(before?.Clocks.FirstOrDefault(b => b.Id == c.Id), c, words)).OfType<Change>(),
        ];

    private static IEnumerable<Change> Tasks(Replay? before, Replay then)
    {
        var (old, now) = (before?.Steps ?? [], then.Steps);
        foreach (var step in now.Where(s => !old.Any(o => IsSame(o, s))))
            yield return new Change(ChangeKind.Added, step.Title);
        foreach (var step in old.Where(o => !now.Any(s => IsSame(o, s))))
            yield return new Change(ChangeKind.Removed, step.Title);
    }

    private static bool IsSame(StepView one, StepView other) => one.Key == other.Key && one.Instance == other.Instance;

    private static Change? Of(ReplayedClock? before, ReplayedClock now, Words words)
    {
        if (before is null)
            return new Change(ChangeKind.Added, words.Say("page.replay.clock.starts", now.Title, Last(now, words)), now.Id);
        if (now.Clock.EndedOn is { } ended && before.Clock.EndedOn is null)
            return new Change(ChangeKind.Removed, words.Say("page.replay.clock.stops", now.Title, Lines.Day(ended)), now.Id);
        return Last(before, words) == Last(now, words)
            ? null
            : new Change(ChangeKind.Moved, words.Say("page.replay.clock.moves", now.Title, Last(before, words), Last(now, words)), now.Id);
    }

    private static string Last(ReplayedClock clock, Words words) =>
        clock.Clock.Paused ? words["page.paused"] : Lines.Day(clock.Clock.DueOn);
}

using System.Collections.Immutable;
using Workflow.Engine.Foresight;
using Workflow.Engine.Record.State;
using Workflow.Host.Access;
using Workflow.Host.Acting;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Replaying;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;
using Workflow.Storage.Access;

namespace Workflow.Host.Screens.Desk;

/// <summary><c>/cases/{number}</c>: a case with its clocks, form, papers and story, and what may be done.</summary>
public static class ShowCasePage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/{number}", Handle).AsPage().OnDiskFirst(AccessKinds.Audited);

    private static IResult Handle(HttpContext context, string number, Workplace place, string? why, string? done) =>
        PageRoutes.Show<CasePage, CaseModel>(context, Model(context, number, place, why) with { Done = done });

    internal static CaseModel Model(HttpContext context, string number, Workplace place, string? why)
    {
        var (caller, words) = (Caller.Of(context), Words.Of(context));
        var seen = SeenCase.Require(caller, place, number);
        var view = ShowCase.Of(caller, place, seen, words);
        var recorded = RecordedCase.Find(number, place.Database, place.Processes)!.SeenBy(seen.Viewer);
        ImmutableArray<ClockCard> clocks = [.. Clocks(recorded, caller.Today, words)];
        return new CaseModel(
            Frame.Of(context, $"{number} {words.Title(recorded.Process.Definition.Title)}", "/work"),
            view,
            recorded,
            clocks,
            [.. Deeds(caller, place, seen, view, words)],
            [.. ToldEntry.Of(recorded, words).Reverse()]
        )
        {
            Why = clocks.FirstOrDefault(c => c.Id == why) is { } opened ? OpenedClock.Of(opened, recorded, words) : null,
        };
    }

    private static IEnumerable<ClockCard> Clocks(RecordedCase recorded, DateOnly today, Words words) =>
        from clock in recorded.State.Clocks.Values
        orderby clock.IsOpen descending, clock.IsPaused, clock.DueOn
        select ClockCard.Of(ReplayedClock.Of(clock, recorded, today, words), recorded, today, words);

    private static IEnumerable<Deed> Deeds(Caller caller, Workplace place, SeenCase seen, CaseView view, Words words) =>
        from action in view.Actions
        where Deed.IsKnown(action)
        select Deed.Of(action, Foreseen(caller, place, seen.Whole, action), words);

    // Only what decides a step has a line about what follows: of the rest its word says enough.
    private static Foreseen? Foreseen(Caller caller, Workplace place, CaseState whole, ActionView action)
    {
        if (action is not { Allowed: true, Target: { } step, Choice: { } choice } || !ActionRows.Of(action.Action).Decides)
            return null;
        var by = action.For ?? caller.Id;
        var foreseen = place.Runner.Ask(whole.Number, (state, at, outside) => Foreseeing.AtOnce(state, step, choice, by, at, outside));
        return foreseen is null ? null : SeenCase.Ahead(caller, place, whole, foreseen);
    }
}

using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Adoption;

/// <summary>
/// The oracle of taking over: a case that has run here is told as another system would tell it, at each point of each story,
/// and taken over. Its clocks, its open steps and its inbox are those of the case that ran here, then and to the end.
/// </summary>
public sealed class LivedAgainTests
{
    private static readonly Dictionary<string, string> Heads = new(StringComparer.Ordinal)
    {
        ["three-certificates"] = "qian-jin",
        ["one-licence-one-code"] = "qian-jin",
        ["joint-acceptance"] = "ma-chao",
        ["case-file-review"] = "dai-wen",
        ["venue-fire-check"] = "yu-ming",
    };

    [TestCaseSource(typeof(ShippedStories), nameof(ShippedStories.All))]
    public void A_case_taken_over_at_any_point_goes_on_as_if_it_had_run_here(Scenario scenario)
    {
        for (var point = 1; point <= scenario.Moves.Length; point++)
            At(scenario, point);
    }

    [Test]
    public void Pauses_extensions_and_returns_are_among_what_is_told()
    {
        var told = ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .Select(s => ShippedStories.Played(s).Door)
            .Where(d => d.Cases is [var number] && CanBeTold(d, number))
            .SelectMany(d => d.Entries(d.Cases[0]))
            .ToList();
        Assert.That(
            told.Select(e => e.Command.GetType()),
            Does.Contain(typeof(PauseClock)).And.Contain(typeof(ExtendClock)).And.Contain(typeof(Answer))
        );
        Assert.That(
            told.SelectMany(e => e.Events).OfType<StepsSuperseded>().Select(e => e.Outcome),
            Does.Contain("supplement").And.Contain("rectify")
        );
    }

    private static void At(Scenario scenario, int point)
    {
        var lived = new Simulation(ShippedStories.World, scenario.CalendarKnown);
        foreach (var move in scenario.Moves.Take(point))
            Play(lived, move, lived.Cases.FirstOrDefault());
        if (lived.Cases is not [var number] || lived.State(number)!.Stage == CaseStage.Closed || !CanBeTold(lived, number))
            return;
        // A silence that waits for a calendar here waits for a person where the case is taken over.
        if (lived.State(number)!.Clocks.Values.Any(c => c.AwaitsCalendar))
            return;
        var here = new Simulation(ShippedStories.World, scenario.CalendarKnown);
        var taken = here.Submit(null, new Request(Heads[scenario.Process], ToldCase.Of(lived, number)), Instant(scenario.Moves[point - 1]));
        Assert.That(taken.Refusal, Is.Null, () => $"after move {point}: {taken.Refusal!.Code} {taken.Refusal.English.Sentence}");
        Same(lived, number, here, taken.Case!, $"after move {point}");
        foreach (var move in scenario.Moves.Skip(point))
        {
            var (was, now) = (Play(lived, move, number), Play(here, move, taken.Case!));
            Assert.That(
                now is null,
                Is.EqualTo(was is null),
                () =>
                    $"taken over after move {point}, at {move.At}: {now?.Code} {now?.English.Sentence} instead of {was?.Code} {was?.English.Sentence}"
            );
            Same(lived, number, here, taken.Case!, $"taken over after move {point}, at {move.At}");
        }
    }

    private static void Same(Simulation lived, string was, Simulation here, string now, string where)
    {
        var (before, after) = (lived.State(was)!, here.State(now)!);
        Assert.That((after.Stage, after.Result, after.LodgedOn), Is.EqualTo((before.Stage, before.Result, before.LodgedOn)), where);
        Assert.That(after.Clocks.Values.Select(Told), Is.EqualTo(before.Clocks.Values.Select(Told)), where);
        Assert.That(here.Rows(now).Select(r => r with { Case = "" }), Is.EqualTo(lived.Rows(was).Select(r => r with { Case = "" })), where);
        Assert.That(after.Moments.Select(m => (m.Key, m.Value.Day)), Is.EqualTo(before.Moments.Select(m => (m.Key, m.Value.Day))), where);
        Assert.That(
            after.Documents.Select(d => (d.Issued.Document, d.Issued.Number, d.Void, d.Served?.On)),
            Is.EqualTo(before.Documents.Select(d => (d.Issued.Document, d.Issued.Number, d.Void, d.Served?.On))),
            where
        );
    }

    // Of a clock that has ended there is left when it ended; reminders that nobody gave here, and whose silence it was, are the other system's.
    private static string Told(ClockState clock) =>
        clock.IsOpen
            ? $"{clock.Id} {string.Join(',', clock.Fired)} {clock.Status} {clock.StartDay} {clock.DueOn} {clock.YellowFrom} {clock.PromiseOn} {clock.Left} {clock.ClampedBy} {clock.Total} {clock.FiresAt} {string.Join(';', clock.Pauses.Select(p => $"{p.Step} {p.Ground} {p.From} {p.To}"))}"
            : $"{clock.Id} {clock.StartDay} {clock.DueOn} {clock.Total}";

    // What is told by effective days alone: no act recorded late, none of those that only an office's own book knows, and no party
    // without an account, since another system tells of nobody's window here; nor a silence that took effect before its step opened,
    // nor what waits for a signature.
    private static bool CanBeTold(Simulation door, string number) =>
        !door.State(number)!.Parties.Any(p => VisitorId.Is(p.Person))
        && !door.State(number)!.Steps.Values.Any(s => s.Status == StepStatus.Open && s.Sides.Any(t => t.IsOpen))
        && !door.State(number)!.Steps.Values.Any(s => s.Completed is { By: RuleActor } done && done.On < s.OpenedOn)
        && door.Entries(number)
            .All(e =>
                (
                    e.Command
                        is Lodge
                            or Complete
                            or Answer
                            or Reply
                            or PauseClock
                            or ResumeClock
                            or ExtendClock
                            or Claim
                            or Release
                            or Comment
                            or ReceiveMaterial
                    && e.Stamp.EffectiveOn == Shelf.Calendar.DayOf(e.Stamp.RecordedAt)
                )
                || e.Stamp.Actor is RuleActor
            );

    private static Refusal? Play(Simulation door, Move move, string? number)
    {
        if (move.Request is { } request)
            return door.Submit(request.Command is Lodge ? null : number, request, Instant(move)).Refusal;
        door.Advance(Instant(move));
        return null;
    }

    private static DateTimeOffset Instant(Move move) => Shelf.Calendar.InstantOf(move.Day, move.Time);
}

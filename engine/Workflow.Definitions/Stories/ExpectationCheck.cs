using System.Diagnostics;
using System.Globalization;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories;

/// <summary>Says in the words of a scenario how a case stands on a day.</summary>
/// <param name="world">The definitions and the register.</param>
/// <param name="state">The case; null before it is lodged, and then everything is none.</param>
/// <param name="day">The day of looking.</param>
internal sealed class ExpectationCheck(ScenarioWorld world, CaseState? state, DateOnly day)
{
    private const string None = "none";

    internal string Actual(Expectation expected) =>
        state is null
            ? None
            : expected.Subject switch
            {
                ExpectedSubject.Open => List(CaseRows.Inbox(world.Bound(state.Definition), state).Select(r => r.Step)),
                ExpectedSubject.Result => state.Result ?? None,
                ExpectedSubject.Stage => Lower(state.Stage),
                ExpectedSubject.Done => Step(expected.Name!)?.Outcome ?? None,
                ExpectedSubject.By => Step(expected.Name!)?.Completed?.By ?? None,
                ExpectedSubject.Moments => state.Moments.GetValueOrDefault(expected.Name!) is { } moment ? Text(moment.Day) : None,
                ExpectedSubject.Documents => Documents(expected.Name!),
                ExpectedSubject.Materials => Standings.Word(Standings.Of(state, expected.Name!)),
                ExpectedSubject.Inbox => Inbox(expected.Name!),
                ExpectedSubject.Due
                or ExpectedSubject.Promise
                or ExpectedSubject.Status
                or ExpectedSubject.Lamp
                or ExpectedSubject.Left
                or ExpectedSubject.Escalated => Clock(expected.Name!) is { } clock ? Of(clock, expected.Subject) : None,
                _ => throw new UnreachableException($"No answer for {expected.Subject}."),
            };

    private string Of(ClockState clock, ExpectedSubject subject) =>
        subject switch
        {
            ExpectedSubject.Due => clock.IsPaused ? "paused" : Text(clock.DueOn),
            ExpectedSubject.Promise => clock.PromiseOn is { } promise ? Text(promise) : None,
            ExpectedSubject.Status => clock.IsPaused ? "paused" : Lower(clock.Status),
            ExpectedSubject.Lamp => Lamps.Of(clock, day) is { } lamp ? Lower(lamp) : None,
            ExpectedSubject.Left => clock.Left?.ToString(CultureInfo.InvariantCulture) ?? None,
            ExpectedSubject.Escalated => clock.Fired.Length.ToString(CultureInfo.InvariantCulture),
            _ => throw new UnreachableException($"No answer for {subject}."),
        };

    // A name without a run means the latest.
    private ClockState? Clock(string name) => state!.Clocks.GetValueOrDefault(ClockNames.Of(state, name));

    private StepState? Step(string name) =>
        state!
            .Superseded.Concat(state.Steps.Values)
            .Where(s => s.Key == name || (StepKey.NamesRun(name) && StepKey.Parse(name) == StepKey.Parse(s.Key) with { Run = s.Instance }))
            .MaxBy(s => s.Instance);

    private string Documents(string type) =>
        List(
            state!.Documents.Where(d => d.Issued.Document == type && d.Void is null).Select(d => d.Issued.Number ?? "issued"),
            sorted: false
        );

    private string Inbox(string id)
    {
        if (world.Register.Person(id, day) is not { } person)
            return None;
        var rows = CaseRows.Inbox(world.Bound(state!.Definition), state);
        return List(rows.Where(r => CaseRows.WaitsFor(r, person, other => world.Register.Person(other, day))).Select(r => r.Step));
    }

    private static string List(IEnumerable<string> items, bool sorted = true)
    {
        var distinct = items.Distinct();
        var text = string.Join(", ", sorted ? distinct.Order(StringComparer.Ordinal) : distinct);
        return text.Length == 0 ? None : text;
    }

    private static string Text(DateOnly day) => day.ToString(Days.Format, CultureInfo.InvariantCulture);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

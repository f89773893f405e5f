using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>
/// A clock of the case must be stopped by the act it is there for. The end of the case stops every clock, but a clock
/// that only the end stops measures how long the file stayed open, not when the office acted.
/// </summary>
internal static class ClockStops
{
    public static readonly LintRule Never = LintRule.Error("clock.never_stops");

    public static readonly LintRule NoUntil = LintRule.Warning("clock.no_until");

    public static readonly LintRule OnlyAtEnd = LintRule.Warning("clock.stops_only_at_end");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var clock in subject.Definition.Clocks)
        {
            if (clock.Until.IsEmpty)
                findings.Add(NoUntil, subject.Places.Clock(clock.Id), ("clock", clock.Id));
            else if (NeverStops(subject, clock))
                findings.Add(
                    Never,
                    subject.Places.Clock(clock.Id, "until"),
                    ("clock", clock.Id),
                    ("moments", MessageValue.List(clock.Until))
                );
            else if (subject.Paths.Ends.FirstOrDefault(e => IsLeftRunning(subject, clock, e)) is { } end)
                StopsAt(subject, findings, clock, end);
        }
    }

    private static bool NeverStops(Subject subject, ClockRule clock) =>
        !subject.Paths.IsCut && !subject.Paths.Stopped.Contains($"clock/{clock.Id}") && !clock.Until.Any(subject.IsMarkedAnyTime);

    private static void StopsAt(Subject subject, Findings findings, ClockRule clock, WalkEnd end) =>
        findings.Add(
            OnlyAtEnd,
            end.Node is { } node ? subject.Places.Outcome(node.Id, end.Outcome!) : subject.Places.Clock(clock.Id, "until"),
            ("moments", MessageValue.List(clock.Until)),
            ("clock", clock.Id),
            ("end", Words(end)),
            ("first", clock.Until[0])
        );

    private static bool IsLeftRunning(Subject subject, ClockRule clock, WalkEnd end) =>
        clock.From.Any(end.State.Moments.ContainsKey)
        && !clock.Until.Any(end.State.Moments.ContainsKey)
        && clock.Limits.Any(l => l.When is null || subject.MayHold(l.When, end.State));

    private static Message Words(WalkEnd end) =>
        end.Node is null
            ? new Message("clock.last_step_ends")
            : new Message("clock.outcome_ends", ("outcome", end.Outcome!), ("step", end.Node.Id));
}

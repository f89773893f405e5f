using Workflow.Engine.Deciding.Migration;

namespace Workflow.Host.Migration;

/// <summary>Says what a move does to one case: only what changes, and everything that stands in the way.</summary>
internal static class MigrationText
{
    internal static void Write(TextWriter into, MigrateVerb.Outcome outcome, bool dry, Wording.Words words)
    {
        var report = outcome.Report;
        into.WriteLine($"{outcome.Case} {(outcome.Moved ? dry ? "would move" : "moved" : "stays")}: {report.From[..12]} -> {report.To[..Math.Min(12, report.To.Length)]}");
        foreach (var step in report.Steps.Where(s => s.Fate != StepFate.Stays)) into.WriteLine($"  step   {Pair(step.Key, step.Becomes)}: {Words(step.Fate)}");
        foreach (var clock in report.Clocks) into.WriteLine($"  clock  {Pair(clock.Id, clock.Becomes)}: {Words(clock)}");
        foreach (var refusal in report.Obstacles) into.WriteLine($"  {refusal.Code} {words.Tell(refusal)}");
    }

    private static string Pair(string? before, string? after) => before == after || after is null ? before! : before is null ? after : $"{before} -> {after}";

    private static string Words(StepFate fate) => fate switch
    {
        StepFate.Renamed => "goes on under its new name",
        StepFate.Reassigned => "goes on with others",
        StepFate.History => "is history only",
        StepFate.Passed => "does not apply any more",
        StepFate.Opens => "opens",
        _ => "stays",
    };

    private static string Words(ClockMove clock) => clock.Fate switch
    {
        ClockFate.Kept => $"due {clock.Now:yyyy-MM-dd} as before",
        ClockFate.Ends => $"ends, was due {clock.Was:yyyy-MM-dd}",
        ClockFate.Starts => $"starts from {clock.StartDay:yyyy-MM-dd}, due {clock.Now:yyyy-MM-dd}",
        _ => $"due {clock.Was:yyyy-MM-dd} -> {clock.Now:yyyy-MM-dd}, from {clock.StartDay:yyyy-MM-dd} as before",
    };
}

using System.Diagnostics;
using System.Globalization;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Messages;
using Workflow.Host.Wording;

namespace Workflow.Host.Migration;

/// <summary>Says what a move does to cases: only what changes, and everything that stands in the way.</summary>
/// <param name="into">Where it is written.</param>
/// <param name="words">The language.</param>
internal sealed class MigrationText(TextWriter into, Words words)
{
    private const int DigestShown = 12;

    internal void Write(MigrateVerb.MigratedCase outcome, bool dry)
    {
        var report = outcome.Report;
        Tell(Head(outcome, dry), ("case", outcome.Case), ("from", Short(report.From)), ("to", Short(report.To)));
        foreach (var step in report.Steps.Where(s => s.Fate != StepFate.Stays))
            Write(step);
        foreach (var clock in report.Clocks)
            Write(clock);
        foreach (var refusal in report.Obstacles)
            into.WriteLine($"  {refusal.Code} {words.Say(refusal.Message)}");
    }

    private void Write(StepMove step) =>
        Tell("migration.step", ("step", Pair(step.Key, step.Becomes)), ("fate", new Message(Fate(step.Fate))));

    private void Write(ClockMove clock) => Tell("migration.clock", ("clock", Pair(clock.Id, clock.Becomes)), ("fate", Fate(clock)));

    private void Tell(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values) =>
        into.WriteLine(words.Tell(code, values));

    /// <summary>How many were moved, or in a dry run would be.</summary>
    internal string Sum(IReadOnlyCollection<MigrateVerb.MigratedCase> outcomes, bool dry)
    {
        var moved = outcomes.Count(o => o.Moved);
        return words.Tell(
            dry ? "migration.sum_dry" : "migration.sum",
            ("cases", outcomes.Count),
            ("moved", moved),
            ("stayed", outcomes.Count - moved)
        );
    }

    private static string Head(MigrateVerb.MigratedCase outcome, bool dry) =>
        !outcome.Moved ? "migration.stays"
        : dry ? "migration.would_move"
        : "migration.moved";

    private static string Short(string digest) => digest[..Math.Min(DigestShown, digest.Length)];

    private static string Pair(string? before, string? after) =>
        before == after || after is null ? before!
        : before is null ? after
        : $"{before} -> {after}";

    private static string Fate(StepFate fate) =>
        fate switch
        {
            StepFate.Renamed => "migration.step_renamed",
            StepFate.Reassigned => "migration.step_reassigned",
            StepFate.History => "migration.step_history",
            StepFate.Passed => "migration.step_passed",
            StepFate.Opens => "migration.step_opens",
            StepFate.Stays => "migration.step_stays",
            _ => throw new UnreachableException($"No answer for {fate}."),
        };

    private static Message Fate(ClockMove clock) =>
        clock.Fate switch
        {
            ClockFate.Kept => new Message("migration.clock_kept", ("now", Day(clock.Now))),
            ClockFate.Ends => new Message("migration.clock_ends", ("was", Day(clock.Was))),
            ClockFate.Starts => new Message("migration.clock_starts", ("start", clock.StartDay), ("now", Day(clock.Now))),
            ClockFate.Rederived => new Message(
                "migration.clock_rederived",
                ("was", Day(clock.Was)),
                ("now", Day(clock.Now)),
                ("start", clock.StartDay)
            ),
            _ => throw new UnreachableException($"No answer for {clock.Fate}."),
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

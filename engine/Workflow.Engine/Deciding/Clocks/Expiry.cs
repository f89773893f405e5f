using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Does what has fallen due on a clock: reminders, overdue, and outcomes that a rule runs.</summary>
internal static class Expiry
{
    internal static Operation Operation { get; } = Operation.Of<ExpireClock>((turn, c) => Expire(turn, c.Clock));

    internal static Refusal? Expire(CaseTurn turn, string id)
    {
        if (!turn.State.Clocks.TryGetValue(id, out var clock) || !clock.IsOpen)
            return ClockRefusals.NotOpen(Naming.Clock(turn, id));
        if (clock.FiresAt is not { } at || at > turn.Stamp.RecordedAt)
            return NotDue(turn, clock);
        var rule = ClockRules.Of(turn.Process, clock);
        Remind(turn, id, rule, before: clock.DueAt);
        if (clock.Status == ClockStatus.Running && clock.DueAt <= turn.Stamp.RecordedAt && !clock.AwaitsCalendar)
            End(turn, clock, rule);
        Remind(turn, id, rule, before: null);
        return null;
    }

    private static Refusal NotDue(CaseLook look, ClockState clock) =>
        clock.IsPaused
            ? ClockRefusals.StandsStill(Naming.Clock(look, clock))
            : ClockRefusals.NotDue(Naming.Clock(look, clock), clock.DueOn, look.Today);

    // Reminders that lie before the end come before it in the ledger, even after an outage.
    private static void Remind(CaseTurn turn, string id, ClockRule rule, DateTimeOffset? before)
    {
        for (var i = 0; i < rule.Escalations.Length; i++)
        {
            var clock = turn.State.Clocks[id];
            var at = ClockConclusions.StageAt(clock, rule.Escalations[i], turn.Calendar);
            if (!clock.IsOpen || clock.Fired.Contains(i) || at > turn.Stamp.RecordedAt || at >= before)
                continue;
            var next = ClockConclusions.FiresAt(clock with { Fired = clock.Fired.Add(i) }, rule, turn.Calendar);
            turn.Apply(new ClockEscalated(id, i, Addressee(turn, rule.Escalations[i].To), clock.DueOn, next));
        }
    }

    // A stage whose addressee the case does not have is reached all the same; the entry names whom it was meant for.
    private static Entitlement Addressee(CaseLook look, Assignee to) =>
        Entitlements.Of(to, look.State).FirstOrDefault(new Entitlement(to.ToString()!, null, null, null));

    private static void End(CaseTurn turn, ClockState clock, ClockRule rule)
    {
        if (Result(turn, clock, rule) is not { } outcome)
            Overdue(turn, clock, rule);
        else if (clock.Provisional)
            Await(turn, clock, rule);
        else if (IsWithheld(turn, clock, rule, outcome))
            Overdue(turn, clock, rule, withheld: outcome);
        else
            Deem(turn, clock, rule, outcome);
    }

    // Where too few were there nobody has decided, whatever the rule says; a head who decides has heard nobody.
    private static string? Result(CaseLook look, ClockState clock, ClockRule rule) =>
        rule.OnExpiry is not null
        && clock.Participant is null
        && look.Process.Find(clock.Step!) is JointNode joint
        && !Attendance.IsQuorate(joint, look.State.Steps[clock.Step!])
            ? joint.Vote.Otherwise
            : rule.OnExpiry;

    // Silence gives nothing for which a person would have to have all materials; a person looks at the case instead. Whoever did not
    // say in time what was missing has accepted as of the day the materials came in, though some are missing; whoever did, has not.
    private static bool IsWithheld(CaseLook look, ClockState clock, ClockRule rule, string outcome) =>
        (rule.AsOf != AsOf.Start || WasTold(look))
        && clock.Participant is null
        && Checking.Fit(look, Named(look, clock, outcome)) is not null;

    private static bool WasTold(CaseLook look) =>
        look.State.Documents.Any(d => d.Void is null && look.Definition.Documents.Any(t => t.Id == d.Issued.Document && t.StatesMissing));

    /// <summary>Returns an outcome of the step that a clock is the limit of.</summary>
    internal static OutcomeRule Named(CaseLook look, ClockState clock, string outcome) =>
        ((WorkNode)look.Process.Find(clock.Step!)!).Outcomes.Single(o => o.Id == outcome);

    // Silence has effect only on a day that a published calendar confirms.
    private static void Await(CaseTurn turn, ClockState clock, ClockRule rule)
    {
        var waiting = turn.State.Clocks[clock.Id] with { AwaitsCalendar = true };
        turn.Apply(new ClockAwaitsCalendar(clock.Id, clock.DueOn, ClockConclusions.FiresAt(waiting, rule, turn.Calendar)));
    }

    /// <summary>Records that a clock's last day is past, and nothing else follows by rule.</summary>
    /// <param name="turn">The decision in the making.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="withheld">The outcome that the silence would have had; null for none.</param>
    internal static void Overdue(CaseTurn turn, ClockState clock, ClockRule rule, string? withheld = null)
    {
        var overdue = turn.State.Clocks[clock.Id] with { Status = ClockStatus.Overdue };
        turn.Apply(
            new ClockExpired(
                clock.Id,
                clock.DueOn,
                null,
                (clock.Basis ?? rule.Basis).ToString(),
                ClockConclusions.FiresAt(overdue, rule, turn.Calendar)
            )
            {
                Withheld = withheld,
            }
        );
        if (clock.Material is { } material)
            Promising.OnUnkept(turn, material, clock);
    }

    // The rule runs the outcome as a person would; the law says from which day it holds.
    private static void Deem(CaseTurn turn, ClockState clock, ClockRule rule, string outcome)
    {
        turn.Apply(new ClockExpired(clock.Id, clock.DueOn, outcome, (clock.Basis ?? rule.Basis).ToString(), null));
        var node = (WorkNode)turn.Process.Find(clock.Step!)!;
        var on = rule.AsOf == AsOf.Start ? clock.StartDay : clock.DueOn;
        if (clock.Participant is { } silent)
            Silence.Take(turn, (JointNode)node, clock.Step!, silent, on);
        else
            Completion.Complete(
                turn,
                node,
                clock.Step!,
                Named(turn, clock, outcome),
                Act.ByRule(rule.Id, on) with
                {
                    Because = new RanOut((clock.Basis ?? rule.Basis).ToString()),
                }
            );
    }
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>The own limits of those who answer in a joint review: each runs from the day on which it is its participant's turn.</summary>
internal static class ParticipantClocks
{
    /// <summary>Starts the limits of those whose turn it has become, stops those of whoever lost the turn, and opens again that of one who has to answer anew.</summary>
    /// <param name="turn">The decision.</param>
    /// <param name="key">The joint's key.</param>
    /// <param name="passed">Whether the turn passed on by an answer: whoever had lost it then has it from this day, with the whole limit.</param>
    internal static void Follow(CaseTurn turn, string key, bool passed = false)
    {
        var waiting = Waiting(turn, key);
        ClockKeeper.OnTurnLost(turn, key, waiting.Select(w => w.Home.Participant!));
        foreach (var (rule, home) in waiting)
        {
            if (turn.State.Clocks.GetValueOrDefault(home.IdOf(rule)) is not { } before || (passed && before.Status == ClockStatus.Stopped))
                ClockKeeper.Begin(turn, rule, home, turn.Today);
            else if (before.Status == ClockStatus.Stopped)
                ClockKeeper.Reopen(turn, before);
        }
    }

    /// <summary>Returns the limits of those whose turn it is at an open joint review.</summary>
    internal static IReadOnlyList<(ClockRule Rule, ClockHome Home)> Waiting(CaseLook look, string key)
    {
        if (
            look.Process.Find(key) is not JointNode joint
            || look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step
        )
            return [];
        var waiting = Turns.Waiting(look.Process, step).Select(e => e.Key).Distinct().ToLookup(Seat.ParticipantOf);
        return
        [
            .. from participant in joint.Participants
            where participant.Limit is not null
            from who in waiting[participant.Key]
            select (participant.Limit, new ClockHome(key, step.Instance, who)),
        ];
    }
}

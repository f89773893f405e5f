using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Takes back one's own answer in a joint review that is still open; where answers are given in order only the last one.</summary>
internal static class TakingAnswerBack
{
    internal static Refusal? TakeBack(CaseTurn turn, TakeBack command)
    {
        if (MayTakeAnswer(turn, command.Step, command.Participant) is { } refusal)
            return refusal;
        var mine = Mine(turn, command.Step, command.Participant)
            .Where(a => StillAnswers(turn, command.Step, a) && IsLast(turn, command.Step, a))
            .ToList();
        if (mine.Count > 1)
            return Unclear(turn, command.Step, mine);
        turn.Apply(new AnswerTakenBack(command.Step, mine[0].Participant));
        ParticipantClocks.Follow(turn, command.Step);
        return null;
    }

    /// <summary>Whether the actor may take back an answer in a joint review that is still open.</summary>
    internal static Refusal? MayTakeAnswer(CaseLook look, string key, string? participant)
    {
        if ((StepGuards.MustBeOpen(look, key) ?? Deputyship.MustReach(look, key)) is { } closed)
            return closed;
        var mine = Mine(look, key, participant).ToList();
        if (mine.Count == 0)
            return TakebackRefusals.NoAnswer(Naming.Step(look, key), Naming.Actor(look));
        if (!mine.Exists(a => StillAnswers(look, key, a)))
            return OwnCase.OfOfficer(look, key) ?? TakebackRefusals.NoLonger(Naming.Step(look, key), Naming.Actor(look));
        if (!mine.Exists(a => IsLast(look, key, a)))
            return TakebackRefusals.Answered(Naming.Step(look, key), Naming.Actor(look));
        return mine.Where(a => IsLast(look, key, a))
            .Select(a => Lapsing.OfAnswer(look, look.State.Steps[key], a))
            .FirstOrDefault(r => r is not null);
    }

    private static Refusal Unclear(CaseLook look, string key, List<GivenAnswer> mine) =>
        StepRefusals.ParticipantUnclear(Naming.Actor(look), mine.Select(a => Naming.OnRoll(look, look.State.Steps[key], a.Participant)));

    private static IEnumerable<GivenAnswer> Mine(CaseLook look, string key, string? participant)
    {
        var answers = look.State.Steps.GetValueOrDefault(key)?.Answers ?? [];
        var mine = answers.Where(a => Visitors.IsDoer(look, a.By));
        return participant is null ? mine : mine.Where(a => a.Participant == participant);
    }

    private static bool StillAnswers(CaseLook look, string key, GivenAnswer answer)
    {
        var step = look.State.Steps[key];
        return step.Roll.Any(e => e.Key == answer.Participant && Actors.Admitted(look, key, Leavers.Today(look, step, e)));
    }

    private static bool IsLast(CaseLook look, string key, GivenAnswer answer) =>
        look.Process.Find(key) is not JointNode { Vote.InOrder: true } || look.State.Steps[key].Answers[^1] == answer;
}

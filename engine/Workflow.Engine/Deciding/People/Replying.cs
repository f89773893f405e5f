using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Takes the reply of somebody who was drawn in.</summary>
internal static class Replying
{
    internal static Operation Operation { get; } = Operation.Of<Reply>(Reply, BuildsOn) with
    {
        AtTask = (look, _, step) => step.Status == StepStatus.Open && step.Sides.Any(t => t.IsOpen)
            ? [ActionOffer.At("reply", step.Key, MayReply(look, step.Key))]
            : [],
    };

    private static BuiltOn? BuildsOn(CaseLook look, Reply command) =>
        BuiltOn.Asked(look, command.Step, t => (command.Number is null || t.Number == command.Number) && Actors.Admitted(look, t.Who));

    internal static Refusal? Reply(CaseTurn turn, Reply command)
    {
        if (MayReply(turn, command.Step) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Opinion)) return SideRefusals.ReplyEmpty();
        var mine = Mine(turn, command.Step).Where(t => command.Number is null || t.Number == command.Number).ToList();
        if (mine.Count == 0) return SideRefusals.NotAsked(Naming.Step(turn, command.Step), command.Number ?? 0, Naming.Actor(turn));
        if (mine.Count > 1) return SideRefusals.Unclear(Naming.Step(turn, command.Step), Naming.Actor(turn), mine.Select(t => t.Number));
        turn.Apply(new SideReplied(command.Step, mine[0].Number, new SideReply(turn.Stamp.Actor, command.Agrees, command.Opinion, turn.On)));
        Proposing.Settle(turn, command.Step);
        return null;
    }

    internal static Refusal? MayReply(CaseLook look, string key)
    {
        if (StepGuards.MustBeOpen(look, key) is { } closed) return closed;
        return Mine(look, key).Any()
            ? Actors.Separation(look, (WorkNode)look.Process.Find(key)!, [])
            : SideRefusals.None(Naming.Step(look, key), Naming.Actor(look));
    }

    private static IEnumerable<SideTask> Mine(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } step ? Turns.Asked(look.Process, step).Where(t => Actors.Admitted(look, t.Who)) : [];
}

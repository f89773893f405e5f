using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Takes the reply of somebody who was involved.</summary>
internal static class Replying
{
    internal static Operation Operation { get; } =
        Operation.Of<Reply>(Reply, BuildsOn) with
        {
            AtTask = (look, _, step) =>
                step.Status == StepStatus.Open && step.Sides.Any(t => t.IsOpen)
                    ? [ActionOffer.At("reply", step.Key, MayReply(look, step.Key))]
                    : [],
        };

    private static BuiltOn? BuildsOn(CaseLook look, Reply command) =>
        BuiltOn.Asked(
            look,
            command.Step,
            t => (command.Number is null || t.Number == command.Number) && Actors.Admitted(look, command.Step, t.Who)
        );

    internal static Refusal? Reply(CaseTurn turn, Reply command)
    {
        if (MayReply(turn, command.Step) is { } refusal)
            return refusal;
        if (PlainText.IsBlank(command.Opinion))
            return SideRefusals.ReplyEmpty();
        var mine = Mine(turn, command.Step).Where(t => command.Number is null || t.Number == command.Number).ToList();
        if ((MustBeOne(turn, command, mine) ?? Cosigning.MayConfirm(turn, command.Step, mine[0])) is { } not)
            return not;
        turn.Apply(new SideReplied(command.Step, mine[0].Number, Said(turn, command)));
        Proposing.Settle(turn, command.Step);
        return mine[0].Answer is { } waiting ? Answering.Settle(turn, command.Step, waiting, command.Agrees) : null;
    }

    private static SideReply Said(CaseLook look, Reply command) => new(look.Stamp.Actor, command.Agrees, command.Opinion, look.On);

    private static Refusal? MustBeOne(CaseLook look, Reply command, List<SideTask> mine)
    {
        var (step, actor) = (Naming.Step(look, command.Step), Naming.Actor(look));
        return mine.Count switch
        {
            0 => SideRefusals.NotAsked(step, command.Number ?? 0, actor),
            1 => null,
            _ => SideRefusals.Unclear(step, actor, mine.Select(t => t.Number)),
        };
    }

    internal static Refusal? MayReply(CaseLook look, string key)
    {
        if (StepGuards.MustBeOpen(look, key) is { } closed)
            return closed;
        var mine = Mine(look, key).Select(t => Cosigning.MayConfirm(look, key, t)).ToList();
        return mine.Count > 0
            ? Actors.Separation(look, (WorkNode)look.Process.Find(key)!, []) ?? (mine.Contains(null) ? null : mine[0])
            : OwnCase.OfOfficer(look, key) ?? SideRefusals.None(Naming.Step(look, key), Naming.Actor(look));
    }

    private static IEnumerable<SideTask> Mine(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } step
            ? Turns.Asked(look.Process, step).Where(t => Actors.Admitted(look, key, t.Who))
            : [];
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Takes over a running case: the head of the leading office signs for what is told, and the structure must lead to where the case is said to stand.</summary>
internal static class Adopting
{
    internal static Refusal? Adopt(CaseTurn turn, AdoptCase command)
    {
        if ((ToldLengths.Check(command) ?? Grounds.Check(command.Document, command.Reasons, "taking over the case") ?? Lodging.Told(turn, command)) is { } refusal) return refusal;
        var (series, twice) = ToldNumbers.Series(turn, command);
        if (twice is not null) return twice;
        turn.Apply(Happened(turn, command, series));
        return Actors.MustLead(turn, "take over the case") ?? ToldLife.Live(turn, command) ?? Elsewhere(turn, command) ?? Hold(turn, command) ?? Past(turn);
    }

    /// <summary>The tasks that are open.</summary>
    internal static IEnumerable<string> Open(CaseLook look) =>
        look.State.Steps.Values.Where(s => s.Status == StepStatus.Open && look.Process.IsTask(s.Key)).Select(s => s.Key);

    private static CaseAdopted Happened(CaseTurn turn, AdoptCase command, ImmutableSortedDictionary<string, long> series) => new()
    {
        Number = Lodging.Number(turn),
        System = command.System,
        NumberThere = command.Number,
        Process = turn.Definition.Id,
        Definition = turn.Process.Digest,
        Offices = turn.Stamp.Facts.Offices,
        Parties = command.Parties,
        Form = command.Form,
        Materials = command.Materials,
        Calendar = turn.Calendar.Digest,
        LodgedOn = command.LodgedOn,
        Series = series,
        Document = command.Document,
        Reasons = command.Reasons,
        By = turn.Stamp.Actor,
        On = turn.On,
    };

    // The other system and the definition must agree on where the case stands; if they do not, something that is told is wrong.
    private static Refusal? Elsewhere(CaseLook look, AdoptCase command)
    {
        var open = Open(look).ToList();
        if (!open.ToHashSet(StringComparer.Ordinal).SetEquals(command.At))
            return new Refusal("adopt.elsewhere", $"Expected the case to stand at {Words(command.At)}, but by what is told it stands at {Words(open)}.", "tell the acts that are missing, or where it stands");
        return open.FirstOrDefault(key => look.Process.Find(key) is CallNode) is { } call
            ? new Refusal("adopt.call_open", $"Expected no called case to be waited for, but '{call}' waits for one.", "take the case over once that one has ended")
            : null;
    }

    private static string Words(IEnumerable<string> keys) => string.Join(", ", keys.Order(StringComparer.Ordinal).DefaultIfEmpty("no step"));

    private static Refusal? Hold(CaseTurn turn, AdoptCase command)
    {
        foreach (var (key, person) in command.Holders)
        {
            if (turn.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step || turn.Process.Find(key) is not WorkNode or JointNode)
                return new Refusal("adopt.holder", $"Expected the holder of an open task, but '{key}' is none that somebody takes.");
            if (Actors.Find(turn, person) is not { } known) return Actors.Unknown(person);
            if (!step.Entitled.Any(e => e.Admits(known)))
                return new Refusal("adopt.holder", $"Expected {string.Join(" or ", step.Entitled.Select(e => e.Key))} to hold '{key}', but {person} is not.", "name somebody who may act there, or nobody");
            if (turn.Process.Find(key) is StepNode node && Actors.Apart(turn, node, [person]) is { } both) return both;
            turn.Apply(new StepClaimed(key, person));
        }

        return null;
    }

    // Nothing takes effect by silence through taking a case over: such a clock is overdue, and a person decides what the silence meant.
    private static Refusal? Past(CaseTurn turn)
    {
        foreach (var clock in ClockKeeper.Open(turn).Where(c => c.Status == ClockStatus.Running && !c.IsPaused && c.DueAt <= turn.Stamp.RecordedAt))
        {
            var rule = ClockRules.Of(turn.Process, clock);
            if (rule.OnExpiry is not null) Expiry.Overdue(turn, clock, rule);
        }

        return null;
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Takes over a running case: the head of the leading office signs for what is told, and the structure must lead to where the case is said to stand.</summary>
internal static class Adopting
{
    internal static Operation Operation { get; } = Operation.Of<AdoptCase>(Adopt);

    internal static Refusal? Adopt(CaseTurn turn, AdoptCase command)
    {
        if (Refused(turn, command) is { } refusal)
            return refusal;
        var (series, twice) = ToldNumbers.Series(turn, command);
        if (twice is not null)
            return twice;
        turn.Apply(Happened(turn, command, series));
        return Actors.MustLead(turn)
            ?? ToldLife.Live(turn, command)
            ?? Elsewhere(turn, command)
            ?? ToldHolders.Hold(turn, command)
            ?? Past(turn);
    }

    private static Refusal? Refused(CaseLook look, AdoptCase command) =>
        ToldLengths.Check(command) ?? ByOrder.Check(command.Document, command.Reasons, Acts.Adopt) ?? Lodging.Told(look, command);

    /// <summary>The tasks that are open.</summary>
    internal static IEnumerable<string> Open(CaseLook look) => look.State.OpenTasks(look.Process).Select(s => s.Key);

    /// <summary>Names the steps of keys, for a sentence; by a word where there is none.</summary>
    internal static MessageValue Named(CaseLook look, IEnumerable<string> keys)
    {
        var names = keys.Order(StringComparer.Ordinal).Select(k => (MessageValue)Naming.Step(look, k));
        return MessageValue.List(names.DefaultIfEmpty(AdoptRefusals.NoStep()));
    }

    private static CaseAdopted Happened(CaseTurn turn, AdoptCase command, ImmutableSortedDictionary<string, long> series) =>
        new()
        {
            Number = Lodging.Number(turn),
            System = command.System,
            NumberThere = command.Number,
            Process = turn.Definition.Id,
            Definition = turn.Process.Digest,
            Offices = turn.Stamp.Facts.Offices,
            Parties = NamedParties.Told(turn, command),
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
            return AdoptRefusals.Elsewhere(Named(look, command.At), Named(look, open));
        return open.FirstOrDefault(key => look.Process.Find(key) is CallNode) is { } call
            ? AdoptRefusals.CallOpen(Naming.Step(look, call))
            : null;
    }

    // Nothing takes effect by silence through taking a case over: such a clock is overdue, and a person decides what the silence meant.
    private static Refusal? Past(CaseTurn turn)
    {
        foreach (var clock in ClockKeeper.Open(turn).Where(c => IsPast(turn, c)))
        {
            var rule = ClockRules.Of(turn.Process, clock);
            if (rule.OnExpiry is not null)
                Expiry.Overdue(turn, clock, rule);
        }

        return null;
    }

    private static bool IsPast(CaseLook look, ClockState clock) =>
        clock is { Status: ClockStatus.Running, IsPaused: false } && clock.DueAt <= look.Stamp.RecordedAt;
}

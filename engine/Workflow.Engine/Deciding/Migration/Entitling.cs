using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Who may act at an open step once it belongs to another definition.</summary>
internal static class Entitling
{
    /// <summary>What was known of the offices stands; those that the target adds come from the register.</summary>
    internal static ImmutableSortedDictionary<string, string> Offices(CaseLook look) =>
        look.Stamp.Facts.Offices.SetItems(look.State.Offices);

    /// <summary>The target's assignees; a task that was handed over stays with whom it was handed to while its post is still asked.</summary>
    internal static ImmutableArray<Entitlement> After(CaseLook look, Counterparts parts, StepState step)
    {
        if (parts.Node(step.Key) is not WorkNode now || parts.From.Find(step.Key) is not WorkNode before)
            return step.Entitled;
        var (written, then) = (Entitlements.Of(before, look.State), Entitlements.Of(now, look.State with { Offices = Offices(look) }));
        if (written.SequenceEqual(then))
            return step.Entitled;
        var handed = step.Entitled.Except(written).ToLookup(h => Seat.ParticipantOf(h.Key));
        return [.. then.SelectMany(e => handed[e.Key].DefaultIfEmpty(e))];
    }
}

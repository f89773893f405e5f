using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Guards about acting for an absent person: on the days, in the processes and through the posts that their absence names.</summary>
internal static class Deputyship
{
    /// <summary>Whether a person is acted for by another.</summary>
    internal static bool IsUsed(CaseTurn turn, string person) => turn.Stamp.For == person && person != turn.Stamp.Actor && !turn.Stamp.IsRule;

    /// <summary>Somebody acts for another only as the deputy that the other's absence names on the effective day, in the processes it names.</summary>
    internal static Refusal? MustBeDeputy(CaseTurn turn)
    {
        if (turn.Stamp.For is not { } absent || !IsUsed(turn, absent) || Actors.Find(turn, absent) is not null) return null;
        var elsewhere = turn.Stamp.Facts.People.Any(p => p.Id == absent && p.StandIns.Any(s => s.Deputy == turn.Stamp.Actor));
        return new Refusal(
            "person.not_deputy",
            $"Expected {turn.Stamp.Actor} to be the deputy of '{absent}' on {turn.On:yyyy-MM-dd}{(elsewhere ? $" in '{turn.Definition.Id}', but the register names them for other processes" : ", but the register does not say so")}.",
            "act for yourself, or have the absence name you as deputy");
    }

    /// <summary>A deputy for some posts touches what the absent did at steps of these posts alone.</summary>
    internal static Refusal? MustReach(CaseTurn turn, string key) =>
        Actors.Principal(turn) is { IsPart: true } part && turn.Process.Find(key) is WorkNode node && !Entitlements.Of(node, turn.State).Any(e => e.Admits(part))
            ? new Refusal("person.not_deputy", $"Expected {turn.Stamp.Actor} to stand in for '{part.Id}' at {Naming.Step(turn, key)}, but the register names them for other posts.", "act for yourself, or have the absence name you as deputy")
            : null;
}

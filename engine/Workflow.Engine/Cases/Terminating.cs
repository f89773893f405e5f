using Workflow.Engine.Steps;

namespace Workflow.Engine.Cases;

/// <summary>Ends a case before its end: the head of the leading office decides, with reasons.</summary>
internal static class Terminating
{
    /// <summary>The role at the leading office that may terminate.</summary>
    private const string Role = "leader";

    internal static Refusal? Terminate(CaseTurn turn, Terminate command)
    {
        if (MayTerminate(turn) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("step.reasons_missing", "Expected reasons for terminating the case, but there are none.");
        Exits.Conclude(turn, "terminated");
        return null;
    }

    internal static Refusal? MayTerminate(CaseTurn turn)
    {
        var lead = turn.Definition.Item.Lead;
        var entitled = new Entitlement($"{lead}.{Role}", turn.State.Offices.GetValueOrDefault(lead, lead), Role, null);
        return Actors.Admitted(turn, entitled) ? null : new Refusal("case.not_yours", $"Expected {entitled.Key} to terminate the case, but {turn.Stamp.Actor} is not.");
    }
}

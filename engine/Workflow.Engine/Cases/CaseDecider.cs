using Workflow.Engine.Processes;

namespace Workflow.Engine.Cases;

/// <summary>Decides commands: definition, state, command and stamp in; events or a refusal out.</summary>
public static class CaseDecider
{
    /// <summary>Decides a command. The clocks due at the stamp's moment must have been settled before (<see cref="Settling"/>).</summary>
    public static Decision Decide(PublishedProcess process, CaseState state, CaseCommand command, Stamp stamp) =>
        throw new NotImplementedException();

    /// <summary>Names the outside facts that deciding a command may use.</summary>
    public static CaseNeeds Needs(PublishedProcess process, CaseState state, CaseCommand command, string actor, string? actedFor) =>
        throw new NotImplementedException();
}

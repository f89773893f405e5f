using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>What people call the result of a case, and those who take part in it.</summary>
internal static class CaseNaming
{
    /// <summary>Names the result of a concluded case.</summary>
    internal static NameValue Result(CaseLook look)
    {
        return Naming.End(look.Definition, look.State.Result!);
    }

    /// <summary>Names one who answers in a joint review.</summary>
    internal static NameValue Participant(CaseLook look, StepState step, string key) =>
        step.Entitled.FirstOrDefault(e => e.Key == key) is { } entitled ? Naming.Post(look, entitled) : new NameValue(key, key);

    internal static NameValue Party(Party party) => party.Named();

    /// <summary>Names a party by its role.</summary>
    internal static NameValue Party(ProcessDefinition definition, string role) => definition.PartyName(role);
}

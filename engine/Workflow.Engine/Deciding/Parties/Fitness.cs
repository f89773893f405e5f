using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Parties;

/// <summary>What everybody needs who is to be a party, at the lodging and after it.</summary>
internal static class Fitness
{
    /// <summary>Whether a party cannot be one: the process has no such role, or it has no name or no person.</summary>
    internal static Refusal? Unfit(ProcessDefinition definition, PartyEntry party)
    {
        if (definition.Parties.All(d => d.Role != party.Role))
            return PartyRefusals.Unknown(party.Role, Naming.Process(definition), definition.Parties.Select(p => p.Named()));
        return IsIncomplete(party) ? PartyRefusals.Incomplete(definition.PartyName(party.Role)) : null;
    }

    private static bool IsIncomplete(PartyEntry party) => PlainText.IsBlank(party.Name) || PlainText.IsBlank(party.Person);
}

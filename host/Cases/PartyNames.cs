using Workflow.Definitions.Registers;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Cases;

/// <summary>
/// Nobody takes part under another person's name: papers would be addressed to whoever bears it. An organisation goes by its own
/// name, which is no person's of the register; a visitor without an account has the name that they have.
/// </summary>
internal static class PartyNames
{
    /// <summary>Returns the refusal of the first party that goes by the name or the id of somebody else; null where there is none.</summary>
    internal static Refusal? Check(Register register, CaseCommand command) =>
        command is INamesParties brings
        && brings.Named.FirstOrDefault(p => p.Person is not "" && IsAnothers(register, p.Person, p.Name.Trim())) is { } party
            ? CommandRefusals.NameOfAnother(party.Name)
            : null;

    // Two may have one name, and then each has it.
    private static bool IsAnothers(Register register, string person, string name)
    {
        var bearers = register.Names.Where(n => n.Zh == name || n.Id == name).ToList();
        return bearers.Count > 0 && bearers.TrueForAll(n => n.Id != person);
    }
}

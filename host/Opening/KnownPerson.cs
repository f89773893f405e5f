using Workflow.Definitions.Registers;

namespace Workflow.Host.Opening;

/// <summary>Somebody whom a person named at the console.</summary>
internal static class KnownPerson
{
    /// <summary>Refuses whom the register never knew, with the id that was probably meant.</summary>
    /// <exception cref="OpeningRefusedException">There is nobody of this id.</exception>
    internal static void Require(Register register, string person)
    {
        if (register.Person(person, DateOnly.MinValue) is null)
            throw OpeningRefusals.UnknownPerson(person, register.Names);
    }
}

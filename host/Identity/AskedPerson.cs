using Workflow.Definitions.Registers;
using Workflow.Host.Answers;

namespace Workflow.Host.Identity;

/// <summary>A person whom a request names: one whom the register does not know today is a slip, and not one without anything.</summary>
internal static class AskedPerson
{
    /// <summary>Refuses a request for somebody whom the register does not know.</summary>
    /// <param name="caller">Who asks; officers are told whom they probably meant.</param>
    /// <param name="register">The register.</param>
    /// <param name="asked">The person's id.</param>
    /// <exception cref="RequestRefusedException">Nobody has the id today.</exception>
    internal static void Require(Caller caller, Register register, string asked)
    {
        if (register.Person(asked, caller.Today) is null)
            throw RequestRefusals.UnknownPerson(asked, NearPeople.Of(caller, register, asked));
    }
}

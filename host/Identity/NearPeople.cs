using Workflow.Definitions.Registers;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Identity;

/// <summary>Whom a caller probably meant. The engine knows only the people of the facts; who else there is, the register tells, and only to its officers.</summary>
internal static class NearPeople
{
    // The refusals that name somebody whom nobody knows, with the value that holds what was written.
    private static readonly Dictionary<string, string> Unknown = new(StringComparer.Ordinal)
    {
        ["person.unknown"] = "person",
        ["step.signer_unknown"] = "signer",
    };

    /// <summary>Returns the id that was probably meant; null where none is near, and for whoever is no officer.</summary>
    internal static Message? Of(Caller caller, Register register, string written) =>
        caller.Person.Posts.IsEmpty ? null : NearNames.Person(written, [.. register.Names]);

    /// <summary>Returns a refusal as the caller may read it: officers read names for ids, and whom they probably meant.</summary>
    internal static Refusal With(Refusal refusal, Caller caller, Register register) =>
        caller.Person.Posts.IsEmpty ? refusal : Meant(NamedPeople.In(refusal, register), caller, register);

    private static Refusal Meant(Refusal refusal, Caller caller, Register register) =>
        Unknown.TryGetValue(refusal.Code, out var name) && refusal.Message.Value(name) is WordsValue written
            ? new Refusal(refusal.Message.With(Of(caller, register, written.Text)))
            : refusal;
}

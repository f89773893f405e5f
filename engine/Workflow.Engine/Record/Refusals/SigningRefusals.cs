using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the officers who sign a step together, and about those whom separation keeps from it.</summary>
internal static class SigningRefusals
{
    /// <summary>Too few different officers sign.</summary>
    internal static Refusal OfficersMissing(int officers, int signed) =>
        new("step.officers_missing", ("officers", officers), ("signed", signed));

    /// <summary>The register does not know a signer.</summary>
    internal static Refusal Unknown(string signer) => new("step.signer_unknown", ("signer", signer));

    /// <summary>A signer does not hold the post.</summary>
    internal static Refusal NotEntitled(NameValue post, NameValue person) =>
        new("step.signer_not_entitled", ("post", post), ("person", person));

    /// <summary>A signer lacks a qualification.</summary>
    internal static Refusal NotQualified(string qualification, NameValue person) =>
        new("step.signer_not_qualified", ("qualification", qualification), ("person", person));

    /// <summary>A signer is away that day.</summary>
    internal static Refusal Away(NameValue person, DateOnly day) => new("step.signer_away", ("person", person), ("day", day));

    /// <summary>Somebody would sign for the one who was asked.</summary>
    internal static Refusal InPerson(NameValue person) => new("step.signer_in_person", ("person", person));

    /// <summary>Somebody acted in a step that is kept apart from this one.</summary>
    internal static Refusal Separation(NameValue step, NameValue other, NameValue person) =>
        new("step.separation", ("step", step), ("other", other), ("person", person));
}

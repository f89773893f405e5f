using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of adding signers to a step, and of taking them off.</summary>
internal static class SignerRefusals
{
    /// <summary>What needs reasons: an outcome over the word of a signer who did not agree.</summary>
    internal static Message AgainstASigner(NameValue step, NameValue person) => new("signer.against", ("step", step), ("person", person));

    /// <summary>No office decides at the step.</summary>
    internal static Refusal NotHere(NameValue step) => new("signer.not_here", ("step", step));

    /// <summary>In a joint review a signer stands beside the others only.</summary>
    internal static Refusal Place(NameValue step) => new("signer.place", ("step", step));

    /// <summary>No added signer of the step is left who has not signed.</summary>
    internal static Refusal None(NameValue step) => new("signer.none", ("step", step));

    /// <summary>The person is no added signer of the step, or has signed.</summary>
    internal static Refusal NotOne(NameValue step, NameValue person) => new("signer.not_one", ("step", step), ("person", person));

    /// <summary>What needs reasons: taking a signer off.</summary>
    internal static Message TakingOff() => new("signer.taking_off");
}

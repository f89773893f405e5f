using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the parties of a case.</summary>
internal static class PartyRefusals
{
    /// <summary>The process has no such party.</summary>
    internal static Refusal Unknown(string role, NameValue process) => new("party.unknown", ("role", role), ("process", process));

    /// <summary>A party has no name or no person.</summary>
    internal static Refusal Incomplete(NameValue party) => new("party.incomplete", ("party", party));

    /// <summary>Who may lodge, for a sentence.</summary>
    internal static Message PartyOrOfficer() => new("party.or_officer");

    /// <summary>The applicant is missing.</summary>
    internal static Refusal Missing(NameValue party) => new("party.missing", ("party", party));
}

using Workflow.Engine.Messages;
using Workflow.Host.Answers;

namespace Workflow.Host.Identity;

/// <summary>What stands against a person: who they are, for whom they act, what they may see.</summary>
internal static class IdentityRefusals
{
    /// <summary>The token is of somebody who has left the register.</summary>
    internal static RequestRefusedException UnknownPerson(string person) => new("identity.unknown_person", ("person", person));

    /// <summary>The caller stands in for somebody who did not name them.</summary>
    internal static RequestRefusedException NotDeputy(NameValue caller, string person) =>
        new("identity.not_deputy", ("caller", caller), ("person", person));

    /// <summary>The tokens of somebody else are for administrators.</summary>
    internal static RequestRefusedException TokensOfOthers(NameValue caller) => new("identity.tokens_of_others", ("caller", caller));

    /// <summary>No token that the caller may end has this id.</summary>
    internal static RequestRefusedException NoToken() => new("identity.token_unknown");

    /// <summary>The access log is for auditors.</summary>
    internal static RequestRefusedException NotAuditor(NameValue caller) => new("identity.not_auditor", ("caller", caller));

    /// <summary>The caller may not see the case.</summary>
    internal static RequestRefusedException CaseNotVisible(NameValue caller) => new("case.not_visible", ("caller", caller));

    /// <summary>What a party asks for stays within the offices.</summary>
    internal static RequestRefusedException Internal(NameValue caller) => new("case.internal", ("caller", caller));

    /// <summary>The caller may not see who read the case.</summary>
    internal static RequestRefusedException ReceiptsNotVisible(NameValue caller) => new("case.receipts_not_visible", ("caller", caller));

    /// <summary>No case has this number.</summary>
    internal static RequestRefusedException NoCase(string number) => new("case.unknown_number", ("number", number));
}

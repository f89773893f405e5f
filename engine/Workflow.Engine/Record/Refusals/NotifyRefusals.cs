using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of a written notice to a party.</summary>
internal static class NotifyRefusals
{
    /// <summary>The case has no such party.</summary>
    internal static Refusal NoParty(string party, MessageValue parties) => new("notify.no_party", ("party", party), ("parties", parties));

    /// <summary>It says nothing.</summary>
    internal static Refusal Empty() => new("notify.empty");

    /// <summary>The number of the notice is too long.</summary>
    internal static Refusal DocumentTooLong(int most, int found) => new("notify.document_too_long", ("most", most), ("found", found));
}

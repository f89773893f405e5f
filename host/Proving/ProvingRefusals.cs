using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.Proving;

/// <summary>What stands against an export that is brought to be verified.</summary>
internal static class ProvingRefusals
{
    /// <summary>The ZIP has no ledger in it.</summary>
    internal static OpeningRefusedException NoLedgerInZip(string file, string ledger) =>
        new("verify.no_ledger", ("file", file), ("ledger", ledger));

    /// <summary>The ZIP has two members that unpack into one file.</summary>
    internal static OpeningRefusedException Twins(string file, string first, string second) =>
        new("verify.twins", ("file", file), ("first", PlainText.VisibleLine(first)), ("second", PlainText.VisibleLine(second)));

    /// <summary>What is compressed swells as only a bomb does.</summary>
    internal static OpeningRefusedException Swells(string file, int most) => new("verify.swells", ("file", file), ("most", most));

    /// <summary>What was compressed cannot be read.</summary>
    internal static OpeningRefusedException Compressed(string file) => new("verify.compressed", ("file", file));

    /// <summary>'{page}' was not examined: it is for people, and no hash covers it.</summary>
    internal static Message PageNotExamined(string page) => new("verify.page", ("page", page));

    /// <summary>'{member}' was not examined: no export has it.</summary>
    internal static Message MemberNotExamined(string member) => new("verify.member", ("member", PlainText.VisibleLine(member)));
}

namespace Workflow.Host.Proving.Packing;

/// <summary>The members of a packed case file, by which whoever verifies it finds them again.</summary>
internal static class CaseFileMembers
{
    /// <summary>The page for people, which no hash covers.</summary>
    internal static string Page => "case-file.html";

    /// <summary>The ledger of the case with its proofs.</summary>
    internal static string Ledger => "ledger.jsonl";

    private static string Folder => "attachments/";

    /// <summary>The member that holds an attachment.</summary>
    internal static string Attachment(string sha256) => Folder + sha256;

    /// <summary>The hash that a member is named by; null for one that is no attachment.</summary>
    internal static string? AttachmentIn(string member) =>
        member.StartsWith(Folder, StringComparison.Ordinal) ? member[Folder.Length..] : null;
}

using Workflow.Engine.Messages;

namespace Workflow.Host.Proving.Packing;

/// <summary>Why a file is not exactly one archive, and where.</summary>
internal static class PackingFindings
{
    /// <summary>The file that was brought.</summary>
    internal static Message Where(string file) => new("verify.at_file", ("file", file));

    /// <summary>The file does not end with the record that ends an archive.</summary>
    internal static Message End(long at) => new("verify.packing_end", ("at", Math.Max(0, at)));

    /// <summary>The directory is not what its record says.</summary>
    internal static Message Directory(long at) => new("verify.packing_directory", ("at", at));

    /// <summary>Between two members, or before or after them, lies something else; or they overlap.</summary>
    internal static Message Gap(long expected, long found) => new("verify.packing_gap", ("expected", expected), ("found", found));

    /// <summary>The header of a member says other than the directory.</summary>
    internal static Message Header(ZipMember member) =>
        new("verify.packing_header", ("member", PlainText.VisibleLine(member.Title)), ("at", member.Place));

    /// <summary>The content of a member is not what its sums are of.</summary>
    internal static Message Content(ZipMember member) =>
        new("verify.packing_content", ("member", PlainText.VisibleLine(member.Title)), ("at", member.Place));

    /// <summary>Something follows the packed content, or its sums are of something else.</summary>
    internal static Message Gzip() => new("verify.packing_gzip");
}

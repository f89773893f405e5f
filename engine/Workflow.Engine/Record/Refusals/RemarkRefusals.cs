namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of remarks and files.</summary>
internal static class RemarkRefusals
{
    /// <summary>The remark says nothing.</summary>
    internal static Refusal Empty() => new("comment.empty");

    /// <summary>The remark is longer than is kept.</summary>
    internal static Refusal TooLong(int most, int found) => new("comment.too_long", ("most", most), ("found", found));

    /// <summary>The file is named by something else than its hash.</summary>
    internal static Refusal FileHash(string found) => new("file.hash", ("found", found));

    /// <summary>The file has no name, or too long a one.</summary>
    internal static Refusal FileName(int most) => new("file.name", ("most", most));

    /// <summary>The file is empty or too large.</summary>
    /// <param name="most">The largest one, in mebibytes.</param>
    /// <param name="found">The size that was found, in bytes.</param>
    internal static Refusal FileSize(long most, long found) => new("file.size", ("most", most), ("found", found));
}

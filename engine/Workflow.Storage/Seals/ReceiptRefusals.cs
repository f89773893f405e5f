using Workflow.Engine.Messages;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Seals;

/// <summary>Receipts that cannot be read.</summary>
internal static class ReceiptRefusals
{
    /// <summary>A line is no printed head.</summary>
    internal static InputRefusedException NotAHead(string found) => new(new Message("input.not_a_head", ("found", found)));

    /// <summary>The file is empty.</summary>
    internal static InputRefusedException Empty(string file) => new(new Message("input.receipt_empty", ("file", file)));

    /// <summary>The first line is no seal.</summary>
    internal static InputRefusedException NoSeal(string file, long line) =>
        new(new Message("input.receipt_seal", ("file", file), ("line", line)));

    /// <summary>A line is no head.</summary>
    internal static InputRefusedException NoHead(string file, long line) =>
        new(new Message("input.receipt_head", ("file", file), ("line", line)));

    /// <summary>The heads are not as many as the seal says.</summary>
    internal static InputRefusedException OtherCount(string file, long expected, long found) =>
        new(new Message("input.receipt_count", ("file", file), ("expected", expected), ("found", found)));

    /// <summary>The heads are not those of the seal.</summary>
    internal static InputRefusedException OtherRoot(string file, string root, string found) =>
        new(new Message("input.receipt_root", ("file", file), ("root", root), ("found", found)));
}

using Workflow.Engine.Messages;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Exports;

/// <summary>Exports that cannot be read to their end.</summary>
internal static class ExportRefusals
{
    /// <summary>A line follows the end.</summary>
    internal static InputRefusedException AfterEnd(string file, long line) =>
        new(new Message("input.export_after_end", ("file", file), ("line", line)));

    /// <summary>The first line is not the head.</summary>
    internal static InputRefusedException NoHead(string file, long line) =>
        new(new Message("input.export_no_head", ("file", file), ("line", line)));

    /// <summary>A second head.</summary>
    internal static InputRefusedException TwoHeads(string file, long line) =>
        new(new Message("input.export_two_heads", ("file", file), ("line", line)));

    /// <summary>A line of a section that is over.</summary>
    internal static InputRefusedException OutOfOrder(string file, long line) =>
        new(new Message("input.export_order", ("file", file), ("line", line)));

    /// <summary>The end counts other lines.</summary>
    internal static InputRefusedException OtherEnd(string file, long line, long lines, long found) =>
        new(new Message("input.export_end", ("file", file), ("line", line), ("lines", lines), ("found", found)));

    /// <summary>The file is no export.</summary>
    internal static InputRefusedException NotAnExport(string file, long line) =>
        new(new Message("input.export_not_one", ("file", file), ("line", line)));

    /// <summary>The line cannot be read.</summary>
    internal static InputRefusedException NotALine(string file, long line) =>
        new(new Message("input.export_not_a_line", ("file", file), ("line", line)));

    /// <summary>The line does not belong where it stands.</summary>
    internal static InputRefusedException Misplaced(string file, long line) =>
        new(new Message("input.export_misplaced", ("file", file), ("line", line)));

    /// <summary>The export has another form.</summary>
    internal static InputRefusedException OtherVersion(string file, long line, long current, long found) =>
        new(new Message("input.export_version", ("file", file), ("line", line), ("current", current), ("found", found)));

    /// <summary>The end is missing.</summary>
    internal static InputRefusedException CutOff(string file, long line) =>
        new(new Message("input.export_cut", ("file", file), ("line", line)));
}

using Workflow.Engine.Messages;

namespace Workflow.Storage.Refusals;

/// <summary>Lines of files from outside that are not read.</summary>
internal static class LineRefusals
{
    /// <summary>A line is longer than any that could belong there.</summary>
    internal static InputRefusedException TooLong(string file, long line, long most) =>
        new(new Message("input.line_too_long", ("file", file), ("line", line), ("most", most)));

    /// <summary>A line is not UTF-8.</summary>
    internal static InputRefusedException NotUtf8(string file, long line) =>
        new(new Message("input.not_utf8", ("file", file), ("line", line)));
}

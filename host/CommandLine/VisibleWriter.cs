using System.Text;
using Workflow.Engine.Messages;

namespace Workflow.Host.CommandLine;

/// <summary>
/// Writes for people: a sign that would act on a terminal and not show is named, whoever wrote it and whenever. Only what the
/// program itself paints passes as it is, through <see cref="Raw"/>.
/// </summary>
/// <param name="raw">Where it goes.</param>
public sealed class VisibleWriter(TextWriter raw) : TextWriter
{
    // Before a line feed it ends a line; alone it would let what follows overwrite the line.
    private string _held = "";

    /// <summary>The writer behind, for colours and tables whose cells are visible already.</summary>
    public TextWriter Raw => raw;

    /// <inheritdoc/>
    public override Encoding Encoding => raw.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        var text = _held + value;
        _held = text.EndsWith('\r') ? "\r" : "";
        raw.Write(PlainText.Visible(text[..^_held.Length]));
    }

    /// <inheritdoc/>
    public override void WriteLine() => WriteLine("");

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        var line = _held + value;
        _held = "";
        raw.WriteLine(PlainText.Visible(line.EndsWith('\r') ? line[..^1] : line));
    }

    /// <inheritdoc/>
    public override void Flush() => raw.Flush();
}

using Workflow.Engine.Messages;

namespace Workflow.Definitions.Wording;

/// <summary>
/// Keeps one line of a replay, a timeline or a list one line: where words of a person run on, each further line stands under the
/// first, further in, and begins with a mark that no line of ours has, so that nobody can write an entry that never was.
/// </summary>
public static class Continued
{
    private const string Mark = "  ┊ ";

    /// <summary>Returns a line as it is printed, without a line feed at its end.</summary>
    /// <param name="line">The line with its own indentation; words of people in it may hold line feeds.</param>
    public static string Of(string line)
    {
        var shown = PlainText.Visible(line);
        if (!shown.Contains('\n'))
            return shown;
        var indent = shown[..(shown.Length - shown.TrimStart(' ').Length)];
        return shown.ReplaceLineEndings("\n").Replace("\n", $"\n{indent}{Mark}", StringComparison.Ordinal);
    }
}

namespace Workflow.Definitions.Syntax;

/// <summary>Counts brackets before YAML is read.</summary>
internal static class Brackets
{
    // Flow brackets are the only cheap way to nest deeply; block nesting costs a column per level, and lines are capped by the file's size.
    public static (int Line, int Column)? TooDeep(string text)
    {
        var (depth, line, column) = (0, 1, 0);
        foreach (var c in text)
        {
            (line, column) = c == '\n' ? (line + 1, 0) : (line, column + 1);
            if (c is '[' or '{' && ++depth > SyntaxReader.MaxDepth * 4) return (line, column);
            if (c is ']' or '}' && depth > 0) depth--;
        }

        return null;
    }
}

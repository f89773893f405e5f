namespace Workflow.Definitions.Syntax;

/// <summary>A place in a source file.</summary>
/// <param name="File">The file's name as the designer gave it; never empty.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in characters, counted from 1.</param>
public sealed record Position(string File, int Line, int Column)
{
    /// <summary>For a value passed to a fragment: where the fragment uses it; otherwise null.</summary>
    public Position? UsedAt { get; init; }

    /// <summary>Returns <c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

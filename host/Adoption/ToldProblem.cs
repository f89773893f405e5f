namespace Workflow.Host.Adoption;

/// <summary>What is wrong with a transfer file, and where.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, counted in fields from 1.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Sentence">Expected …, but ….</param>
/// <param name="WayOut">What to do; null when there is nothing.</param>
public sealed record ToldProblem(int Line, int Column, string Code, string Sentence, string? WayOut = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column} {Code} {(WayOut is null ? Sentence : $"{Sentence.TrimEnd('.')}; {WayOut}")}";
}

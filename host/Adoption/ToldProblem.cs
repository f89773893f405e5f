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
    public override string ToString() => $"{Line}:{Column} {Code} {With(Sentence, WayOut)}";

    /// <summary>Joins a sentence and its way out, which is a sentence of its own or the end of this one.</summary>
    internal static string With(string sentence, string? wayOut)
    {
        if (wayOut is null) return sentence;
        return char.IsAsciiLetterLower(wayOut[0]) || wayOut[0] == '-' ? $"{sentence.TrimEnd('.')}; {wayOut}" : $"{sentence} {wayOut}";
    }
}

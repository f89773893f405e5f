using Workflow.Definitions.Wording;

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

    /// <summary>Puts the way out beside a sentence, as a sentence of its own.</summary>
    internal static string With(string sentence, string? wayOut) => new Said(sentence, wayOut is null ? null : Whole(wayOut)).ToString();

    private static string Whole(string wayOut) =>
        char.ToUpperInvariant(wayOut[0]) + wayOut[1..] + (wayOut[^1] is '.' or '?' or '。' or '？' ? "" : ".");
}

using System.Text.Json.Nodes;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Definitions.Lint.Writing;

/// <summary>What lint says, for programs.</summary>
/// <param name="Publishable">Whether a host with this folder would publish every process that was asked about.</param>
/// <param name="Process">The process, where one file of one was asked about; null elsewhere.</param>
/// <param name="Digest">The digest that it would be published under; null where it does not read.</param>
/// <param name="Problems">Every problem, in the order of file, line and column.</param>
public sealed record LintAnswer(bool Publishable, string? Process, string? Digest, IReadOnlyList<FoundProblem> Problems)
{
    /// <summary>Puts a verdict in words.</summary>
    public static LintAnswer Of(LintVerdict verdict, Language language)
    {
        var only = verdict.Processes is [var one] ? one : null;
        return new LintAnswer(
            verdict.IsPublishable,
            only?.Definition?.Id,
            only?.Digest,
            [.. verdict.Problems.Select(p => FoundProblem.Of(p, language))]
        );
    }
}

/// <summary>A problem, for programs.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Code">Its stable code.</param>
/// <param name="Values">The values in the sentence by name: a text; a name as its id and title; a list; or a part of the sentence as code, sentence and values.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Hint">The cure; null where there is none.</param>
/// <param name="Law">The article behind it; null where there is none.</param>
public sealed record FoundProblem(
    string File,
    int Line,
    int Column,
    string Severity,
    string Code,
    JsonObject Values,
    string Message,
    string? Hint,
    string? Law
)
{
    /// <summary>Puts a problem in words.</summary>
    public static FoundProblem Of(Problem problem, Language language)
    {
        var (at, said) = (problem.At, problem.In(language));
        var (weight, values) = (problem.Weight, ValuesOf(problem, language));
        return new FoundProblem(at.File, at.Line, at.Column, weight, problem.Code, values, said.Sentence, said.WayOut, said.Law);
    }

    internal static JsonObject ValuesOf(Problem problem, Language language) =>
        ValuesJson.Of(problem.Message, MessageTable.Shipped, language) ?? [];
}

using Workflow.Engine.Laws;

namespace Workflow.Definitions.Syntax;

/// <summary>How much a problem weighs.</summary>
public enum Severity
{
    /// <summary>Law or structure: the definition cannot be published.</summary>
    Error,

    /// <summary>Policy or style: the definition can be published.</summary>
    Warning,
}

/// <summary>One thing a designer should mend.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Code">Stable code, like <c>step.unknown_role</c>.</param>
/// <param name="Message">What was expected, on which thing, and what was found.</param>
/// <param name="Hint">The way out, or null when there is none to offer.</param>
/// <param name="Severity">Whether it stops publication.</param>
public sealed record Problem(Position At, string Code, string Message, string? Hint = null, Severity Severity = Severity.Error)
{
    /// <summary>The article behind it; null where no law asks for it, or none is known that does.</summary>
    public CitedArticle? Law { get; init; }

    /// <summary>Returns <c>file:line:column code message; hint; article: what it says</c>.</summary>
    public override string ToString() => $"{At} {Code} {Message}{(Hint is null ? "" : $"; {Hint}")}{(Law is null ? "" : $"; {Law.Basis}: {Law.En}")}";
}

/// <summary>Collects every problem of one reading, so that all are reported at once.</summary>
public sealed class Problems
{
    private readonly List<Problem> _list = [];

    /// <summary>The problems in the order of file, line and column.</summary>
    public IReadOnlyList<Problem> All =>
        [.. _list.Distinct().OrderBy(p => p.At.File, StringComparer.Ordinal).ThenBy(p => p.At.Line).ThenBy(p => p.At.Column)];

    /// <summary>Whether any problem stops publication.</summary>
    public bool HasErrors => _list.Exists(p => p.Severity == Severity.Error);

    /// <summary>Adds an error.</summary>
    public void Error(Position at, string code, string message, string? hint = null) =>
        Add(at, code, message, hint, Severity.Error);

    /// <summary>Adds a warning.</summary>
    public void Warn(Position at, string code, string message, string? hint = null) =>
        Add(at, code, message, hint, Severity.Warning);

    /// <summary>Adds what another reading found.</summary>
    public void Add(IEnumerable<Problem> others) => _list.AddRange(others);

    private void Add(Position at, string code, string message, string? hint, Severity severity) =>
        _list.Add(at.UsedAt is { } used
            ? new Problem(at with { UsedAt = null }, code, $"{message} (in {used})", hint, severity)
            : new Problem(at, code, message, hint, severity));
}

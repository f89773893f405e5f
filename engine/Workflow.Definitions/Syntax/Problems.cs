using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

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
    public void Error(Position at, Message message) => _list.Add(new Problem(at, message));

    /// <summary>Adds a warning.</summary>
    public void Warn(Position at, Message message) => _list.Add(new Problem(at, message, Severity.Warning));

    /// <summary>Adds an error whose words have not moved to the table yet.</summary>
    public void Error(Position at, string code, string sentence, string? hint = null) => _list.Add(new Problem(at, code, sentence, hint));

    /// <summary>Adds a warning whose words have not moved to the table yet.</summary>
    public void Warn(Position at, string code, string sentence, string? hint = null) =>
        _list.Add(new Problem(at, code, sentence, hint, Severity.Warning));

    /// <summary>Adds what another reading found.</summary>
    public void Add(IEnumerable<Problem> others) => _list.AddRange(others);
}

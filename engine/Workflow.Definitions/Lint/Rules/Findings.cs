using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Collects what the rules find.</summary>
internal sealed class Findings
{
    private readonly List<Problem> _list = [];

    public IReadOnlyList<Problem> All => _list;

    public void Add(LintRule rule, Position at, string message, string? hint = null, CitedArticle? law = null) =>
        _list.Add(Quoting.With(new Problem(at, rule.Code, message, hint, rule.Severity), law));
}

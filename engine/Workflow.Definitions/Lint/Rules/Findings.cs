using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Collects what the rules find.</summary>
/// <param name="names">What people call the things of the definition; null where rules look at several together.</param>
internal sealed class Findings(DefinitionNames? names = null)
{
    private readonly List<Problem> _list = [];

    public IReadOnlyList<Problem> All => _list;

    public void Add(LintRule rule, Position at, params ReadOnlySpan<(string Name, MessageValue Value)> values) =>
        Add(rule, at, null, values);

    /// <summary>Adds what a rule found, with the article behind it.</summary>
    public void Add(LintRule rule, Position at, CitedArticle? law, params ReadOnlySpan<(string Name, MessageValue Value)> values) =>
        _list.Add(Quoting.With(new Problem(at, Titled(new Message(rule.Code, values)), rule.Severity), law));

    private Message Titled(Message message) => names?.In(message) ?? message;
}

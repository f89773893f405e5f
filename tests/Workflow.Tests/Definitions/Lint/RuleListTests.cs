using System.Reflection;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint;

public sealed class RuleListTests
{
    [Test]
    public void Every_rule_is_listed_once()
    {
        var written = typeof(Linter).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(LintRule)).Select(f => ((LintRule)f.GetValue(null)!).Code);
        Assert.That(LintRules.All.Select(r => r.Code), Is.EquivalentTo(written));
        Assert.That(LintRules.All.Select(r => r.Code), Is.Unique);
    }

    [Test]
    public void Every_rule_has_a_title_and_a_reason() =>
        Assert.That(LintRules.All.Where(r => r.Title.Length == 0 || !r.Reason.EndsWith('.')), Is.Empty);

    [Test]
    public void Every_rule_has_its_sentence_in_both_languages_with_the_same_values()
    {
        var rows = MessageTable.Shipped.Rows;
        Assert.That(LintRules.All.Select(r => r.Code).Where(c => !rows.ContainsKey(c)), Is.Empty);
        Assert.That(LintRules.All.Select(r => rows[r.Code]).Where(r => !r.Zh.Names.ToHashSet().SetEquals(r.En.Names)).Select(r => r.Code), Is.Empty);
        Assert.That(LintRules.All.Select(r => rows[r.Code]).Where(r => (r.WayZh is null) != (r.WayEn is null)).Select(r => r.Code), Is.Empty);
    }

    [Test]
    public void Policies_only_warn() =>
        Assert.That(LintRules.All.Where(r => r.Code.StartsWith("profile.", StringComparison.Ordinal)).Select(r => r.Severity), Is.All.EqualTo(Severity.Warning));

    [Test]
    public void The_list_reads_as_text() =>
        Assert.That(LintRules.Describe(), Does.StartWith("clock.never_stops (error): No path marks what stops the clock\n    Only the end"));
}

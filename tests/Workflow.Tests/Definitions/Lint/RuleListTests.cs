using System.Reflection;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Lint.Writing;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Lint;

public sealed class RuleListTests
{
    [Test]
    public void Every_rule_is_listed_once()
    {
        var written = typeof(Linter)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(LintRule))
            .Select(f => ((LintRule)f.GetValue(null)!).Code);
        Assert.That(LintRules.All.Select(r => r.Code), Is.EquivalentTo(written));
        Assert.That(LintRules.All.Select(r => r.Code), Is.Unique);
    }

    [Test]
    public void Every_rule_has_a_title_a_reason_and_a_cure_and_no_text_is_left_over()
    {
        Assert.That(RuleText.All.Keys, Is.EquivalentTo(LintRules.All.Select(r => r.Code)));
        foreach (var (code, text) in RuleText.All.Some())
        {
            Assert.That(text.What.En, Is.Not.Empty.And.Not.EndsWith("."), code);
            Assert.That(text.What.Zh, Is.Not.Empty.And.Not.EndsWith("。"), code);
            Assert.That(new[] { text.Why.En, text.Cure.En }, Has.All.EndsWith("."), code);
            Assert.That(new[] { text.Why.Zh, text.Cure.Zh }, Has.All.EndsWith("。"), code);
        }
    }

    [Test]
    public void Every_rule_has_its_sentence_in_both_languages_with_the_same_values()
    {
        var rows = MessageTable.Shipped.Rows;
        Assert.That(LintRules.All.Select(r => r.Code).Where(c => !rows.ContainsKey(c)), Is.Empty);
        Assert.That(
            LintRules.All.Select(r => rows[r.Code]).Where(r => !r.Zh.Names.ToHashSet().SetEquals(r.En.Names)).Select(r => r.Code),
            Is.Empty
        );
        Assert.That(
            LintRules.All.Select(r => rows[r.Code]).Where(r => (r.WayZh is null) != (r.WayEn is null)).Select(r => r.Code),
            Is.Empty
        );
    }

    [Test]
    public void Policies_only_warn() =>
        Assert.That(
            LintRules.All.Where(r => r.Code.StartsWith("profile.", StringComparison.Ordinal)).Select(r => r.Severity),
            Is.All.EqualTo(Severity.Warning)
        );

    [Test]
    public void The_list_reads_as_text() =>
        Assert.That(LintExplanation.Rules(Language.En), Does.StartWith("clock.never_stops (error): No path marks what stops the clock\n"));

    [Test]
    public void A_rule_is_explained_with_its_cure_and_an_example() =>
        Assert.That(
            LintExplanation.Write(RuleExplanation.Of("separation.chair")!, Language.Zh),
            Is.EqualTo(
                """
                separation.chair（警告）
                    听证可能由审查申请的人主持
                    缘由：审查过申请的人已有看法，应当由他人主持听证。
                    改法：在 not-by 中写明审查环节。
                    示例：
                        - {step: review, title: 审查, by: market.officer}
                        - {step: hearing, title: 听证, by: market.officer, ground: 听证, not-by: review}

                """
            )
        );

    [Test]
    public void A_problem_of_reading_is_explained_by_its_sentence() =>
        Assert.That(
            LintExplanation.Write(RuleExplanation.Of("value.one_of")!, Language.En),
            Does.StartWith("value.one_of (error)\n    Expected ")
        );

    [Test]
    public void A_problem_of_reading_is_explained_by_its_sentence_with_values() =>
        Assert.That(
            RuleExplanation
                .Readings.SelectMany(e => new[] { e.What, e.Cure })
                .OfType<LocalizedText>()
                .SelectMany(t => new[] { t.Zh, t.En! }),
            Has.None.Contain("'…'").And.None.Contain("“…”").And.None.Match("(?<![:,]) …")
        );

    [Test]
    public void Every_specimen_is_of_a_code_that_is_explained() =>
        Assert.That(Specimens.Shipped.Codes.Except(RuleExplanation.Readings.Select(e => e.Code)), Is.Empty);

    [Test]
    public void Each_code_is_explained_once() => Assert.That(RuleExplanation.All.Select(e => e.Code), Is.Unique);
}

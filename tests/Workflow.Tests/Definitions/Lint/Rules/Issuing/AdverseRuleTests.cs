using System.Text.RegularExpressions;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint.Rules.Issuing;

/// <summary>Penalties and coercive measures: what 行政处罚法(2021) and 行政强制法(2011) demand of them.</summary>
public sealed partial class AdverseRuleTests
{
    // One officer, no telling, no statement, no hearing, no remedies, no service.
    private const string Bare = """
        process: penalty
        title: 行政处罚
        in-force: 2024-01-01..
        item: {code: A-1, type: 行政处罚, lead: market}
        basis: 行政处罚法(2021) 第六十条
        offices: {market: 市场监督管理局}
        parties: {organ: 办案机构, respondent: 当事人}
        documents: {decision: {title: 行政处罚决定书, states: [reasons]}}
        steps:
          - {step: filing, title: 立案, by: market.officer}
          - step: decide
            title: 作出处罚决定
            by: market.officer
            outcomes:
              fine: {title: 罚款, issues: decision}
              revoke: {title: 吊销许可证件, issues: decision}
              dropped: {title: 不再追究}
        """;

    private const string Whole = """
        process: penalty
        title: 行政处罚
        in-force: 2024-01-01..
        item: {code: A-1, type: 行政处罚, lead: market}
        basis: 行政处罚法(2021) 第六十条
        offices: {market: {title: 市场监督管理局, remedies: {reconsideration: 市人民政府, court: 区人民法院}}}
        parties: {organ: 办案机构, respondent: 当事人}
        documents:
          notice: {title: 行政处罚告知书, to: respondent}
          decision: {title: 行政处罚决定书, to: respondent, states: [reasons, remedies], basis: 行政处罚法(2021) 第五十九条第一款}
        steps:
          - {step: investigate, title: 调查, by: market.officer, officers: 2}
          - {step: tell, title: 告知, by: market.officer, ground: 事先告知, issues: notice}
          - {step: statement, title: 听取意见, by: market.officer, ground: 陈述申辩, asks: {asked: {title: 要求听证, type: choice, of: [是, 否], required: true}}}
          - {step: hearing, title: 举行听证, by: market.leader, ground: 听证, when: statement.asked = '是', not-by: investigate}
          - step: decide
            title: 作出处罚决定
            by: market.leader
            outcomes:
              fine: {title: 罚款, reasons: required, remedies: free, issues: decision}
              revoke: {title: 吊销许可证件, reasons: required, remedies: free, issues: decision}
          - {step: serve, title: 送达, by: market.officer, ground: 送达}
        """;

    private const string Seal = """
        process: seal
        title: 查封
        in-force: 2024-01-01..
        item: {code: A-2, type: 行政强制, lead: market}
        basis: 行政强制法(2011) 第二十五条第一款
        offices: {market: 市场监督管理局}
        parties: {respondent: 当事人}
        documents: {sealing: {title: 查封决定书}}
        steps:
          - {step: seal, title: 实施查封, by: market.officer, issues: sealing}
          - {step: lift, title: 解除查封, by: market.officer}
        """;

    [Test]
    public void A_penalty_is_held_to_every_duty_that_its_law_knows() =>
        Assert.That(
            Errors(Bare),
            Is.EquivalentTo(
                new[]
                {
                    "罚款: adverse.not_told 第四十四条",
                    "罚款: adverse.not_heard 第四十五条第一款",
                    "罚款: adverse.too_few 第四十二条第一款",
                    "罚款: adverse.not_served 第六十一条第一款",
                    "罚款: refusal.no_reasons 第五十九条第一款",
                    "罚款: refusal.no_remedies 第五十九条第一款",
                    "罚款: refusal.no_document 第五十九条第一款",
                    "罚款: adverse.to_nobody ",
                    "吊销许可证件: adverse.not_told 第四十四条",
                    "吊销许可证件: adverse.not_heard 第四十五条第一款",
                    "吊销许可证件: adverse.no_hearing 第六十三条第一款",
                    "吊销许可证件: adverse.too_few 第四十二条第一款",
                    "吊销许可证件: adverse.not_served 第六十一条第一款",
                    "吊销许可证件: refusal.no_reasons 第五十九条第一款",
                    "吊销许可证件: refusal.no_remedies 第五十九条第一款",
                    "吊销许可证件: refusal.no_document 第五十九条第一款",
                }
            )
        );

    [Test]
    public void A_penalty_that_does_them_all_passes() => Assert.That(Errors(Whole), Is.Empty);

    [TestCase("ground: 事先告知, ", "adverse.not_told")]
    [TestCase("ground: 陈述申辩, ", "adverse.not_heard")]
    [TestCase("ground: 听证, ", "adverse.no_hearing")]
    [TestCase(", officers: 2", "adverse.too_few")]
    [TestCase(", ground: 送达", "adverse.not_served")]
    [TestCase("行政处罚决定书, to: respondent", "adverse.to_nobody", "行政处罚决定书")]
    public void Each_is_missed_by_itself(string without, string code, string with = "") =>
        Assert.That(Codes(Whole.Replace(without, with, StringComparison.Ordinal)), Is.EqualTo(new[] { code }));

    [Test]
    public void Whoever_is_told_on_one_path_only_is_not_told() =>
        Assert.That(
            Codes(
                Whole
                    .Replace("ground: 事先告知,", "ground: 事先告知, when: form.known = '否',", StringComparison.Ordinal)
                    .Replace(
                        "documents:",
                        "form: {known: {title: 已知悉, type: choice, of: [是, 否]}}\ndocuments:",
                        StringComparison.Ordinal
                    )
            ),
            Is.EqualTo(new[] { "adverse.not_told" })
        );

    [Test]
    public void A_sealing_is_held_to_its_own_law() =>
        Assert.That(
            Errors(Seal),
            Is.EquivalentTo(
                new[]
                {
                    "完成: adverse.not_heard 第十八条第六项",
                    "完成: adverse.too_few 第十八条第二项",
                    "完成: refusal.no_reasons 第十八条第五项",
                    "完成: refusal.no_remedies 第十八条第五项",
                    "完成: refusal.no_document ",
                }
            )
        );

    [Test]
    public void Of_an_edition_that_nobody_read_in_full_nothing_is_asked() =>
        Assert.That(
            Codes(
                Bare.Replace("2024-01-01..", "2015-01-01..2017-12-31", StringComparison.Ordinal)
                    .Replace("行政处罚法(2021) 第六十条", "行政处罚法(2009) 第三十八条第二款", StringComparison.Ordinal)
            ),
            Is.Empty
        );

    private static IEnumerable<string> Codes(string text) => Errors(text).Select(e => e.Split(' ')[1]).Distinct();

    // The outcome in its own words, the code, and the article that is cited for it.
    private static IEnumerable<string> Errors(string text)
    {
        var reading = Drafts.Read(text);
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty, "the draft must read");
        return from problem in Linter.Lint(reading)
            where problem.Code.Split('.')[0] is "adverse" or "refusal"
            select $"{Outcome(problem.Chinese)}: {problem.Code} {Cited().Match(problem.Chinese).Groups["article"]}";
    }

    [GeneratedRegex("依据：[^：]* (?<article>第[^：]+)：")]
    private static partial Regex Cited();

    private static string Outcome(string said) =>
        new[] { "罚款", "吊销许可证件", "完成" }.First(o => said.Contains($"“{o}”", StringComparison.Ordinal));
}

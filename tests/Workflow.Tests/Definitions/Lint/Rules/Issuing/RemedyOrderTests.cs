using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules.Issuing;

namespace Workflow.Tests.Definitions.Lint.Rules.Issuing;

/// <summary>Reconsideration first: 行政复议法(2023) 第二十三条.</summary>
public sealed class RemedyOrderTests
{
    [TestCase("行政处罚", "当场罚款", "free", true)]
    [TestCase("行政处罚", "当场罚款", "reconsideration-first", false)]
    [TestCase("行政处罚", "罚款", "free", false)]
    [TestCase("政府信息公开", "不予公开", "free", true)]
    [TestCase("行政许可", "当场不予许可", "free", false)]
    public void A_fine_on_the_spot_and_information_withheld_ask_for_reconsideration_first(
        string type,
        string title,
        string remedies,
        bool found
    )
    {
        var reading = Drafts.Read(
            $$"""
            process: p
            title: 样例
            in-force: 2024-01-01..
            item: {code: A-1, type: {{type}}, lead: bureau}
            offices: {bureau: 主管局}
            parties: {applicant: 当事人}
            documents:
              decision: {title: 决定书, states: [reasons, remedies]}
            steps:
              - step: decide
                by: bureau.officer
                outcomes:
                  refuse: {title: {{title}}, reasons: required, remedies: {{remedies}}, issues: decision, end: decided}
            """
        );
        Assert.That(Linter.Lint(reading).Count(p => p.Code == Refusals.WrongOrder.Code), Is.EqualTo(found ? 1 : 0));
    }
}

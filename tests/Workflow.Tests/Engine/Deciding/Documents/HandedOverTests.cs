using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>What the parties have in their hands stands: served, or handed over by the window when it was issued.</summary>
public sealed class HandedOverTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: acceptance, title: 受理审查, by: hall.clerk, issues: notice}
          - {step: check, title: 审查, by: hall.officer, issues: draft}
          - joint: review
            title: 会签
            participants: [hall.officer, hall.lawyer]
            decide: {agree: all, otherwise: object}
            limit: {for: 20 working days, basis: internal, escalate: [{to: hall.leader}]}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - step: deliver
            title: 送达
            by: hall.clerk
            outcomes: {done: {title: 已送达, serves: {way: 邮寄送达}, end: done}}
        """;

    private const string Papers = """
        documents: {notice: {title: 受理通知书, number: 受字〔<year>〕<serial>号}, draft: {title: 审查意见, number: 审字〔<year>〕<serial>号}}
        """;

    [Test]
    public void Nobody_returns_the_case_behind_a_paper_of_the_window()
    {
        var it = AtTheCheck();
        foreach (var to in new[] { "receive", "acceptance" })
            it.Refused("first-officer", new Return("check", to, "材料不符"), "document.handed_over");
        Assert.That(it.Offers("first-officer").Where(o => o is { Action: "return", Allowed: true }), Is.Empty);
        var refusal = it.Try("first-officer", new Return("check", "acceptance", "材料不符"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "The parties have had '受理通知书' since it was issued, so '受理审查' and what followed it can no longer be undone.",
                    "Tell the parties in writing what has to follow, or deal with it in the decision."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(
                new Said(
                    "自“受理审查”以来，《受理通知书》已当场交付当事人，案件不能回到“受理审查”办结之前的状态。",
                    "请就后续事项另行书面告知，或者在作出决定时处理。"
                )
            )
        );
    }

    [Test]
    public void Nor_does_anybody_take_it_back() => AtTheCheck().Refused("clerk", new TakeBack("acceptance"), "document.handed_over");

    [Test]
    public void What_lies_in_the_office_until_it_is_served_is_made_anew() =>
        AtTheCheck()
            .Does("first-officer", Done("check"))
            .Refused("legal-adviser", new Return("review", "receive", "重来"), "document.handed_over")
            .Does("legal-adviser", new Return("review", "check", "重审"))
            .Waits("check officer");

    private static OfficeCase AtTheCheck() =>
        Lodged(Steps, form: Papers).Does("clerk", Done("receive")).Does("clerk", Done("acceptance")).Waits("check officer");
}

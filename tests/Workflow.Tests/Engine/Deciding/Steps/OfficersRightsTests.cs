using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>What an officer may do at a step beside its outcome comes with the step, and not to a party that acts at one.</summary>
public sealed class OfficersRightsTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - step: acceptance
            title: 受理审查
            by: hall.clerk
            outcomes:
              accept: {title: 受理}
              supplement:
                title: 补正
                at-most: 1
                issues: notice
                steps: [{step: supplement, title: 提交补正材料, by: applicant}]
                back: acceptance
          - joint: hearing
            title: 听取意见
            participants: [applicant, hall.lawyer]
            decide: {agree: all, otherwise: object}
            limit: {for: 20 working days, basis: internal, escalate: [{to: hall.leader}]}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - {step: decide, title: 签发, by: hall.leader, end: done}
        """;

    private const string Notice = "documents: {notice: {title: 补正告知书, number: 补字〔<year>〕<serial>号}}";

    [Test]
    public void A_party_returns_nothing_unasked()
    {
        var it = AtTheSupplement().Refused("citizen", new Return("supplement", "receive", "我要重来"), "step.not_for_parties");
        Assert.That(it.Offers("citizen").Select(o => o.Action), Has.None.EqualTo("return"));
        var refusal = it.Try("citizen", new Return("supplement", "receive", "我要重来"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "At '提交补正材料' a party acts for itself alone; returning the case, adding signers and asking for opinions are for officers.",
                    "Say what you ask for in your own words, and the office decides on it."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(
                new Said(
                    "当事人在“提交补正材料”只提出本方的意见和材料，退回、加签和征求意见由机构工作人员办理。",
                    "请在意见中写明要求，由承办机构处理。"
                )
            )
        );
    }

    [Test]
    public void A_party_returns_where_the_step_says_so() =>
        AtTheSupplement(Steps.Replace("by: applicant}]", "by: applicant, return: re-run}]", StringComparison.Ordinal))
            .Does("citizen", new Return("supplement", "receive", "收件有误"))
            .Waits("receive clerk");

    private static CaseCommand[] AtTheHearing { get; } =
    [
        new Return("hearing", "receive", "重来"),
        new AddSigner("hearing", "first-officer", SignerPlace.Beside),
        new Consult("hearing", "可否？", "first-officer"),
    ];

    [TestCaseSource(nameof(AtTheHearing))]
    public void A_party_has_no_right_of_an_officer_at_a_joint_review_either(CaseCommand command) =>
        Lodged(Steps, form: Notice)
            .Does("clerk", Done("receive"))
            .Does("clerk", Done("acceptance", "accept"))
            .Refused("citizen", command, "step.not_for_parties")
            .Does("legal-adviser", command);

    [Test]
    public void What_is_possible_once_is_possible_again_when_its_paper_is_void() =>
        AtTheSupplement(Steps.Replace("by: applicant}]", "by: applicant, return: re-run}]", StringComparison.Ordinal))
            .Does("citizen", new Return("supplement", "receive", "收件有误"))
            .Does("clerk", Done("receive"))
            .Does("clerk", Done("acceptance", "supplement"))
            .Does("citizen", Done("supplement"))
            .Refused("clerk", Done("acceptance", "supplement"), "step.outcome_used_up")
            .Does("clerk", Done("acceptance", "accept"))
            .DecidedTheSameAgain();

    private static OfficeCase AtTheSupplement(string steps = Steps) =>
        Lodged(steps, form: Notice)
            .Does("clerk", Done("receive"))
            .Does("clerk", Done("acceptance", "supplement"))
            .Waits("supplement citizen");
}

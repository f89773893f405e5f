using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>Clocks, materials and voices are for the leading office and for whoever has the step, whoever else the case lists as an office.</summary>
public sealed class WhoseItIsTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, checks: materials, marks: [accepted]}
          - {step: check, title: 审查, by: hall.officer, limit: {for: 5 working days, not-counted: [检测], basis: internal}}
          - {step: visit, title: 勘验, by: inspectorate.supervisor, limit: {for: 5 working days, not-counted: [检测], basis: internal}}
          - {step: decide, title: 决定, by: hall.leader, marks: [decided], end: done}
        """;

    private const string Rest = """
        materials: {plan: {title: 平面图, required: false}, lease: {title: 租赁合同, required: false}}
        clocks: {handling: {title: 办理期限, for: 20 working days, from: accepted, until: decided, not-counted: [检测], basis: internal}}
        """;

    private static CaseCommand[] OfOthers { get; } =
    [new PauseClock("handling", "检测", "通知1号"), new PauseClock("check", "检测", "通知1号"), new ReceiveMaterial("plan")];

    [TestCaseSource(nameof(OfOthers))]
    public void Supervision_changes_no_clock_and_no_material(CaseCommand command) =>
        AtTheCheck().Refused("inspector", command, "case.not_yours").Does("second-officer", command);

    [Test]
    public void Whoever_has_the_step_pauses_its_clock_and_takes_in_what_comes() =>
        AtTheCheck()
            .Does("first-officer", Done("check"))
            .Does("inspector", new PauseClock("visit", "检测", "通知1号"))
            .Does("inspector", new ReceiveMaterial("plan"))
            .Refused("inspector", new PauseClock("handling", "检测", "通知1号"), "case.not_yours");

    [Test]
    public void Nobody_of_another_office_signs_beside_the_holder()
    {
        var it = AtTheCheck()
            .Refused("first-officer", new AddSigner("check", "inspector", SignerPlace.Beside), "person.other_office")
            .Does("first-officer", new AddSigner("check", "second-officer", SignerPlace.Beside));
        var refusal = it.Try("first-officer", new AddSigner("check", "inspector", SignerPlace.Beside))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "inspector is of none of the offices that act at '审查' for you, and cannot sign beside you there.",
                    "Ask another office for its opinion instead."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("inspector不在“审查”的承办机构任职，不能在此并签。", "需要其他机构意见的，请征求意见。"))
        );
        it.Does("first-officer", new Consult("check", "可否？", "inspector"));
    }

    private static OfficeCase AtTheCheck() =>
        LodgedUnder(SmallOffice.OfTwo(Steps, Rest)).Does("clerk", Done("receive")).Waits("check officer");
}

using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding;

/// <summary>An officer puts down late what was done in time; nobody else records an earlier day 倒签.</summary>
public sealed class BackdatingTests
{
    private const string Steps = """
          - {step: survey, title: 勘测, by: hall.surveyor}
          - {step: supplement, title: 提交补正材料, by: applicant}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void A_party_backdates_nothing()
    {
        var refusal = Lodged(Steps)
            .Does("surveyor-who-stays", Done("survey"))
            .On("2026-03-05")
            .Try("citizen", Done("supplement"), "2026-03-03", "邮戳")!;
        Assert.That(refusal.Code, Is.EqualTo("case.not_to_backdate"));
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "Only an officer who held a post then and holds it now may record an earlier day; 市民 is not one.",
                    "Let the officer who received it record the day on which it came in."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(
                new Said("补录较早的日期，须由当时和现在都在任的工作人员凭文书办理；市民不是。", "请由收到材料的工作人员记录收到的日期。")
            )
        );
    }

    // The post of one surveyor ends on 2026-03-31.
    [TestCase("surveyor-who-leaves", "case.not_to_backdate")]
    [TestCase("surveyor-who-stays", null)]
    public void The_post_is_held_on_both_days(string person, string? code) =>
        Assert.That(
            Lodged(Steps, "2026-03-30").On("2026-04-02").Try(person, Done("survey"), "2026-03-31", "勘测记录")?.Code,
            Is.EqualTo(code)
        );

    // The newcomer's post begins on 2026-03-16. Whoever is an officer on either day is no party by the word of a colleague.
    [TestCase("citizen", "add-party: newcomer, as: applicant, reasons: 查明")]
    [TestCase("[citizen, newcomer]", "confirm-party: newcomer")]
    public void No_day_before_a_post_began_makes_an_officer_a_citizen(string applicants, string act)
    {
        var cast = SmallOffice.World(SmallOffice.Process(Steps));
        var newcomer = new Person(
            "newcomer",
            "新人",
            [new HeldPost("hall", "officer", new PeriodInForce(new DateOnly(2026, 3, 16), null))],
            [],
            []
        );
        var register = new Register(cast.Register.Organisations, [.. cast.Register.People, newcomer], cast.Register.Items);
        SmallOffice.Play(
            new ScenarioWorld(cast.Processes, register, cast.Shelf),
            $$"""
            - {on: 2026-03-12, lodge: {applicant: {{applicants}} } }
            - {on: 2026-03-17, effective: 2026-03-13, document: 身份证明, by: clerk, {{act}}, refused: party.officer}
            """
        );
    }

    [Test]
    public void An_officer_whose_own_case_it_is_backdates_nothing() =>
        Assert.That(
            Lodged(Steps, applicant: "head").On("2026-03-04").Try("head", new Comment("更正"), "2026-03-03", "说明")?.Code,
            Is.EqualTo("case.not_to_backdate")
        );
}

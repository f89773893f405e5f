using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Parties;

/// <summary>Supervision and audit are a party by their own word alone; what they do for their office makes them none.</summary>
public sealed class WordOfOverseersTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: confirm, title: 确认, by: applicant}
          - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
        ends: {done: 办结}
        """;

    [TestCase("second-officer")]
    [TestCase("head")]
    public void Nobody_makes_the_supervision_a_party(string by) =>
        Lodged(Steps).Refused(by, new AddParty("applicant", "inspector", "某人", "查明"), "party.oversight");

    [Test]
    public void The_head_confirms_no_supervisor_whom_a_party_names() =>
        LodgedNaming("inspector")
            .Refused("head", new ConfirmParty("inspector"), "party.oversight")
            .Does("inspector", new Supervise("请报告"))
            .Does("inspector", new ConfirmParty("inspector"))
            .Refused("inspector", new Supervise("请报告"), "step.own_case");

    private static CaseCommand[] OfTheOffice { get; } =
    [new Supervise("请报告"), new Supervise("请报告", "confirm"), new Comment("已查"), new Urge("请从速", "confirm")];

    [TestCaseSource(nameof(OfTheOffice))]
    public void What_the_supervision_does_for_its_office_makes_it_no_party(CaseCommand command)
    {
        var it = LodgedNaming("inspector").Does("clerk", Done("receive")).Does("inspector", command);
        Assert.That(it.State.IsOnlyNamed("inspector"), Is.True);
        it.On("2026-03-03").Does("inspector", new Supervise("再报告")).DecidedTheSameAgain();
    }

    [Test]
    public void An_officer_of_another_office_who_only_remarks_is_no_party_by_that()
    {
        var it = LodgedNaming("inspector", "builder").Does("builder", new Comment("在此")).Does("inspector", new Comment("在此"));
        Assert.That((it.State.IsOwnOf("builder"), it.State.IsOwnOf("inspector")), Is.EqualTo((true, false)));
    }

    [Test]
    public void Whoever_is_a_party_by_what_they_did_may_say_that_they_are_none()
    {
        var it = LodgedNaming("inspector")
            .Does("clerk", Done("receive"))
            .Does("inspector", Done("confirm"))
            .Refused("inspector", new Supervise("请报告"), "step.own_case")
            .Refused("clerk", new UnconfirmParty("inspector", "同名"), "party.not_confirmed")
            .Refused("inspector", new UnconfirmParty("inspector", " "), "step.reasons_missing");
        Assert.That(it.Offers("inspector").Single(o => o.Action == "unconfirm-party").Allowed, Is.True);
        it.Does("inspector", new UnconfirmParty("inspector", "同名")).Does("inspector", new Supervise("请报告")).DecidedTheSameAgain();
    }

    [Test]
    public void Whoever_lodged_for_themselves_does_not_say_that_they_are_none() =>
        Lodged(Steps, applicant: "inspector").Refused("inspector", new UnconfirmParty("inspector", "误"), "case.not_yours");

    [Test]
    public void The_sentence_says_whose_word_counts()
    {
        var refusal = Lodged(Steps).Try("head", new AddParty("applicant", "inspector", "某人", "查明"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "inspector holds a post of supervision or audit; only they themselves may say that they are a party.",
                    "Let them say so themselves."
                )
            )
        );
        Assert.That(refusal.Chinese, Is.EqualTo(new Said("inspector负责监察或者审计，是否为当事人只能由其本人认可。", "请由其本人认可。")));
    }

    private static OfficeCase LodgedNaming(params string[] others) =>
        Naming(Steps, "citizen", [.. others.Prepend("citizen").Select(p => new PartyEntry("applicant", p, "某人"))]);
}

using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>An officer who is a party of the case does nothing for an office in it, and what they do as the party is theirs.</summary>
public sealed class OwnCaseTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: check, title: 审查, by: hall.officer}
          - joint: sign
            title: 会签
            participants: [hall.officer, hall.lawyer]
            decide: {agree: all, otherwise: object}
            limit: {for: 20 working days, basis: internal, escalate: [{to: hall.leader}]}
            outcomes: {agree: {title: 同意}, object: {title: 不同意}}
          - {step: confirm, title: 确认, by: applicant}
          - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
        ends: {done: 办结}
        """;

    private static CaseCommand[] AtTheCheck { get; } =
    [
        new Claim("check"),
        Done("check"),
        new Return("check", "receive", "有误", null),
        new Transfer("check", "second-officer", "出差"),
        new Entrust("check", "second-officer"),
        new Consult("check", "可否？", "second-officer"),
        new AddSigner("check", "second-officer", SignerPlace.Before, "请签"),
    ];

    [TestCaseSource(nameof(AtTheCheck))]
    public void An_officer_does_nothing_at_a_step_of_the_office_in_their_own_case(CaseCommand command) =>
        Lodged(Steps, applicant: "first-officer").Does("clerk", Done("receive")).Refused("first-officer", command, "step.own_case");

    [Test]
    public void The_sentence_names_the_person_and_the_way_out()
    {
        var refusal = Lodged(Steps, applicant: "first-officer").Does("clerk", Done("receive")).Try("first-officer", Done("check"))!;
        Assert.That(refusal.English.Sentence, Is.EqualTo("first-officer is a party of this case and may not act for an office in it."));
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo("first-officer是该案件的当事人，应当回避，不得以工作人员身份办理。"));
        Assert.That(refusal.English.WayOut, Is.EqualTo("Let a colleague act."));
    }

    [Test]
    public void Nobody_votes_in_their_own_case_and_a_colleague_does() =>
        Lodged(Steps, applicant: "first-officer")
            .Does("clerk", Done("receive"))
            .Does("second-officer", Done("check"))
            .Refused("first-officer", Votes("sign", "agree"), "step.own_case")
            .Does("second-officer", Votes("sign", "agree"))
            .Does("legal-adviser", Votes("sign", "agree"))
            .Does("first-officer", Done("confirm"))
            .Does("head", Done("decide", "ok"))
            .Ended("done");

    private static CaseCommand[] OfTheHead { get; } =
    [
        new SuspendCase("通知", "等待批复"),
        new CancelCase("重复立案"),
        new Terminate("到此为止"),
        new Jump("decide", "上级指示"),
        new SendCopy(["second-officer"]),
        new Transfer("check", "second-officer", "出差"),
    ];

    [TestCaseSource(nameof(OfTheHead))]
    public void A_head_does_not_lead_their_own_case(CaseCommand command) =>
        Lodged(Steps, applicant: "head").Does("clerk", Done("receive")).Refused("head", command, "step.own_case");

    [Test]
    public void The_supervision_does_not_supervise_its_own_case() =>
        Lodged(Steps, applicant: "inspector").Refused("inspector", new Supervise("请报告"), "step.own_case");

    [Test]
    public void A_party_is_not_drawn_in_and_gets_no_task() =>
        Lodged(Steps, applicant: "first-officer")
            .Does("clerk", Done("receive"))
            .Refused("second-officer", new Transfer("check", "first-officer", "出差"), "person.party")
            .Refused("second-officer", new Entrust("check", "first-officer"), "person.party");

    [Test]
    public void A_party_does_not_sign_beside_a_colleague() =>
        Lodged(
                """
                  - {step: inspect, title: 检查, by: hall.officer, officers: 2}
                  - {step: decide, title: 签发, by: hall.leader, outcomes: {ok: {title: 签发, end: done}}}
                ends: {done: 办结}
                """,
                applicant: "first-officer"
            )
            .Refused("second-officer", Done("inspect") with { With = ["first-officer"] }, "step.own_case");

    [Test]
    public void A_deputy_acts_neither_for_a_party_nor_in_their_own_case()
    {
        Lodged(Steps, "2026-07-01", applicant: "second-officer")
            .Does("clerk", Done("receive"))
            .Refused("legal-adviser", "second-officer", Done("check"), "step.own_case");
        Lodged(Steps, "2026-07-01", applicant: "legal-adviser")
            .Does("clerk", Done("receive"))
            .Refused("legal-adviser", "second-officer", Done("check"), "step.own_case");
    }

    [Test]
    public void A_rule_passes_a_party_over()
    {
        var it = Lodged(
            """
              - {step: check, title: 审查, by: hall.officer, assign: round-robin}
              - joint: sign
                title: 会签
                participants: [{by: hall.officer, assign: round-robin}, hall.lawyer]
                decide: {agree: all, otherwise: object}
                limit: {for: 20 working days, basis: internal, escalate: [{to: hall.leader}]}
                outcomes: {agree: {title: 同意, end: done}, object: {title: 不同意, end: done}}
            ends: {done: 办结}
            """,
            applicant: "first-officer"
        );
        Assert.That(it.State.Steps["check"].ClaimedBy, Is.EqualTo("second-officer"));
        it.Does("second-officer", Done("check"));
        Assert.That(it.State.Steps["sign"].Chosen.Single().Person, Is.EqualTo("second-officer"));
    }

    [Test]
    public void A_window_may_take_in_what_its_own_clerk_lodges() =>
        Lodged(Steps.Replaced("by: hall.clerk}", "by: hall.clerk, own-case: allowed}"), applicant: "clerk")
            .Does("clerk", Done("receive"))
            .Waits("check officer");

    [Test]
    public void Without_a_word_in_the_definition_a_window_does_not() =>
        Lodged(Steps, applicant: "clerk").Refused("clerk", Done("receive"), "step.own_case");

    [Test]
    public void What_is_not_allowed_is_not_offered()
    {
        var it = Lodged(Steps, applicant: "first-officer").Does("clerk", Done("receive"));
        Assert.That(
            it.Offers("first-officer").Where(o => o.Allowed).Select(o => o.Action),
            Is.EquivalentTo(new[] { "comment", "attach", "urge" })
        );
    }

    [Test]
    public void Whoever_lodges_keeps_no_officer_from_acting_by_naming_them_as_parties() =>
        LodgedNaming("clerk", "first-officer", "second-officer", "head")
            .Does("clerk", Done("receive"))
            .Does("first-officer", new Claim("check"))
            .Does("first-officer", Done("check"));

    [Test]
    public void An_officer_whom_the_head_of_the_leading_office_confirms_as_a_party_withdraws() =>
        LodgedNaming("first-officer")
            .Does("clerk", Done("receive"))
            .Refused("citizen", new ConfirmParty("first-officer"), "case.not_yours")
            .Refused("clerk", new ConfirmParty("first-officer"), "party.officer")
            .Does("head", new ConfirmParty("first-officer"))
            .Refused("head", new ConfirmParty("first-officer"), "party.confirmed")
            .Refused("head", new ConfirmParty("bank"), "party.nobody")
            .Refused("first-officer", new Claim("check"), "step.own_case");

    [Test]
    public void What_was_confirmed_in_error_is_taken_back_with_reasons()
    {
        var it = LodgedNaming("first-officer")
            .Does("clerk", Done("receive"))
            .Refused("clerk", new UnconfirmParty("first-officer", "同名"), "party.not_confirmed")
            .Does("head", new ConfirmParty("first-officer") { Reasons = "核对身份证" })
            .Refused("first-officer", Done("check"), "step.own_case")
            .Refused("citizen", new UnconfirmParty("first-officer", "同名"), "case.not_yours")
            .Refused("clerk", new UnconfirmParty("first-officer", " "), "step.reasons_missing")
            .Does("clerk", new UnconfirmParty("first-officer", "同名"));
        Assert.That(it.State.IsOnlyNamed("first-officer"), Is.True);
        it.Does("first-officer", Done("check")).DecidedTheSameAgain();
    }

    [Test]
    public void A_scenario_confirms_a_party_and_takes_it_back() =>
        SmallOffice.Play(
            SmallOffice.Process(Steps),
            """
            - {on: 2026-03-02, by: citizen, lodge: {applicant: [citizen, first-officer]}}
            - {on: 2026-03-02, by: clerk, complete: receive}
            - {on: 2026-03-02, by: clerk, unconfirm-party: first-officer, reasons: 同名, refused: party.not_confirmed}
            - {on: 2026-03-03, by: head, confirm-party: first-officer, reasons: 核对了身份证}
            - {on: 2026-03-03, by: first-officer, complete: check, refused: step.own_case}
            - {on: 2026-03-03, by: citizen, unconfirm-party: first-officer, reasons: 同名, refused: case.not_yours}
            - {on: 2026-03-03, by: clerk, unconfirm-party: first-officer, refused: step.reasons_missing}
            - {on: 2026-03-04, by: clerk, unconfirm-party: first-officer, reasons: 同名, expect: {open: check}}
            - {on: 2026-03-04, by: first-officer, complete: check, expect: {by: {check: first-officer}}}
            """
        );

    [Test]
    public void What_the_person_accepted_no_officer_takes_back() =>
        LodgedNaming("first-officer")
            .Does("clerk", Done("receive"))
            .Does("first-officer", new ConfirmParty("first-officer"))
            .Refused("clerk", new UnconfirmParty("first-officer", "同名"), "party.not_confirmed");

    [Test]
    public void An_officer_who_accepts_that_they_are_a_party_withdraws() =>
        LodgedNaming("first-officer")
            .Does("clerk", Done("receive"))
            .Does("first-officer", new ConfirmParty("first-officer"))
            .Refused("first-officer", Done("check"), "step.own_case");

    [Test]
    public void An_officer_who_acts_as_the_party_is_one()
    {
        var it = LodgedNaming("second-officer")
            .Does("clerk", Done("receive"))
            .Does("first-officer", Done("check"))
            .Does("first-officer", Votes("sign", "agree"))
            .Does("legal-adviser", Votes("sign", "agree"));
        Assert.That(it.State.IsOnlyNamed("second-officer"), Is.True);
        it.Does("second-officer", Done("confirm"));
        Assert.That(it.State.IsOwnOf("second-officer"), Is.True);
    }

    [Test]
    public void A_citizen_named_by_an_officer_who_lodges_is_a_party_and_another_officer_is_not()
    {
        var it = LodgedBy("clerk", "citizen", "first-officer").Does("clerk", Done("receive")).Does("first-officer", Done("check"));
        Assert.That((it.State.IsOwnOf("citizen"), it.State.IsOwnOf("first-officer")), Is.EqualTo((true, false)));
    }

    [TestCase("first-officer")]
    [TestCase("head")]
    [TestCase("bank")]
    public void No_officer_makes_another_one_a_party(string person)
    {
        var it = Lodged(Steps).Refused("second-officer", new AddParty("applicant", person, "某人", "查明"), "party.officer");
        Assert.That(it.State.Parties.Select(p => p.Person), Is.EqualTo(new[] { "citizen" }));
    }

    [Test]
    public void The_sentence_about_an_officer_says_who_may()
    {
        var refusal = Lodged(Steps).Try("second-officer", new AddParty("applicant", "first-officer", "某人", "查明"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "first-officer holds a post; only they themselves or a leader of 大厅 may say that they are a party.",
                    "Let them say so themselves, or put it to a leader of 大厅."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(
                new Said(
                    "first-officer是机关工作人员，是否为当事人只能由其本人认可，或者由大厅·负责人确认。",
                    "请由其本人认可，或者报大厅·负责人办理。"
                )
            )
        );
    }

    [Test]
    public void Whom_the_head_added_in_error_the_office_takes_back()
    {
        var it = Lodged(Steps)
            .Does("clerk", Done("receive"))
            .Does("head", new AddParty("applicant", "first-officer", "某人", "查明"))
            .Refused("first-officer", Done("check"), "step.own_case")
            .Does("second-officer", new UnconfirmParty("first-officer", "同名"));
        Assert.That((it.State.IsOwnOf("first-officer"), it.State.IsOnlyNamed("first-officer")), Is.EqualTo((false, true)));
        it.Does("first-officer", Done("check")).DecidedTheSameAgain();
    }

    [Test]
    public void Whoever_was_added_and_has_acted_as_the_party_is_one() =>
        Lodged(Steps)
            .Does("second-officer", new AddParty("applicant", "builder", "建筑商", "查明"))
            .Does("clerk", Done("receive"))
            .Does("first-officer", Done("check"))
            .Does("first-officer", Votes("sign", "agree"))
            .Does("legal-adviser", Votes("sign", "agree"))
            .Does("builder", Done("confirm"))
            .Refused("second-officer", new UnconfirmParty("builder", "同名"), "party.not_confirmed");

    [Test]
    public void Whoever_lodges_for_the_office_is_no_party_of_what_it_begins_by_itself()
    {
        var it = OfOwnMotion(Steps, "first-officer", new PartyEntry("applicant", "first-officer", "大厅"))
            .Does("clerk", Done("receive"))
            .Does("first-officer", Done("check"));
        Assert.That((it.State.IsOwnOf("first-officer"), it.State.IsOnlyNamed("first-officer")), Is.EqualTo((false, false)));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Somebody_else_named_in_what_the_office_begins_is_one()
    {
        var it = OfOwnMotion(
            Steps,
            "first-officer",
            new PartyEntry("applicant", "first-officer", "大厅"),
            new PartyEntry("applicant", "citizen", "市民")
        );
        Assert.That((it.State.IsOwnOf("first-officer"), it.State.IsOwnOf("citizen")), Is.EqualTo((false, true)));
    }

    [Test]
    public void Nobody_calls_their_own_case_doubtful() =>
        LodgedBy("first-officer", new PartyEntry("applicant", "first-officer", "某人") { Unconfirmed = true })
            .Does("clerk", Done("receive"))
            .Refused("first-officer", Done("check"), "step.own_case");

    private static OfficeCase LodgedNaming(params string[] others) => LodgedBy("citizen", ["citizen", .. others]);

    private static OfficeCase LodgedBy(string by, params string[] parties) =>
        LodgedBy(by, [.. parties.Select(p => new PartyEntry("applicant", p, "某人"))]);

    private static OfficeCase LodgedBy(string by, params PartyEntry[] parties) => Naming(Steps, by, parties);
}

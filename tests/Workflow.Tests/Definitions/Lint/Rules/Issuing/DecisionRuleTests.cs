using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Definitions.Lint.Rules.Issuing;

namespace Workflow.Tests.Definitions.Lint.Rules.Issuing;

public sealed class DecisionRuleTests
{
    private static readonly string Sound =
        Decision("refuse: {reasons: required, remedies: free, issues: refusal}")
        + """

              - {step: delivery, by: window.clerk, marks: delivered}
            """;

    [Test]
    public void A_refusal_without_reasons_is_an_error() =>
        Drafts.Finds(
            Refusals.NoReasons,
            "Expected reasons at 'refuse' of 'decide', but it asks for none.",
            Decision("«refuse: {remedies: free, issues: refusal}")
        );

    [Test]
    public void A_refusal_without_remedies_is_an_error() =>
        Drafts.Finds(
            Refusals.NoRemedies,
            "Expected the order of remedies at 'refuse' of 'decide', but it is missing.",
            Decision("«refuse: {reasons: required, issues: refusal}")
        );

    [Test]
    public void A_refusal_that_no_document_states_is_an_error() =>
        Drafts.Finds(
            Refusals.NoDocument,
            "Expected a document that states reasons and remedies after 'refuse' of 'decide', but a path ends without one.",
            Decision("«refuse: {reasons: required, remedies: free, issues: refusal}", states: "[reasons]")
        );

    [Test]
    public void A_refusal_with_reasons_remedies_and_a_document_passes()
    {
        foreach (var rule in new[] { Refusals.NoReasons, Refusals.NoRemedies, Refusals.NoDocument })
            Drafts.Passes(rule, Sound);
    }

    [Test]
    public void A_refusal_of_information_names_reconsideration_first() =>
        Drafts.Finds(
            Refusals.WrongOrder,
            "Expected reconsideration first at 'refuse' of 'decide', but its remedies are free.",
            Decision("«refuse: {title: 不予公开, reasons: required, remedies: free, issues: refusal}")
        );

    [Test]
    public void A_refusal_of_information_with_reconsideration_first_passes() =>
        Drafts.Passes(
            Refusals.WrongOrder,
            Decision("refuse: {title: 不予公开, reasons: required, remedies: reconsideration-first, issues: refusal}")
        );

    [Test]
    public void A_later_step_may_draw_up_the_refusal() =>
        Drafts.Passes(
            Refusals.NoDocument,
            Decision("refuse: {reasons: required, remedies: free}")
                + """

                  - {step: draw-up, when: decide = refuse, by: bureau.officer, issues: refusal}
                  - {step: delivery, by: window.clerk, marks: delivered}
                """
        );

    [Test]
    public void A_meeting_that_refuses_no_party_says_so_in_one_word()
    {
        const string Meeting = "item: {code: A-1, type: 行政决策, lead: bureau}\n";
        var silent =
            "steps:\n  - {step: meet, by: bureau.leader, outcomes: {adopt: 通过, reject: {title: 不予通过, remedies: none, end: dropped}}}";
        foreach (var rule in new[] { Refusals.NoReasons, Refusals.NoRemedies, Refusals.NoDocument })
            Drafts.Passes(rule, Meeting + silent);
        Drafts.Finds(
            Refusals.NoDocument,
            "Expected a document that states reasons and remedies after 'reject' of 'meet', but a path ends without one.",
            silent.Replaced("reject:", "«reject:")
        );
    }

    [Test]
    public void Sending_work_back_inside_the_office_refuses_nobody() =>
        Drafts.Passes(
            Refusals.NoReasons,
            """
            steps:
              - {step: draft, by: bureau.officer}
              - step: review
                by: bureau.leader
                outcomes:
                  approve: 同意
                  reject: {at-most: 2, back: draft}
            """
        );

    [Test]
    public void A_document_that_nothing_issues_is_a_warning() =>
        Drafts.Finds(
            Documents.NeverIssued,
            "Expected an outcome that issues 'licence', but nothing does.",
            """
            documents:
              «licence: {title: 许可证, number: entered}
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [Test]
    public void A_document_that_an_extension_issues_passes() =>
        Drafts.Passes(
            Documents.NeverIssued,
            """
            documents:
              notice: {title: 延期告知书}
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, extend: {by: 10 working days, approver: bureau.leader, issues: notice}, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_decision_after_the_last_delivery_is_a_warning() =>
        Drafts.Finds(
            Documents.NeverDelivered,
            "Expected 'licence' of 'decide' to be delivered on every path, but one ends without a delivery after 'done'.",
            """
            documents:
              licence: {title: 许可证, number: entered}
            steps:
              - {step: delivery, by: window.clerk, marks: delivered}
              - {step: decide, by: bureau.officer, «issues: licence}
            """
        );

    [Test]
    public void A_decision_before_the_delivery_passes() => Drafts.Passes(Documents.NeverDelivered, Sound);

    [Test]
    public void What_the_window_draws_up_is_handed_over() =>
        Drafts.Passes(
            Documents.NeverDelivered,
            """
            documents:
              licence: {title: 许可证, number: entered}
            steps:
              - {step: decide, by: window.clerk, issues: licence}
            """
        );

    [Test]
    public void Four_steps_are_enough_for_the_profile() =>
        Drafts.Finds(
            Profiles.FourSteps,
            "Expected at most 4 internal steps of one department on a path, but bureau has 5.",
            "«steps:\n" + Steps(5),
            LintProfile.FourStepsThreeDays
        );

    [Test]
    public void Three_days_are_enough_for_the_profile() =>
        Drafts.Finds(
            Profiles.ThreeDays,
            "Expected the internal steps of one department on a path to take at most 3 working days, but those of bureau may take 4.",
            "«steps:\n" + Steps(4),
            LintProfile.FourStepsThreeDays
        );

    [Test]
    public void Three_steps_in_three_days_fit_the_profile()
    {
        Drafts.Passes(Profiles.FourSteps, "steps:\n" + Steps(3), LintProfile.FourStepsThreeDays);
        Drafts.Passes(Profiles.ThreeDays, "steps:\n" + Steps(3), LintProfile.FourStepsThreeDays);
    }

    [Test]
    public void Two_departments_have_three_days_each()
    {
        var both = "steps:\n" + Steps(3) + Steps(3).Replaced("bureau", "other").Replaced(" s", " t");
        Drafts.Passes(Profiles.FourSteps, both, LintProfile.FourStepsThreeDays);
        Drafts.Passes(Profiles.ThreeDays, both, LintProfile.FourStepsThreeDays);
    }

    [Test]
    public void A_profile_that_is_off_says_nothing() => Drafts.Passes(Profiles.FourSteps, "steps:\n" + Steps(9));

    [Test]
    public void The_five_procedures_are_mandatory_under_their_profile() =>
        Drafts.Finds(
            Profiles.FiveProcedures,
            "Expected a mandatory step with the ground 集体讨论, but there is none.",
            "«steps:\n" + Five + "  - {step: talk, by: bureau.leader, ground: 集体讨论}",
            LintProfile.FiveProcedures
        );

    [Test]
    public void Five_mandatory_procedures_fit_the_profile() =>
        Drafts.Passes(
            Profiles.FiveProcedures,
            "steps:\n" + Five + "  - {step: talk, by: bureau.leader, ground: 集体讨论, mandatory: true}",
            LintProfile.FiveProcedures
        );

    [TestCase("  - {step: talk, by: bureau.leader, ground: 集体讨论, mandatory: true, «when: p0 = done}")]
    [TestCase(
        "  - {step: open, by: bureau.leader, outcomes: {held: {title: 讨论, steps: [«{step: talk, by: bureau.leader, ground: 集体讨论, mandatory: true}]}, left-out: 不讨论}}"
    )]
    public void A_procedure_that_a_path_goes_round_is_a_warning(string step) =>
        Drafts.Finds(
            Profiles.FiveProcedures,
            "Expected 'talk' with the ground 集体讨论 on every path, but it may be skipped.",
            "steps:\n" + Five + step,
            LintProfile.FiveProcedures
        );

    [TestCase(
        "  - {parallel: both, branches: {one: [{step: talk, by: bureau.leader, ground: 集体讨论, mandatory: true}], two: [{step: other, by: bureau.officer}]}}"
    )]
    public void A_procedure_in_a_branch_of_all_is_on_every_path(string step) =>
        Drafts.Passes(Profiles.FiveProcedures, "steps:\n" + Five + step, LintProfile.FiveProcedures);

    private static string Five =>
        string.Concat(
            new[] { "公众参与", "专家论证", "风险评估", "合法性审查" }.Select(
                (g, i) => $"  - {{step: p{i}, by: bureau.officer, ground: {g}, mandatory: true}}\n"
            )
        );

    private static string Steps(int number) =>
        string.Concat(Enumerable.Range(1, number).Select(i => $"  - {{step: s{i}, by: bureau.officer, limit: 1 working day}}\n"));

    // An officer grants or refuses; a document states what the party must be told.
    [Test]
    public void A_refusal_that_rests_on_no_law_is_told() =>
        Drafts.Finds(
            Refusals.NoBasis,
            "Expected 'refusal' of 'refuse' at 'decide' to rest on a law, but it names none.",
            Decision("«refuse: {reasons: required, remedies: free, basis: internal, issues: refusal}")
        );

    [TestCase("basis: 行政许可法(2019) 第五十六条, ")]
    [TestCase("asks: {article: {title: 条款, type: text, required: true}}, basis: internal, ")]
    public void A_refusal_on_a_law_or_on_an_article_that_the_officer_enters_passes(string basis) =>
        Drafts.Passes(
            Refusals.NoBasis,
            Decision($"refuse: {{{basis}reasons: required, remedies: free, issues: refusal}}")
                .Replace(
                    "states: [reasons, remedies]}",
                    basis.StartsWith("asks", StringComparison.Ordinal)
                        ? "states: [reasons, remedies], fields: article}"
                        : "states: [reasons, remedies]}",
                    StringComparison.Ordinal
                )
        );

    [Test]
    public void A_refusal_on_the_article_about_refusals_alone_is_told() =>
        Drafts.Finds(
            Refusals.ProceduralBasis,
            "Expected 'refusal' of 'refuse' at 'decide' to name why it is refused, but its law only says how one refuses.",
            Decision("«refuse: {reasons: required, remedies: free, basis: 行政许可法(2019) 第三十八条第二款, issues: refusal}")
        );

    [Test]
    public void A_refusal_on_the_article_of_its_ground_passes() =>
        Drafts.Passes(
            Refusals.ProceduralBasis,
            Decision("refuse: {reasons: required, remedies: free, basis: 行政许可法(2019) 第七十八条, issues: refusal}")
        );

    private static string Decision(string refuse, string states = "[reasons, remedies]") =>
        $$$"""
            documents: {refusal: {title: 不予许可决定书, states: {{{states}}}}}
            steps:
              - step: decide
                by: bureau.officer
                outcomes:
                  grant: 准予
                  {{{refuse}}}
            """;

    [TestCase("decide: {pass: majority, otherwise: fail}", "pass")]
    [TestCase("decide: {by: bureau.leader}", "fail")]
    public void A_meeting_that_decides_by_silence_is_an_error(string decide, string outcome) =>
        Drafts.Finds(
            Joints.QuorumExpiry,
            $"Expected 'meeting', which has a quorum, to run out into its 'otherwise' or into nothing, but it results in '{outcome}'.",
            Meeting(decide, $"«on-expiry: {outcome}")
        );

    [TestCase("on-expiry: fail")]
    [TestCase("escalate: [bureau.leader]")]
    public void A_meeting_that_fails_or_is_overdue_passes(string expiry) =>
        Drafts.Passes(Joints.QuorumExpiry, Meeting("decide: {pass: majority, otherwise: fail}", expiry));

    private static string Meeting(string decide, string expiry) =>
        $$"""
            steps:
              - joint: meeting
                participants: [{all-of: government.member}]
                quorum: 50%
                {{decide}}
                limit: {for: 10 working days, {{expiry}}, basis: internal}
                outcomes: {pass: 通过, fail: 不通过}
            """;

    [Test]
    public void What_decides_or_serves_and_may_be_jumped_over_is_a_warning() =>
        Drafts.Finds(
            JumpedOver.Rule,
            "Expected no jump to pass over 'decide', which decides or serves, but it is not mandatory.",
            Jumped("")
        );

    [Test]
    public void What_is_mandatory_or_comes_last_is_passed_over_by_no_jump() =>
        Drafts.Passes(JumpedOver.Rule, Jumped(", mandatory: true").Replaced("«", ""));

    private static string Jumped(string mandatory) =>
        $$$$"""
            documents: {refusal: {title: 不予许可决定书, states: [reasons, remedies]}}
            steps:
              - {step: check, by: bureau.officer}
              - «{step: decide, by: bureau.leader{{{{mandatory}}}}, outcomes: {refuse: {title: 不予许可, reasons: required, remedies: free, issues: refusal}}}
              - {step: note, by: bureau.officer}
              - {step: deliver, by: window.clerk, serves: all}
            """;

    [Test]
    public void A_revocation_that_leaves_the_permit_valid_is_a_warning() =>
        Drafts.Finds(
            Revocations.Stands,
            "Expected 'revoke' of 'withdraw' to void 'permit', which it revokes, but it stays valid.",
            Revoking("«", "")
        );

    [Test]
    public void A_revocation_that_voids_the_permit_passes() => Drafts.Passes(Revocations.Stands, Revoking("", "voids: permit, "));

    [Test]
    public void A_revocation_of_what_nothing_issues_is_an_error() =>
        Drafts.Finds(
            Revocations.Nothing,
            "Expected 'card', which is revoked here, to be issued by another outcome, but nothing does.",
            Revoking("", "«voids: card, ")
        );

    private static string Revoking(string mark, string voids) =>
        $$$$"""
            documents:
              permit: {title: 经营许可证, number: 许〔<year>〕<serial>号}
              card: {title: 登记证, number: none}
              revocation: {title: 撤销许可决定书, number: none, states: [reasons, remedies]}
            steps:
              - {step: decide, by: bureau.officer, outcomes: {grant: {title: 准予许可, issues: permit}}}
              - {step: withdraw, by: bureau.leader, outcomes: {{{{{mark}}}}revoke: {title: 撤销许可, reasons: required, remedies: free, {{{{voids}}}}issues: revocation}, keep: 维持}}
            """;
}

using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Definitions.Lint.Rules.People;

namespace Workflow.Tests.Definitions.Lint.Rules.People;

public sealed class PeopleRuleTests
{
    [Test]
    public void Two_people_at_a_post_with_one_holder_are_a_warning() =>
        Drafts.Finds(
            Separation.Unsatisfiable,
            "Expected somebody else than at 'first' to act at 'second', but both are bureau.leader.",
            """
            steps:
              - {step: first, by: bureau.leader}
              - {step: second, by: bureau.leader, «not-by: first}
            """
        );

    [Test]
    public void A_step_of_a_party_that_need_not_be_named_is_a_warning() =>
        Drafts.Finds(
            AbsentParties.Rule,
            "Expected 'statement' to be done in every case, but it is left out where no respondent is named.",
            """
            parties: {applicant: 申请人, respondent: 当事人}
            steps:
              - {step: statement, «by: respondent}
            """
        );

    [Test]
    public void A_mandatory_step_of_a_party_and_one_of_the_first_party_pass() =>
        Drafts.Passes(
            AbsentParties.Rule,
            """
            parties: {applicant: 申请人, respondent: 当事人}
            steps:
              - {step: reply, by: applicant}
              - {step: statement, by: respondent, mandatory: true}
            """
        );

    [Test]
    public void Two_officers_of_one_office_can_be_two_people() =>
        Drafts.Passes(
            Separation.Unsatisfiable,
            """
            steps:
              - {step: first, by: bureau.officer}
              - {step: second, by: bureau.officer, not-by: first}
            """
        );

    [Test]
    public void A_hearing_chaired_by_anybody_is_a_warning() =>
        Drafts.Finds(
            Separation.Chair,
            "Expected 'not-by' at the hearing 'hearing', but whoever reviewed may chair it.",
            """
            steps:
              - {step: review, by: bureau.officer}
              - {step: hearing, «by: bureau.officer, ground: 听证}
            """
        );

    [Test]
    public void A_hearing_not_chaired_by_the_reviewer_passes() =>
        Drafts.Passes(
            Separation.Chair,
            """
            steps:
              - {step: review, by: bureau.officer}
              - {step: hearing, by: bureau.officer, ground: 听证, not-by: review}
            """
        );

    [Test]
    public void A_joint_without_a_limit_that_waits_for_all_is_an_error() =>
        Drafts.Finds(
            Joints.OpenForEver,
            "Expected a limit at the joint 'review', but there is none, so it waits for the last answer for ever.",
            """
            steps:
              - «joint: review
                participants: [bureau.officer, other.officer]
                decide: {pass: all, otherwise: fail}
                outcomes: {pass: 通过, fail: 不通过}
            """
        );

    [Test]
    public void A_joint_that_waits_for_a_veto_without_a_limit_is_an_error() =>
        Drafts.Finds(
            Joints.OpenForEver,
            "Expected a limit at the joint 'review', but there is none, so it waits for the last answer for ever.",
            """
            steps:
              - «joint: review
                participants: [bureau.officer, other.officer, window.officer]
                veto: other.officer
                decide: {pass: majority, otherwise: fail}
                outcomes: {pass: 通过, fail: 不通过}
            """
        );

    [TestCase("{pass: 50% of cast, fail: 50% of cast, otherwise: undecided}")]
    [TestCase("{pass: 1, fail: 2, otherwise: undecided}")]
    [TestCase("{pass: 30%, fail: 60%, otherwise: undecided}")]
    [TestCase("{pass: weight 1, fail: weight 2, otherwise: undecided}")]
    public void Thresholds_that_the_same_votes_reach_are_a_warning(string decide) =>
        Drafts.Finds(
            Joints.Overlap,
            "Expected at most one threshold of 'review' to be reached, but pass and fail can be at once.",
            Threefold("«", decide)
        );

    [TestCase("{pass: 60%, fail: 50%, otherwise: undecided}")]
    [TestCase("{pass: majority, fail: 2, otherwise: undecided}")]
    [TestCase("{pass: 2, fail: 2, otherwise: undecided}")]
    [TestCase("{pass: any, fail: 1, otherwise: undecided}")]
    [TestCase("{pass: weight 2, fail: weight 2, otherwise: undecided}")]
    public void Thresholds_of_which_one_excludes_the_other_pass(string decide) => Drafts.Passes(Joints.Overlap, Threefold("", decide));

    private static string Threefold(string mark, string decide) =>
        $$"""
            steps:
              - {{mark}}joint: review
                participants: [bureau.officer, other.officer, window.officer]
                limit: {for: 5 working days, on-expiry: fail}
                decide: {{decide}}
                outcomes: {pass: 通过, fail: 不通过, undecided: 未决}
            """;

    [Test]
    public void A_joint_with_a_limit_and_an_expiry_passes()
    {
        foreach (var rule in new[] { Joints.OpenForEver, Joints.NobodyTold, Joints.Unreachable })
            Drafts.Passes(
                rule,
                """
                steps:
                  - joint: review
                    participants: [bureau.officer, other.officer]
                    limit: {for: 5 working days, on-expiry: fail}
                    decide: {pass: all, otherwise: fail}
                    outcomes: {pass: 通过, fail: 不通过}
                """
            );
    }

    [Test]
    public void A_joint_whose_limit_nobody_watches_is_a_warning() =>
        Drafts.Finds(
            Joints.NobodyTold,
            "Expected 'on-expiry' or 'escalate' for the joint 'review', but nobody is notified when it runs out.",
            """
            steps:
              - joint: review
                participants: [bureau.officer, other.officer]
                «limit: 5 working days
                decide: {pass: all, otherwise: fail}
                outcomes: {pass: 通过, fail: 不通过}
            """
        );

    [Test]
    public void An_outcome_to_which_no_vote_comes_is_a_warning() =>
        Drafts.Finds(
            Joints.Unreachable,
            "No vote at 'review' can result in 'maybe'.",
            """
            steps:
              - joint: review
                participants: [bureau.officer, other.officer]
                limit: {for: 5 working days, on-expiry: fail}
                decide: {pass: all, otherwise: fail}
                outcomes:
                  pass: 通过
                  «maybe: 待定
                  fail: 不通过
            """
        );

    [Test]
    public void One_officer_who_inspects_alone_is_a_warning() =>
        Drafts.Finds(
            TwoOfficers.Rule,
            "Expected at least two officers of bureau.officer at 'visit', but one may act alone.",
            """
            steps:
              - «{step: visit, title: 现场核查, by: bureau.officer}
            """
        );

    [TestCase("end: done")]
    [TestCase("marks: [decided]")]
    [TestCase("outcomes: {punish: {title: 处罚, remedies: free}}")]
    [TestCase("issues: licence")]
    public void A_step_that_decides_and_lets_a_party_in_is_an_error(string decides) =>
        Drafts.Finds(
            OwnCaseSteps.Rule,
            "Expected no party to act at 'decide', which decides, but 'own-case' lets them.",
            $$$"""
            documents: {licence: {title: 许可证, number: 许〔<year>〕<serial>号}}
            steps:
              - «{step: decide, title: 决定, by: bureau.officer, own-case: allowed, {{{decides}}}}
            """
        );

    [Test]
    public void A_step_that_only_takes_in_may_let_a_party_in() =>
        Drafts.Passes(
            OwnCaseSteps.Rule,
            """
            documents: {receipt: {title: 收件凭证, number: 收字〔<year>〕<serial>号}}
            steps:
              - {step: receive, title: 收件, by: bureau.officer, own-case: allowed, issues: receipt}
              - {step: decide, title: 决定, by: bureau.officer, end: done}
            """
        );

    [Test]
    public void Two_officers_who_inspect_pass() =>
        Drafts.Passes(
            TwoOfficers.Rule,
            """
            steps:
              - {step: visit, by: bureau.officer, ground: 核查, officers: 2}
            """
        );
}

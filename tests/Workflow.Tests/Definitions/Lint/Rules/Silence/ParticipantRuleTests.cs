using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Definitions.Lint.Rules.Silence;

namespace Workflow.Tests.Definitions.Lint.Rules.Silence;

public sealed class ParticipantRuleTests
{
    [Test]
    public void Silence_that_answers_where_a_permit_is_issued_is_an_error() =>
        Drafts.Finds(
            ParticipantSilence.Permit,
            "Expected other.officer to answer at 'review', which issues 'licence', but its silence counts as agree.",
            """
            documents: {licence: {title: 经营许可证, number: 许〔<year>〕<serial>号}}
            steps:
              - joint: review
                participants: [bureau.officer, {by: other.officer, limit: {for: 3 working days, «on-expiry: agree, basis: 行政许可法(2019) 第二十六条第二款}}]
                decide: {agree: all, otherwise: object}
                outcomes: {agree: {title: 同意, issues: licence}, object: 不同意}
            """
        );

    [Test]
    public void An_internal_rule_that_answers_for_the_silent_is_an_error() =>
        Drafts.Finds(
            ParticipantSilence.NoLaw,
            "Expected a law behind the silence of other.officer as agree at 'review', but its basis is internal.",
            """
            steps:
              - joint: review
                participants: [bureau.officer, {by: other.officer, limit: {for: 3 working days, «on-expiry: agree}}]
                decide: {agree: all, otherwise: object}
                outcomes: {agree: 同意, object: 不同意}
            """
        );

    [Test]
    public void A_participant_with_longer_than_the_joint_is_a_warning() =>
        Drafts.Finds(
            ParticipantSilence.Outlasts,
            "Expected other.officer to answer within the 5 working days of 'review', but it has 10 working days.",
            """
            steps:
              - joint: review
                participants: [bureau.officer, {by: other.officer, limit: {«for: 10 working days, on-expiry: not-counted}}]
                limit: {for: 5 working days, on-expiry: object}
                decide: {agree: all, otherwise: object}
                outcomes: {agree: 同意, object: 不同意}
            """
        );

    [Test]
    public void Leaving_the_silent_out_within_the_joints_limit_passes()
    {
        foreach (
            var rule in new[]
            {
                ParticipantSilence.Permit,
                ParticipantSilence.NoLaw,
                ParticipantSilence.Outlasts,
                Joints.OpenForEver,
                Joints.NobodyTold,
            }
        )
            Drafts.Passes(
                rule,
                """
                documents: {licence: {title: 经营许可证, number: 许〔<year>〕<serial>号}}
                steps:
                  - joint: review
                    participants: [{by: bureau.officer, limit: {for: 3 working days, on-expiry: not-counted}}, {by: other.officer, limit: {for: 3 working days, on-expiry: not-counted}}]
                    decide: {agree: all, otherwise: object}
                    outcomes: {agree: {title: 同意, issues: licence}, object: 不同意}
                """
            );
    }

    [Test]
    public void Who_speaks_last_in_a_review_that_closes_early_is_a_warning() =>
        Drafts.Finds(
            ParticipantSilence.Unheard,
            "Expected 'review' to wait for bureau.leader, who speaks last, but it closes as soon as the others have settled it.",
            """
            steps:
              - joint: review
                participants: [bureau.officer, other.officer, bureau.leader]
                «speaks-last: bureau.leader
                limit: {for: 5 working days, on-expiry: object}
                decide: {agree: majority, otherwise: object}
                outcomes: {agree: 同意, object: 不同意}
            """
        );

    [Test]
    public void Who_speaks_last_in_a_review_that_waits_for_all_passes() =>
        Drafts.Passes(
            ParticipantSilence.Unheard,
            """
            steps:
              - joint: review
                participants: [bureau.officer, other.officer, bureau.leader]
                speaks-last: bureau.leader
                close: all-answered
                limit: {for: 5 working days, on-expiry: object}
                decide: {agree: majority, otherwise: object}
                outcomes: {agree: 同意, object: 不同意}
            """
        );
}

using Workflow.Definitions.Lint.Rules.Clocks;
using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Definitions.Lint.Rules.Issuing;
using Workflow.Definitions.Lint.Rules.People;
using Workflow.Definitions.Lint.Rules.Silence;

namespace Workflow.Tests.Definitions.Lint.Rules.Clocks;

public sealed class ClockRuleTests
{
    [Test]
    public void A_clock_that_no_path_stops_is_an_error() =>
        Drafts.Finds(
            ClockStops.Never,
            "Expected a path that stops the clock 'handling', but none marks decided after it started.",
            """
            clocks:
              handling: {for: 20 working days, from: accepted, «until: decided, basis: internal}
            steps:
              - {step: decide, by: bureau.officer, marks: decided}
              - {step: accept, by: window.clerk, marks: accepted}
            """
        );

    [TestCase("15 days")]
    [TestCase("3 months")]
    public void A_partys_period_that_does_not_roll_is_a_warning(string period) =>
        Drafts.Finds(
            CitizenRolls.Rule,
            $"Expected the {period} of a party at 'file' to roll past days off, but nothing says so.",
            $$"""
            steps:
              - {step: file, by: applicant, limit: {«for: {{period}}, basis: internal} }
            """
        );

    [TestCase("15 days, roll: next-working-day")]
    [TestCase("15 working days")]
    [TestCase("24 hours")]
    public void A_partys_period_that_rolls_or_ends_on_a_working_day_passes(string period) =>
        Drafts.Passes(
            CitizenRolls.Rule,
            $$"""
            steps:
              - {step: file, by: applicant, limit: {for: {{period}}, basis: internal} }
            """
        );

    // 行政许可法 38, 74.
    [Test]
    public void An_office_whose_silence_refuses_is_an_error() =>
        Drafts.Finds(
            SilentRefusal.Rule,
            "Expected the office to answer for its delay at 'review', but it comes to 'failed'.",
            """
            steps:
              - step: review
                by: bureau.officer
                limit: {for: 5 working days, «on-expiry: failed, basis: internal}
                outcomes: {pass: 通过, failed: 不通过}
            """
        );

    [Test]
    public void A_clock_that_a_later_step_stops_passes() =>
        Drafts.Passes(
            ClockStops.Never,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_clock_that_stops_where_it_starts_is_an_error() =>
        Drafts.Finds(
            ClockTerms.StopsAtStart,
            "Expected 'handling' to start and to stop at different moments, but both are accepted.",
            """
            clocks:
              handling: {for: 20 working days, from: accepted, «until: [accepted, decided], basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [TestCase("promise: 30 days")]
    [TestCase("promise: 21 working days")]
    public void A_promise_beyond_the_limit_is_an_error(string promise) =>
        Drafts.Finds(
            ClockTerms.PromiseLonger,
            $"Expected a promise of at most 20 working days for 'handling', but found {promise["promise: ".Length..]}.",
            Handling($"«{promise}")
        );

    [TestCase("promise: 20 working days")]
    [TestCase("promise: 28 days")]
    public void A_promise_within_the_limit_passes(string promise) => Drafts.Passes(ClockTerms.PromiseLonger, Handling(promise));

    [Test]
    public void A_lamp_that_is_on_from_the_start_is_a_warning() =>
        Drafts.Finds(
            ClockTerms.LampFromStart,
            "Expected the yellow lamp of 'handling' to come on within 20 working days, but it is on 20 working days before the end, from the start.",
            Handling("«lamps: {yellow: 20 working days}")
        );

    [Test]
    public void A_lamp_within_the_limit_passes() => Drafts.Passes(ClockTerms.LampFromStart, Handling("lamps: {yellow: 5 working days}"));

    private static string Handling(string more) =>
        $$"""
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: internal, {{more}}}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """;

    [Test]
    public void A_clock_without_until_is_a_warning() =>
        Drafts.Finds(
            ClockStops.NoUntil,
            "Expected 'until' at the clock 'handling', but only the end of the case stops it.",
            """
            clocks:
              «handling: {for: 20 working days, from: accepted, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
            """
        );

    [Test]
    public void A_clock_that_a_path_never_starts_is_not_left_running() =>
        Drafts.Passes(
            ClockStops.OnlyAtEnd,
            """
            clocks:
              publicity: {limits: [{when: decide = grant, for: 20 working days}], from: decided, until: shown, basis: internal}
            steps:
              - {step: decide, by: bureau.officer, marks: decided, outcomes: {grant: 准予, drop: 撤销}}
              - {step: show, by: bureau.officer, when: decide = grant, marks: shown}
            """
        );

    [Test]
    public void A_clock_with_a_condition_that_holds_is_left_running() =>
        Drafts.Finds(
            ClockStops.OnlyAtEnd,
            "Expected shown on every path that starts the clock 'publicity', but the last step ends the case with it running.",
            """
            clocks:
              publicity: {limits: [{when: decide = drop, for: 20 working days}], from: decided, «until: shown, basis: internal}
            steps:
              - {step: decide, by: bureau.officer, marks: decided, outcomes: {grant: 准予, drop: 撤销}}
              - {step: show, by: bureau.officer, when: decide = grant, marks: shown}
            """
        );

    [Test]
    public void A_clock_that_one_path_leaves_to_the_end_is_a_warning() =>
        Drafts.Finds(
            ClockStops.OnlyAtEnd,
            "Expected decided on every path that starts the clock 'handling', but drop of 'decide' ends the case with it running.",
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - step: decide
                by: bureau.officer
                outcomes:
                  done: {marks: decided}
                  «drop: {end: dropped}
            """
        );

    [Test]
    public void A_path_that_ends_before_the_clock_starts_passes() =>
        Drafts.Passes(
            ClockStops.OnlyAtEnd,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: internal}
            steps:
              - step: accept
                by: window.clerk
                outcomes:
                  accept: {marks: accepted}
                  turn-away: {end: turned-away}
              - {step: decide, by: bureau.officer, marks: decided}
            any-time:
              - {step: withdrawal, by: applicant, end: withdrawn}
            """
        );

    [Test]
    public void A_floor_longer_than_its_clock_is_an_error() =>
        Drafts.Finds(
            ClockLength.Floors,
            "Expected the minimum periods until 'handling' stops to fit into 20 working days, but they take at least about 30 calendar days (22 working days).",
            """
            clocks:
              handling: {«for: 20 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: publicity, by: bureau.officer, limit: {at-least: 30 days}}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_floor_that_the_clock_does_not_count_passes() =>
        Drafts.Passes(
            ClockLength.Floors,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, not-counted: 公示, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: publicity, by: bureau.officer, ground: 公示, limit: {at-least: 30 days}}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void Step_limits_that_add_up_to_more_than_the_promise_are_a_warning() =>
        Drafts.Finds(
            ClockLength.Budgets,
            "Expected the limits of the steps until 'handling' stops to fit into 5 working days, but together they allow about 9 calendar days (6 working days).",
            """
            clocks:
              handling: {for: 20 working days, «promise: 5 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: review, by: bureau.officer, limit: 3 working days}
              - {step: decide, by: bureau.leader, limit: 3 working days, marks: decided}
            """
        );

    [Test]
    public void A_later_stage_of_a_clock_that_starts_anew_is_measured_too() =>
        Drafts.Finds(
            ClockLength.Budgets,
            "Expected the limits of the steps until 'joint' stops to fit into 5 working days, but together they allow about 13 calendar days (9 working days).",
            """
            clocks:
              joint: {«for: 5 working days, from: [first-begun, second-begun], until: [first-done, second-done], basis: internal}
            steps:
              - {step: first, by: window.clerk, marks: first-begun}
              - {step: survey, by: bureau.officer, limit: 3 working days, marks: first-done}
              - {step: second, by: window.clerk, marks: second-begun}
              - {step: permit, by: bureau.officer, limit: 9 working days, marks: second-done}
            """
        );

    [Test]
    public void Branches_side_by_side_do_not_add_up() =>
        Drafts.Passes(
            ClockLength.Budgets,
            """
            clocks:
              handling: {for: 5 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - parallel: both
                join: all
                marks: decided
                branches:
                  one: [{step: first, by: bureau.officer, limit: 3 working days}]
                  two: [{step: second, by: other.officer, limit: 3 working days}]
            """
        );

    [Test]
    public void A_clock_longer_than_its_article_is_an_error() =>
        Drafts.Finds(
            ClockLength.Law,
            "Expected at most 20 working days under 行政许可法(2019) 第四十二条第一款, but 'handling' allows 30 working days.",
            """
            clocks:
              handling: {«for: 30 working days, from: accepted, until: decided, basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_clock_as_long_as_its_article_passes() =>
        Drafts.Passes(
            ClockLength.Law,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void Publication_behind_delivery_is_a_warning() =>
        Drafts.Finds(
            LateOpening.Rule,
            "Expected 'publication' to open well within 7 working days from decided, but the steps before it may take about 14 calendar days.",
            """
            steps:
              - {step: decide, by: bureau.officer, marks: decided}
              - {step: delivery, by: window.clerk, marks: delivered, limit: {for: 10 working days, from: decided}}
              - «{step: publication, by: bureau.officer, limit: {for: 7 working days, from: decided}}
            """
        );

    [Test]
    public void Publication_beside_delivery_passes() =>
        Drafts.Passes(
            LateOpening.Rule,
            """
            steps:
              - {step: decide, by: bureau.officer, marks: decided}
              - parallel: after
                join: all
                branches:
                  one: [{step: delivery, by: window.clerk, marks: delivered, limit: {for: 10 working days, from: decided}}]
                  two: [{step: publication, by: bureau.officer, limit: {for: 7 working days, from: decided}}]
            """
        );

    [Test]
    public void A_ground_outside_article_45_is_an_error() =>
        Drafts.Finds(
            ClockGrounds.Foreign,
            "Expected 'handling' to leave out only what 行政许可法(2019) 第四十五条 lists, but it leaves out 公示、整改.",
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, «not-counted: [听证, 公示, 整改], basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [TestCase("handling: {for: 15 days, from: accepted, until: decided, «not-counted: 整改, basis: 消防法(2021) 第十五条第三款}")]
    [TestCase(
        "handling: {limits: [{when: not accepted, for: 3 days, basis: internal}, {basis: 消防法(2021) 第十五条第三款}], from: accepted, until: decided, «not-counted: 整改, basis: internal}"
    )]
    public void A_ground_of_an_article_that_knows_none_is_an_error(string clock) =>
        Drafts.Finds(
            ClockGrounds.Foreign,
            "Expected 'handling' to leave out only what 消防法(2021) 第十五条第三款 allows, which is nothing, but it leaves out 整改.",
            $"""
            clocks:
              {clock}
            steps:
              - {"{"}step: accept, by: window.clerk, marks: accepted{"}"}
              - {"{"}step: decide, by: bureau.officer, marks: decided{"}"}
            """
        );

    [Test]
    public void The_grounds_of_article_45_pass() =>
        Drafts.Passes(
            ClockGrounds.Foreign,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, not-counted: [听证, 专家评审], basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_ground_that_no_clock_lists_is_a_warning() =>
        Drafts.Finds(
            ClockGrounds.Unlisted,
            "Expected a clock that does not count 专家评审, but none lists it, so 'experts' stops nothing.",
            """
            steps:
              - {step: experts, by: bureau.officer, «ground: 专家评审}
            """
        );

    [Test]
    public void A_ground_that_a_clock_lists_passes() =>
        Drafts.Passes(
            ClockGrounds.Unlisted,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, not-counted: 专家评审, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: experts, by: bureau.officer, ground: 专家评审, marks: decided}
            """
        );

    [Test]
    public void A_limit_for_granted_cases_after_a_refusal_is_a_warning() =>
        Drafts.Finds(
            GrantedOnly.Rule,
            "Expected 'delivery' under 行政许可法(2019) 第四十四条 only where something was granted, but it runs after decide.refuse too.",
            """
            documents:
              licence: {title: 许可证, number: entered}
              refusal: {title: 不予许可决定书, states: [reasons, remedies]}
            steps:
              - step: decide
                by: bureau.officer
                marks: decided
                outcomes:
                  grant: {issues: licence}
                  refuse: {reasons: required, remedies: free, issues: refusal}
              - {step: delivery, by: window.clerk, marks: delivered, limit: {for: 10 working days, from: decided, basis: «行政许可法(2019) 第四十四条}}
            """
        );

    [Test]
    public void A_limit_for_granted_cases_after_a_grant_passes() =>
        Drafts.Passes(
            GrantedOnly.Rule,
            """
            documents:
              licence: {title: 许可证, number: entered}
              refusal: {title: 不予许可决定书, states: [reasons, remedies]}
            steps:
              - step: decide
                by: bureau.officer
                marks: decided
                outcomes:
                  grant: {issues: licence}
                  refuse: {reasons: required, remedies: free, issues: refusal}
              - {step: delivery, when: decide = grant, by: window.clerk, marks: delivered, limit: {for: 10 working days, from: decided, basis: 行政许可法(2019) 第四十四条}}
            """
        );

    [Test]
    public void An_extension_by_another_than_the_law_names_is_an_error() =>
        Drafts.Finds(
            Extensions.Approver,
            "Expected the leader of the government to approve the extension of 'handling' under 行政许可法(2019) 第四十二条第二款, but bureau.leader does.",
            """
            clocks:
              handling: {for: 45 working days, from: accepted, until: decided, «extend: {by: 15 working days, approver: bureau.leader}, basis: 行政许可法(2019) 第四十二条第二款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void An_extension_by_whom_the_law_names_passes() =>
        Drafts.Passes(
            Extensions.Approver,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, extend: {by: 10 working days, approver: bureau.leader}, basis: 行政许可法(2019) 第四十二条第一款}
              joint: {for: 45 working days, from: accepted, until: decided, extend: {by: 15 working days, approver: government.leader}, basis: 行政许可法(2019) 第四十二条第二款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void An_extension_by_nobody_of_rank_is_an_error() =>
        Drafts.Finds(
            Extensions.Rank,
            "Expected a leader to approve the extension of 'handling', but bureau.officer does.",
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, «extend: {by: 10 working days, approver: bureau.officer}, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void An_extension_by_an_office_leader_passes() =>
        Drafts.Passes(
            Extensions.Rank,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, extend: {by: 10 working days, approver: bureau.office-leader}, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_length_with_only_a_maximum_that_nobody_sets_is_a_warning() =>
        Drafts.Finds(
            UnsetLengths.Rule,
            "Expected a field that sets 'mend' to at most 30 days, but nobody does.",
            """
            steps:
              - {step: mend, by: applicant, limit: {«up-to: 30 days}}
            """
        );

    [Test]
    public void A_length_that_a_field_sets_passes() =>
        Drafts.Passes(
            UnsetLengths.Rule,
            """
            steps:
              - {step: order, by: bureau.officer, asks: {days: {title: 天数, type: number}}}
              - {step: mend, by: applicant, limit: {up-to: 30 days, set-by: order.days}}
            """
        );
}

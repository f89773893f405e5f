using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;

namespace Workflow.Tests.Engine.Deciding;

/// <summary>Where a story would be clumsy: what the decider itself refuses.</summary>
public sealed class DecidingTests
{
    // 20 working days from 2026-03-02 without a holiday: 03-03..06 (4) | 09..13 (9) | 16..20 (14) | 23..27 (19) | 30
    [Test]
    public void The_last_day_still_belongs_to_the_applicant() =>
        CaseScenario
            .OpenPermit.When(new ExpireClock("decision"), on: "2026-03-30", by: "rule decision")
            .ThenRefused(
                "clock.not_due",
                "'decision' runs through 2026-03-30; today is 2026-03-30.",
                "“decision”至 2026-03-30 届满，今日为 2026-03-30。"
            );

    [Test]
    public void The_first_instant_after_it_is_overdue() =>
        CaseScenario.OpenPermit.When(new ExpireClock("decision"), on: "2026-03-31", by: "rule decision").ThenHappened("clock.expired");

    [Test]
    public void No_person_expires_a_clock() =>
        CaseScenario
            .OpenPermit.When(new ExpireClock("decision"), on: "2026-03-31", by: SmallPermit.Clerk)
            .ThenRefused("clock.rule_only", "A clock expires by itself; nobody does it by hand.", "时限届满由规则自动处理，不由人员办理。");

    [Test]
    public void What_is_due_is_settled_before_anything_is_decided() =>
        CaseScenario
            .OpenPermit.When(new Comment("晚了"), on: "2026-03-31", by: SmallPermit.Clerk)
            .ThenRefused("case.not_settled", "A clock is due and must be settled first.", "尚有到期的时限未处理，须先行处理。");

    [Test]
    public void A_recorded_moment_never_goes_back() =>
        CaseScenario
            .OpenPermit.When(new Comment("早了"), on: "2026-03-01", by: SmallPermit.Clerk)
            .ThenRefused(
                "case.recorded_too_early",
                "The moment 2026-03-01 01:00 is earlier than that of the last entry, 2026-03-02 01:00.",
                "记录时刻 2026-03-01 01:00 早于上一条记录的时刻 2026-03-02 01:00。"
            );

    [Test]
    public void An_act_cannot_take_effect_in_the_future() =>
        CaseScenario
            .OpenPermit.When(SmallPermit.Grant().Command, on: "2026-03-03", by: SmallPermit.Clerk, effective: "2026-03-04")
            .ThenRefused(
                "case.effective_in_future",
                "An act cannot take effect on 2026-03-04; today is 2026-03-03.",
                "生效日期 2026-03-04 晚于今日（2026-03-03）。"
            );

    [Test]
    public void Reasons_have_an_end() =>
        CaseScenario
            .OpenPermit.When(new Terminate(new string('长', 4_001)), on: "2026-03-03", by: SmallPermit.Clerk)
            .ThenRefused("step.reasons_too_long", "Reasons may have 4000 characters at most; these have 4001.");

    [Test]
    public void A_rule_does_not_act_for_a_person() =>
        CaseScenario
            .OpenPermit.When(SmallPermit.Grant().Command, on: "2026-03-03", by: "rule review")
            .ThenRefused(
                "step.not_yours",
                "Only a clerk of 窗口 may act at '审查'; a rule may not.",
                "“审查”由窗口·窗口人员办理，规则无权办理。"
            );

    [Test]
    public void A_step_that_nobody_wrote_is_named_as_it_was_asked_for() =>
        CaseScenario
            .OpenPermit.When(new Complete { Step = "nowhere", Outcome = "grant" }, on: "2026-03-03", by: SmallPermit.Clerk)
            .ThenRefused("step.unknown", "'小许可' has no step 'nowhere'.", "“小许可”没有名为“nowhere”的环节。");

    [Test]
    public void Fields_are_refused_by_the_title_of_their_step() =>
        CaseScenario
            .OpenPermit.When(
                new Complete
                {
                    Step = "review",
                    Outcome = "grant",
                    Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("colour", new TextValue("红")),
                },
                on: "2026-03-03",
                by: SmallPermit.Clerk
            )
            .ThenRefused("field.unknown", "'审查' has no field 'colour'.", "“审查”没有名为“colour”的字段。");

    [Test]
    public void Nobody_unknown_acts() =>
        CaseScenario
            .OpenPermit.When(SmallPermit.Grant().Command, on: "2026-03-03", by: "stranger")
            .ThenRefused("person.unknown", "The register does not know 'stranger'.", "名册中没有“stranger”。");

    [Test]
    public void A_clock_without_a_rule_for_it_is_not_extended() =>
        CaseScenario
            .OpenPermit.When(
                new ExtendClock("decision", new Period(10, PeriodUnit.WorkingDays), "需核实"),
                on: "2026-03-03",
                by: "leader-1"
            )
            .ThenRefused("clock.no_extension", "No rule lets 'decision' be extended.", "“decision”不能延长。");

    [Test]
    public void A_return_names_an_earlier_finished_step() =>
        CaseScenario
            .OpenPermit.When(new Return("review", "review", "重来"), on: "2026-03-03", by: SmallPermit.Clerk)
            .ThenRefused(
                "return.target",
                "A return from '审查' goes to an earlier, finished step of its branch or of those around it; '审查' is not one.",
                "从“审查”只能退回同一分支或者其外层中已办结的前序环节，“审查”不是。"
            );

    [Test]
    public void A_return_takes_the_mark_away_and_runs_the_step_again() =>
        CaseScenario
            .OpenPermit.When(new Return("review", "receive", "收件有误"), on: "2026-03-03", by: SmallPermit.Clerk)
            .ThenHappened("step.withdrawn", "moment.unmarked", "steps.superseded", "step.opened", "clock.started");

    [Test]
    public void Only_the_head_of_the_leading_office_terminates() =>
        CaseScenario
            .OpenPermit.When(new Terminate("重复立案"), on: "2026-03-03", by: SmallPermit.Clerk)
            .ThenRefused(
                "case.not_yours",
                "Only a leader of 窗口 may do this; clerk-1 may not.",
                "该操作限窗口·负责人办理，clerk-1无权办理。"
            );

    [Test]
    public void A_terminated_case_leaves_nothing_open() =>
        CaseScenario
            .OpenPermit.When(new Terminate("重复立案"), on: "2026-03-03", by: "leader-1")
            .ThenHappened("step.withdrawn", "clock.stopped", "case.concluded", "case.closed");
}

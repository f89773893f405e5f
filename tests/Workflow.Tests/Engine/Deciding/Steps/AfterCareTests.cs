using Workflow.Definitions.Stories;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>What is left to do between concluded and closed. Labour Day 2026: 05-01 to 05-05.</summary>
public sealed class AfterCareTests
{
    private const string Clocks = """
        clocks:
          handling: {title: 办理期限, for: 20 working days, from: received, until: decided, basis: internal}
          issue: {title: 颁发送达期限, for: 10 working days, from: decided, until: delivered, basis: 行政许可法(2019) 第四十四条}
          file: {title: 全程时长, for: 90 days, from: received, basis: internal}
        """;

    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, marks: received}
          - {step: decide, title: 决定, by: hall.officer, marks: decided, end: granted}
        any-time:
          - {step: withdrawal, title: 撤回, by: applicant, end: withdrawn}
        after:
          - {step: deliver, title: 送达, by: hall.clerk, when: decided, asks: {served-on: {title: 送达日期, type: date, required: true}}, limit: {for: 10 working days, basis: internal}, marks: {delivered: served-on}}
          - {wait: appeal, title: 行政复议期间, when: delivered, limit: {for: 60 days, from: delivered, on-expiry: done, basis: 行政复议法(2023) 第二十条第一款}}
          - {step: archive, title: 整理归档, by: hall.officer, limit: {for: 15 working days, basis: internal}}
        """;

    // Issue 10 from 03-03: 03-04 05 06 | 09..13 (8) | 16 17. The 60 days from 03-05: 26 in March, 30 in April, 05-04.
    [Test]
    public void A_concluded_case_is_closed_when_its_after_care_is_done()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(Steps, Clocks),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: clerk, complete: receive}
            - {on: 2026-03-03, by: first-officer, complete: decide, expect: {result: granted, stage: concluded, open: deliver, status: {handling: stopped, file: stopped, issue: running}, due: {issue: 2026-03-17, deliver: 2026-03-17}, inbox: {clerk: deliver, builder: none}}}
            - {on: 2026-03-04, by: builder, complete: withdrawal, refused: case.wrong_stage}
            - {on: 2026-03-04, by: head, terminate: 重复立案, refused: case.wrong_stage}
            - {on: 2026-03-04, by: second-officer, complete: deliver, fields: {served-on: 2026-03-04}, refused: step.not_yours}
            - {on: 2026-03-06, by: clerk, complete: deliver, fields: {served-on: 2026-03-05}, expect: {status: {issue: stopped}, moments: {delivered: 2026-03-05}, due: {appeal: 2026-05-04}, open: none, stage: concluded}}
            - {on: 2026-05-04, expect: {status: {appeal: running}}}
            - {on: 2026-05-05, expect: {status: {appeal: elapsed}, by: {appeal: rule appeal}, open: archive}}
            - {on: 2026-05-06, by: first-officer, complete: archive, expect: {stage: closed, result: granted, open: none, status: {archive: stopped}}}
            - {on: 2026-05-06, by: first-officer, complete: archive, refused: case.wrong_stage}
            """
        );
        Assert.That(
            Events(door).OfType<CaseClosed>().Single(),
            Is.EqualTo(new CaseClosed(new DateOnly(2026, 5, 6), new DateOnly(2036, 5, 6)))
        );
        Assert.That(CaseRows.Clocks(door.State(door.Cases[0])!), Is.Empty);
    }

    [Test]
    public void What_was_never_decided_needs_no_delivery_and_no_appeal() =>
        SmallOffice.Play(
            SmallOffice.Process(Steps, Clocks),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: clerk, complete: receive}
            - {on: 2026-03-03, by: builder, complete: withdrawal, expect: {result: withdrawn, stage: concluded, open: archive, done: {deliver: none, appeal: none}, status: {handling: stopped, issue: none}}}
            - {on: 2026-03-04, by: first-officer, claim: archive, expect: {inbox: {second-officer: none}}}
            - {on: 2026-03-04, by: first-officer, complete: archive, expect: {stage: closed}}
            """
        );

    // Overdue work after the end is told like any other; a clock that waits for it can be overdue too.
    [Test]
    public void The_after_care_has_clocks_of_its_own() =>
        SmallOffice.Play(
            SmallOffice.Process(Steps, Clocks),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: clerk, complete: receive}
            - {on: 2026-03-03, by: first-officer, complete: decide}
            - {on: 2026-03-17, expect: {status: {issue: running}, lamp: {issue: yellow}}}
            - {on: 2026-03-17, by: first-officer, attach: 送达回证}
            - {on: 2026-03-18, expect: {status: {issue: overdue, deliver: overdue}, lamp: {issue: red, deliver: red}}}
            - {on: 2026-03-18, by: clerk, complete: deliver, fields: {served-on: 2026-03-17}, effective: 2026-03-17, document: 送达回证, expect: {status: {issue: stopped, deliver: stopped}}}
            """
        );

    [Test]
    public void An_act_of_the_after_care_is_taken_back_until_the_next_has_acted()
    {
        var it = OfficeCase
            .Lodged(
                """
                  - {step: decide, title: 决定, by: hall.officer, end: granted}
                after:
                  - {step: notify, title: 告知, by: hall.clerk, marks: notified, limit: {for: 3 working days, basis: internal}}
                  - {step: archive, title: 整理归档, by: hall.officer}
                """
            )
            .Does("first-officer", OfficeCase.Done("decide"))
            .Does("clerk", OfficeCase.Done("notify"))
            .Waits("archive officer");
        it.Refused("first-officer", new TakeBack("decide"), "case.wrong_stage")
            .Refused("first-officer", new TakeBack("notify"), "takeback.not_yours");
        it.Does("clerk", new TakeBack("notify")).Waits("notify clerk");
        Assert.That(
            (it.State.Moments.IsEmpty, it.State.Clocks["notify"].Status, it.State.Stage),
            Is.EqualTo((true, ClockStatus.Running, CaseStage.Concluded))
        );
        it.Does("clerk", OfficeCase.Done("notify"))
            .Does("first-officer", new Claim("archive"))
            .Refused("clerk", new TakeBack("notify"), "takeback.acted");
        it.Does("first-officer", OfficeCase.Done("archive")).Ended("granted").DecidedTheSameAgain();
    }

    [Test]
    public void Whatever_still_runs_when_the_list_is_done_stops_with_it()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: decide, title: 决定, by: hall.officer, marks: decided, end: granted}
                after:
                  - {step: rate, title: 好差评, by: applicant, marks: rated, limit: {for: 10 working days, on-expiry: silent, basis: internal}, outcomes: {rated: {title: 已评价}, silent: {title: 默认好评}}}
                """,
                "clocks: {followed: {title: 回访期限, for: 30 days, from: rated, basis: internal}}"
            ),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: decide, expect: {stage: concluded, inbox: {builder: rate}}}
            - {on: 2026-03-16, expect: {stage: concluded}}
            - {on: 2026-03-17, expect: {stage: closed, status: {followed: stopped}, done: {rate: silent}}}
            """
        );
        Assert.That(
            Events(door).OfType<ClockStopped>().Last(),
            Is.EqualTo(new ClockStopped("followed", new DateOnly(2026, 3, 16), StopCause.Closed))
        );
    }

    [Test]
    public void Without_after_care_a_concluded_case_is_closed_in_the_same_entry()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process("  - {step: decide, title: 决定, by: hall.officer, end: granted}"),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: decide, expect: {stage: closed}}
            """
        );
        Assert.That(
            door.Entries(door.Cases[0])[^1].Events.TakeLast(2).Select(e => e.GetType()),
            Is.EqualTo(new[] { typeof(CaseConcluded), typeof(CaseClosed) })
        );
    }

    private static IEnumerable<CaseEvent> Events(Simulation door) => door.Entries(door.Cases[0]).SelectMany(e => e.Events);
}

using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;

namespace Workflow.Tests.Engine.Deciding.Approvals;

/// <summary>What happens when one of those who answer in a joint review lets its own limit pass. March 2026 has no holiday.</summary>
public sealed class SilenceTests
{
    private const string Review = """
          - joint: review
            title: 会签
            participants:
              - hall.clerk
              - {by: hall.officer, limit: {for: 3 working days, on-expiry: agree, basis: 行政许可法(2019) 第二十六条第二款}}
              - {by: hall.leader, limit: {for: 5 working days, on-expiry: not-counted, basis: internal}}
            limit: {for: 10 working days, on-expiry: object, basis: internal}
            decide: {agree: all, otherwise: object}
            close: all-answered
            outcomes: {agree: {title: 同意, end: agreed}, object: {title: 不同意, end: refused}}
        """;

    // Officer 3: 03-03 04 05; leader 5: 03-03..06 | 09; the review 10: 03-03..06 (4) | 09..13 (9) | 16.
    [Test]
    public void Each_limit_runs_from_the_day_on_which_it_is_ones_turn() =>
        Play(
            Review,
            "- {on: 2026-03-02, expect: {due: {review: 2026-03-16, review/hall.officer: 2026-03-05, review/hall.leader: 2026-03-09}}}"
        );

    [Test]
    public void Silence_counts_as_the_answer_that_the_rule_names_from_the_day_after_its_last()
    {
        var door = Play(
            Review,
            """
            - {on: 2026-03-05, expect: {status: {review/hall.officer: running}, lamp: {review/hall.officer: yellow}, inbox: {first-officer: review}}}
            - {on: 2026-03-06, expect: {status: {review/hall.officer: elapsed}, inbox: {first-officer: none, clerk: review, head: review}, open: review}}
            - {on: 2026-03-06, by: first-officer, answer: review, choice: object, refused: clock.already_took_effect}
            """
        );
        var given = door.State(door.Cases[0])!.Steps["review"].Answers.Single();
        Assert.That(
            (given.Participant, given.Choice, given.By.ToString(), given.On),
            Is.EqualTo(("hall.officer", "agree", "rule review/hall.officer", new DateOnly(2026, 3, 5)))
        );
    }

    [Test]
    public void Who_is_not_counted_leaves_the_roll_and_the_rest_decides()
    {
        var door = Play(
            Review,
            """
            - {on: 2026-03-03, by: clerk, answer: review, choice: agree}
            - {on: 2026-03-04, by: first-officer, answer: review, choice: agree, expect: {status: {review/hall.officer: stopped}, open: review}}
            - {on: 2026-03-09, expect: {open: review}}
            - {on: 2026-03-10, expect: {result: agreed, status: {review/hall.leader: elapsed, review: stopped}, open: none}}
            """
        );
        var state = door.State(door.Cases[0])!;
        Assert.That(
            state.Steps["review"].Uncounted.Single(),
            Is.EqualTo(new ParticipantUncounted("review", "hall.leader", new DateOnly(2026, 3, 9)))
        );
        Assert.That(state.Steps["review"].Completed!.On, Is.EqualTo(new DateOnly(2026, 3, 9)));
    }

    // 2 of 3 may still agree until the leader leaves; then the officer's own voice is 1 of 2, which is no majority.
    [Test]
    public void When_nobody_can_reach_a_threshold_any_more_the_review_ends_at_that_moment() =>
        Play(
            """
              - joint: review
                title: 会签
                participants: [hall.clerk, hall.officer, {by: hall.leader, limit: {for: 5 working days, on-expiry: not-counted, basis: internal}}]
                limit: {for: 10 working days, basis: internal}
                decide: {agree: majority, otherwise: object}
                outcomes: {agree: {title: 同意, end: agreed}, object: {title: 不同意, end: refused}}
            """,
            """
            - {on: 2026-03-03, by: clerk, answer: review, choice: object, expect: {open: review}}
            - {on: 2026-03-09, expect: {open: review, inbox: {first-officer: review}}}
            - {on: 2026-03-10, expect: {result: refused, inbox: {first-officer: none}}}
            """
        );

    [Test]
    public void Without_an_expiry_the_silent_one_is_overdue_somebody_is_told_and_a_late_answer_counts() =>
        Play(
            """
              - joint: review
                title: 会签
                participants: [hall.clerk, {by: hall.officer, limit: {for: 2 working days, escalate: [{to: hall.leader}], basis: internal}}]
                limit: {for: 10 working days, basis: internal}
                decide: {agree: all, otherwise: object}
                outcomes: {agree: {title: 同意, end: agreed}, object: {title: 不同意, end: refused}}
            """,
            """
            - {on: 2026-03-03, by: clerk, answer: review, choice: agree}
            - {on: 2026-03-04, by: clerk, attach: 会签单}
            - {on: 2026-03-05, expect: {status: {review/hall.officer: overdue, review: running}, escalated: {review/hall.officer: 1}, lamp: {review/hall.officer: red}}}
            - {on: 2026-03-05, by: first-officer, answer: review, choice: agree, effective: 2026-03-04, document: 会签单, expect: {result: agreed, escalated: {review/hall.officer: 0}}}
            """
        );

    [Test]
    public void A_second_run_gives_each_participant_a_limit_of_its_own() =>
        Play(
            """
              - {step: draft, title: 拟稿, by: hall.clerk}
              - joint: review
                title: 会签
                participants: [hall.clerk, {by: hall.officer, limit: {for: 3 working days, on-expiry: not-counted, basis: internal}}]
                limit: {for: 10 working days, basis: internal}
                decide: {agree: all, otherwise: object}
                outcomes: {agree: {title: 同意, end: agreed}, object: {title: 退回, back: {to: draft, at-most: 1, otherwise: agree}}}
            """,
            """
            - {on: 2026-03-02, by: clerk, complete: draft}
            - {on: 2026-03-03, by: clerk, answer: review, choice: object, expect: {open: draft, status: {review/hall.officer: stopped}}}
            # 3 from 03-04: 05 06 | 09
            - {on: 2026-03-04, by: clerk, complete: draft, expect: {due: {'review/hall.officer#2': 2026-03-09}, status: {'review/hall.officer#2': running, review/hall.officer: running}}}
            """
        );

    // 20: 03-03..06 (4) | 09..13 (9) | 16..20 (14) | 23..27 (19) | 30. A notice over 03-04..06 moves it to 04-02 and the officer's 03-05 to 03-10.
    [Test]
    public void An_offices_own_limit_stands_still_with_the_clock_of_the_case_and_ends_no_later() =>
        Play(
            """
              - {step: receive, title: 收件, by: hall.clerk, marks: received}
              - joint: review
                title: 会签
                participants: [hall.clerk, {by: hall.officer, limit: {for: 3 working days, on-expiry: not-counted, basis: internal}}, {by: hall.leader, limit: {for: 60 days, basis: internal}}]
                limit: {for: 10 working days, basis: internal}
                decide: {agree: all, otherwise: object}
                outcomes: {agree: {title: 同意, end: agreed}, object: {title: 不同意, end: refused}}
            """,
            """
            - {on: 2026-03-02, by: clerk, complete: receive, expect: {due: {handling: 2026-03-30, review/hall.officer: 2026-03-05, review/hall.leader: 2026-03-30}}}
            - {on: 2026-03-03, by: first-officer, pause: handling, ground: 鉴定, document: 通知1号, to: 2026-03-06, expect: {due: {handling: 2026-04-02, review/hall.officer: 2026-03-10, review/hall.leader: 2026-04-02}}}
            """,
            "clocks: {handling: {title: 办理期限, for: 20 working days, from: received, not-counted: [鉴定], basis: 行政许可法(2019) 第四十二条第一款}}"
        );

    [Test]
    public void Each_works_by_its_own_last_day_and_the_others_by_the_reviews()
    {
        var door = Play(Review, "");
        var rows = CaseRows.Inbox(SmallOffice.World(SmallOffice.Process(Review)).Processes[0], door.State(door.Cases[0])!);
        Assert.That(
            rows.Select(r => $"{r.Entitlement} {r.DueOn:yyyy-MM-dd}"),
            Is.EqualTo(new[] { "hall.clerk 2026-03-16", "hall.officer 2026-03-05", "hall.leader 2026-03-09" })
        );
    }

    [Test]
    public void The_refusal_of_a_late_answer_says_what_the_silence_was()
    {
        var door = Play(Review, "- {on: 2026-03-06}");
        var refusal = door.Submit(
            door.Cases[0],
            new Request("first-officer", new Answer { Step = "review", Choice = "object" }),
            DateTimeOffset.Parse("2026-03-06T10:00:00+08:00")
        ).Refusal!;
        Assert.That(refusal.Code, Is.EqualTo("clock.already_took_effect"));
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "The period at '会签' ended on 2026-03-05, and the silence of an officer of 大厅 counts as '同意'.",
                    "An authorised correction must cite the document."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("“会签”的期限已于 2026-03-05 届满，大厅·经办人逾期未答复，视为“同意”。", "经批准的更正须注明凭据文号。"))
        );
    }

    [Test]
    public void The_timeline_tells_it_in_words()
    {
        var world = SmallOffice.World(SmallOffice.Process(Review));
        var door = Play(
            Review,
            """
            - {on: 2026-03-03, by: clerk, answer: review, choice: agree}
            - {on: 2026-03-11}
            """
        );
        var told = TimelineText.Write(TimelineTeller.Tell("样例", door, world, Language.Zh));
        Assert.That(told, Does.Contain("时限“会签·大厅·经办人时限”届满"));
        Assert.That(told, Does.Contain("时限“会签·大厅·经办人时限”于 2026-03-05 届满，按行政许可法(2019) 第二十六条第二款，结果为“同意”"));
        Assert.That(told, Does.Contain("大厅·经办人逾期未答复，视为：同意"));
        Assert.That(told, Does.Contain("时限“会签·大厅·负责人时限”于 2026-03-09 届满，按内部规定，不计入"));
        Assert.That(told, Does.Contain("大厅·负责人逾期未答复，不计入〔会签〕"));
    }

    private static Simulation Play(string steps, string moves, string more = "") =>
        SmallOffice.Play(SmallOffice.Process(steps, more), $"- {{on: 2026-03-02, lodge: {{applicant: builder}}}}\n{moves}");
}

using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>What silence did is reversed by the act in time, wherever silence may speak. March 2026 has no holiday.</summary>
public sealed class CorrectingSilenceTests
{
    private const string Review = """
          - {step: draft, title: 拟稿, by: hall.clerk}
          - joint: review
            title: 会签
            participants:
              - hall.clerk
              - {by: hall.officer, limit: {for: 3 working days, on-expiry: agree, basis: 办法(2020) 第一条}}
              - {by: hall.leader, limit: {for: 3 working days, on-expiry: not-counted, basis: internal}}
            limit: {for: 10 working days, on-expiry: silent, basis: 办法(2020) 第二条}
            decide: {agree: all, object: 2, otherwise: mixed}
            close: all-answered
            outcomes: {agree: {title: 同意}, object: {title: 不同意}, mixed: {title: 未决}, silent: {title: 视为同意}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private static CorrectSilence Correct(string clock) => new(clock, "收文登记", "当日已复");

    // 3 from 03-02: 03-03 04 05.
    [Test]
    public void The_answer_that_a_rule_gave_for_a_silent_participant()
    {
        var it = Voting()
            .On("2026-03-06")
            .Refused("first-officer", Votes("review", "object"), "clock.already_took_effect")
            .Refused("first-officer", Correct("review/hall.officer"), "case.not_yours")
            .Does("head", Correct("review/hall.officer"))
            .Waits("review clerk, review officer");
        Assert.That(it.State.Clocks["review/hall.officer"].Status, Is.EqualTo(ClockStatus.Overdue));
        it.Does("first-officer", Votes("review", "object"), "2026-03-05", "传真");
        Assert.That(
            (it.State.Steps["review"].Answers.Single().Choice, it.State.Clocks["review/hall.officer"].Status),
            Is.EqualTo(("object", ClockStatus.Stopped))
        );
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_place_on_the_roll()
    {
        var it = Voting()
            .On("2026-03-06")
            .Does("head", Correct("review/hall.leader"))
            .Does("head", Votes("review", "object"), "2026-03-04", "传真");
        Assert.That(
            (it.State.Steps["review"].Uncounted.IsEmpty, it.State.Steps["review"].Answers[^1].Participant),
            Is.EqualTo((true, "hall.leader"))
        );
    }

    [Test]
    public void The_result_that_followed_from_the_silence_with_it()
    {
        var it = Voting()
            .Does("clerk", Votes("review", "agree"))
            .On("2026-03-06")
            .Came("review", "agree")
            .Waits("decide leader")
            .Does("head", Correct("review/hall.officer"))
            .Waits("review officer")
            .Does("first-officer", Votes("review", "object"), "2026-03-05", "传真")
            .Came("review", "mixed")
            .Waits("decide leader");
        it.DecidedTheSameAgain();
    }

    // 10 from 03-02: 03-03..06 (4) | 09..13 (9) | 16.
    [Test]
    public void The_silence_of_the_whole_review()
    {
        var it = Voting()
            .On("2026-03-17")
            .Came("review", "silent")
            .Refused("head", Correct("review/hall.officer"), "silence.whole")
            .Does("head", Correct("review"))
            .Waits("review clerk")
            .On("2026-03-20")
            .Waits("review clerk");
        it.Does("clerk", Votes("review", "agree"), "2026-03-13", "传真").Came("review", "agree").DecidedTheSameAgain();
    }

    // The officer's 3 from 03-02 end on 03-05; the leader's would have ended on 03-10, and begin again when it is the leader's turn: 3 from 03-09 end on 03-12.
    [Test]
    public void Where_they_answer_in_order_the_next_has_the_whole_limit_once_it_is_their_turn_again()
    {
        var it = Lodged(
                """
                  - joint: review
                    title: 会签
                    participants:
                      - {by: hall.officer, limit: {for: 3 working days, on-expiry: agree, basis: 办法(2020) 第一条}}
                      - {by: hall.leader, limit: {for: 3 working days, on-expiry: not-counted, basis: internal}}
                    in-order: true
                    close: all-answered
                    decide: {agree: all, otherwise: object}
                    limit: {for: 20 working days, on-expiry: object, basis: internal}
                    outcomes: {agree: {title: 同意}, object: {title: 不同意}}
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
            .On("2026-03-06")
            .Waits("review leader")
            .Refused("first-officer", Votes("review", "object"), "clock.already_took_effect");
        it.Does("head", Correct("review/hall.officer")).Waits("review officer");
        Assert.That(it.State.Clocks["review/hall.leader"].Status, Is.EqualTo(ClockStatus.Stopped));
        it.On("2026-03-09").Does("first-officer", Votes("review", "agree"), "2026-03-05", "传真").Waits("review leader");
        Assert.That(
            (it.State.Clocks["review/hall.leader"].Status, it.State.Clocks["review/hall.leader"].DueOn),
            Is.EqualTo((ClockStatus.Running, new DateOnly(2026, 3, 12)))
        );
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_name_without_a_run_means_the_latest()
    {
        var it = Voting()
            .On("2026-03-06")
            .Does("clerk", new Return("review", "draft", "重拟"))
            .Does("clerk", Done("draft"))
            .On("2026-03-13");
        Assert.That(it.State.Clocks["review/hall.officer#2"].Status, Is.EqualTo(ClockStatus.Elapsed));
        var aside = it.Try("head", Correct("review/hall.officer#1"))!;
        Assert.That(
            (aside.Code, aside.English.Sentence, aside.Chinese.Sentence),
            Is.EqualTo(
                ("silence.none", "'会签·大厅' belongs to a run that has since been put aside.", "“会签·大厅”所属的那次办理已经作废。")
            )
        );
        it.Does("head", Correct("review/hall.officer")).Waits("review clerk, review officer");
        Assert.That(it.Events.OfType<SilenceCorrected>().Single().Clock, Is.EqualTo("review/hall.officer#2"));
    }

    [Test]
    public void What_ended_the_case_is_mended_by_the_order_that_the_refusal_names()
    {
        var it = Lodged(
                """
                  - step: renewal
                    title: 延续
                    by: hall.officer
                    limit: {for: 5 working days, on-expiry: renew, basis: 行政许可法(2019) 第五十条第二款}
                    outcomes: {refuse: {title: 不予}, renew: {title: 视为准予, issues: permit, end: renewed}}
                  - {step: decide, title: 决定, by: hall.leader, end: refused}
                """,
                form: "documents: {permit: {title: 许可证, number: 许〔<year>〕<serial>号}}"
            )
            .On("2026-03-11")
            .Ended("renewed");
        var refusal = it.Try("head", Correct("renewal"))!;
        Assert.That(refusal.Code, Is.EqualTo("silence.concluded"));
        Assert.That(refusal.English.WayOut, Is.EqualTo("Have the case opened again at '延续' by the order."));
        Assert.That(refusal.Chinese.WayOut, Is.EqualTo("可以凭有关决定从“延续”起重新办理该案件。"));
        it.Has("收文登记").Does("head", new ReopenCase("renewal", "收文登记", "当日已复")).Waits("renewal officer");
        Assert.That(it.State.Documents.Single().Void, Is.EqualTo(PutAside.Reopened));
    }

    private static OfficeCase Voting() => Lodged(Review).Does("clerk", Done("draft"));
}

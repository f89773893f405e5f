using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Adoption;

/// <summary>A running case is taken over on Tuesday 2026-03-10: signed, once, at the place where it stands, and nothing takes effect by silence.</summary>
public sealed class AdoptingTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [accepted], issues: receipt}}}
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 10 working days, basis: internal}, outcomes: {done: {title: 完成}, again: {title: 重来, back: receive}}}
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.officer, hall.leader]
            decide: {pass: all, otherwise: fail}
            close: all-answered
            outcomes: {pass: {title: 通过}, fail: {title: 不通过, end: refused}}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, marks: [decided], end: granted}}}
        """;

    private const string Form = """
        documents: {receipt: {title: 收件凭证, number: 收字〔<year>〕<serial>号}}
        clocks:
          decision: {title: 决定期限, for: 20 working days, from: accepted, until: decided, not-counted: [听证], extend: [{by: 5 working days, approver: hall.officer}], escalate: [{to: hall.leader}], basis: 行政许可法(2019) 第四十二条第一款}
        """;

    private static readonly ToldAct Receive = new()
    {
        Step = "receive",
        Outcome = "done",
        On = Day("2026-03-02"),
        By = "老张",
    };

    private static AdoptCase Told { get; } =
        new()
        {
            Process = "sample",
            System = "旧系统",
            Number = "旧-1",
            LodgedOn = Day("2026-03-02"),
            Parties = [new PartyEntry("applicant", "citizen", "市民")],
            Acts = [Receive],
            Documents = [new ToldDocument("receipt", "旧收〔2026〕7号")],
            At = ["draft"],
            Document = "移交〔2026〕1号",
            Reasons = "新系统上线",
        };

    // 20 working days from 2026-03-02 end on 03-30, and the 10 of the draft, which opened that day, on 03-16.
    [Test]
    public void Its_clocks_count_from_their_real_start()
    {
        var (door, number) = Adopted(Told);
        var state = door.State(number)!;
        Assert.That(
            (number, state.Elsewhere, state.LodgedOn),
            Is.EqualTo(("P-1-2026-000001", new Elsewhere("旧系统", "旧-1", Day("2026-03-10")), Day("2026-03-02")))
        );
        Assert.That(
            state.Clocks.Values.Select(c => (c.Id, c.StartDay, c.DueOn)),
            Is.EqualTo(new[] { ("decision", Day("2026-03-02"), Day("2026-03-30")), ("draft", Day("2026-03-02"), Day("2026-03-16")) })
        );
        Assert.That(
            (state.Steps["receive"].Completed!.By.ToString(), state.Documents.Single().Issued.Number, door.Entries(number).Length),
            Is.EqualTo(("system 旧系统", "旧收〔2026〕7号", 1))
        );
    }

    [Test]
    public void A_number_that_another_case_was_taken_over_with_is_refused()
    {
        var first = Told with
        {
            Documents = [new ToldDocument("receipt", "收字〔2026〕7号")],
            Series = ImmutableSortedDictionary<string, long>.Empty.Add("收字〔2026〕<serial>号", 100),
        };
        var (door, _) = Adopted(first);
        Refusal? Try(AdoptCase command) =>
            door.Submit(
                null,
                new Request("head", command),
                DateTimeOffset.Parse("2026-03-10T10:00:00+08:00", CultureInfo.InvariantCulture)
            ).Refusal;
        Assert.That(Try(first with { Number = "旧-2" })?.Code, Is.EqualTo("adopt.number_told"));
        Assert.That(Try(first with { Number = "旧-2", Documents = [new ToldDocument("receipt", "收字〔2026〕8号")] }), Is.Null);
    }

    // The pause from 03-04 to 03-09 leaves out 03-05, 03-06 and 03-09, and 5 more are granted: 28 from 03-02 end on 04-10, 清明 on Monday 04-06 not counted.
    [Test]
    public void Pauses_and_extensions_are_taken_over()
    {
        var (door, number) = Adopted(
            Told with
            {
                Pauses = [new ToldPause("decision", "听证", "听证通知书", Day("2026-03-04"), Day("2026-03-09"))],
                Extensions = [new ToldExtension("decision", new Period(5, PeriodUnit.WorkingDays), Day("2026-03-03"), "老李", "案情复杂")],
            }
        );
        var clock = door.State(number)!.Clocks["decision"];
        Assert.That((clock.Pauses.Length, clock.Extensions[0].Approver, clock.DueOn), Is.EqualTo((1, "老李", Day("2026-04-10"))));
    }

    [Test]
    public void A_task_that_opened_later_than_the_act_before_counts_from_then_and_its_holder_has_it()
    {
        var (door, number) = Adopted(Told with { Opened = Days("draft", "2026-03-04"), Holders = Pairs("draft", "second-officer") });
        Assert.That(
            (door.State(number)!.Clocks["draft"].DueOn, door.State(number)!.Steps["draft"].ClaimedBy),
            Is.EqualTo((Day("2026-03-18"), "second-officer"))
        );
        Refused(Told with { Holders = Pairs("draft", "clerk") }, "adopt.holder");
        Refused(Told with { Holders = Pairs("draft", "nobody") }, "person.unknown");
        Refused(Told with { Holders = Pairs("decide", "head") }, "adopt.holder");
    }

    [Test]
    public void Votes_already_given_stand_and_the_others_are_waited_for()
    {
        var (door, number) = Adopted(Reviewing(Vote("hall.clerk", "pass"), Vote("hall.leader", "pass")));
        Assert.That(door.Rows(number).Select(r => r.Entitlement), Is.EqualTo(new[] { "hall.officer" }));
        Assert.That(
            door.Submit(number, new Request("first-officer", new Answer { Step = "review", Choice = "pass" }), At("2026-03-11")).Refusal,
            Is.Null
        );
        Assert.That(door.Rows(number).Select(r => r.Step), Is.EqualTo(new[] { "decide" }));
        Refused(Reviewing(Vote("hall.lawyer", "pass")), "adopt.participant");
        Refused(Reviewing(Vote("hall.clerk", "perhaps")), "step.outcome_unknown");
    }

    // Returned once in the other system: the receipt of the first time is void there, and the clock of the case keeps its first start.
    [Test]
    public void A_step_that_ran_twice_is_told_twice()
    {
        var (door, number) = Adopted(
            Told with
            {
                Acts =
                [
                    Receive,
                    new ToldAct
                    {
                        Step = "draft",
                        Outcome = "again",
                        On = Day("2026-03-04"),
                    },
                    Receive with
                    {
                        On = Day("2026-03-05"),
                    },
                ],
                Documents = [new ToldDocument("receipt", "旧收〔2026〕7号"), new ToldDocument("receipt", "旧收〔2026〕9号")],
            }
        );
        var state = door.State(number)!;
        Assert.That((state.Steps["draft"].Instance, state.Documents.Select(d => d.Void is null)), Is.EqualTo((2, new[] { false, true })));
    }

    [Test]
    public void What_is_past_is_overdue_at_once_with_its_reminders_as_one_entry()
    {
        var (door, number) = Adopted(Told, "2026-04-20");
        door.Advance(At("2026-04-20"));
        var state = door.State(number)!;
        Assert.That(
            (state.Clocks["decision"].Status, state.Clocks["decision"].Fired.Length, state.Clocks["draft"].Status),
            Is.EqualTo((ClockStatus.Overdue, 1, ClockStatus.Overdue))
        );
        Assert.That(
            door.Entries(number).Select(e => e.Command.GetType().Name),
            Is.EqualTo(new[] { "AdoptCase", "ExpireClock", "ExpireClock" })
        );
    }

    [Test]
    public void Nothing_takes_effect_by_silence_through_taking_over()
    {
        var silent = Steps.Replaced(
            "{step: decide, title: 决定, by: hall.leader,",
            "{step: decide, title: 决定, by: hall.leader, limit: {for: 3 working days, from: accepted, basis: 行政许可法(2019) 第四十二条第一款, on-expiry: grant},"
        );
        var told = Reviewing(Vote("hall.clerk", "pass"), Vote("hall.officer", "pass"), Vote("hall.leader", "pass")) with
        {
            At = ["decide"],
        };
        var (door, number) = Adopted(told, steps: silent);
        door.Advance(At("2026-03-20"));
        Assert.That(
            (door.State(number)!.Stage, door.State(number)!.Clocks["decide"].Status, door.State(number)!.Clocks["decide"].DueOn),
            Is.EqualTo((CaseStage.Open, ClockStatus.Overdue, Day("2026-03-05")))
        );
        Assert.That(
            door.Submit(number, new Request("head", new Complete { Step = "decide", Outcome = "grant" }), At("2026-03-20")).Refusal,
            Is.Null
        );
    }

    [Test]
    public void It_must_stand_where_the_other_system_says()
    {
        var elsewhere = Refused(Told with { At = ["review"] }, "adopt.elsewhere");
        Assert.That(elsewhere.English.Sentence, Is.EqualTo("The case is said to be at 会审; by what is reported it is at 拟稿."));
        Assert.That(
            elsewhere.Chinese,
            Is.EqualTo(new Said("转入文件称该案件在办环节为：会审；按所报办理应为：拟稿。", "请补录缺少的办理，或者更正在办环节。"))
        );
        Refused(Told with { Acts = [], Documents = [] }, "adopt.elsewhere");
        Refused(
            Told with
            {
                Acts =
                [
                    Receive,
                    new ToldAct
                    {
                        Step = "decide",
                        Outcome = "grant",
                        On = Day("2026-03-03"),
                    },
                ],
            },
            "adopt.out_of_order"
        );
        Refused(Told with { Acts = [Receive with { Step = "recieve" }] }, "step.unknown");
        Refused(Told with { Acts = [Receive with { Outcome = "perhaps" }] }, "step.outcome_unknown");
        Refused(Told with { Acts = [Receive with { On = Day("2026-03-11") }] }, "adopt.day_out_of_bounds");
        Refused(Told with { LodgedOn = Day("2026-03-03") }, "adopt.day_out_of_bounds");
        Refused(Told with { LodgedOn = Day("2019-12-31") }, "adopt.no_definition");
        Refused(Reviewing(Vote("hall.clerk", "fail"), Vote("hall.officer", "fail"), Vote("hall.leader", "fail")), "adopt.ended");
        Refused(Told with { Moments = Days("decided", "2026-03-03") }, "adopt.moment");
        Refused(Told with { Opened = Days("draft#2", "2026-03-03") }, "adopt.opened");
        Refused(Told with { Acts = [Receive with { On = Day("2026-03-04") }], Opened = Days("draft", "2026-03-03") }, "adopt.opened");
    }

    [Test]
    public void Documents_keep_their_numbers_and_no_number_is_used_twice()
    {
        Refused(Told with { Documents = [] }, "adopt.document_missing");
        Refused(Told with { Documents = [.. Told.Documents, new ToldDocument("receipt", "8")] }, "adopt.document_stray");
        Refused(Told with { Documents = [new ToldDocument("receipt", "收字〔2026〕7号")] }, "adopt.number_ahead");
        Refused(Told with { Series = Start("收字〔<serial>号", 8) }, "adopt.series_unknown");
        var started = Told with
        {
            Documents = [new ToldDocument("receipt", "收字〔2026〕7号")],
            Series = Start("收字〔2026〕<serial>号", 8),
        };
        var (door, _) = Adopted(started);
        // A second case of the same transfer finds the series started; the next receipt of ours has the number told.
        Assert.That(
            door.Submit(
                null,
                new Request("head", started with { Number = "旧-2", Documents = [new ToldDocument("receipt", "收字〔2026〕6号")] }),
                At("2026-03-10")
            ).Refusal,
            Is.Null
        );
        var own = door.Submit(
            null,
            new Request("citizen", new Lodge { Process = "sample", Parties = Told.Parties }),
            At("2026-03-10")
        ).Case!;
        door.Submit(own, new Request("clerk", new Complete { Step = "receive", Outcome = "done" }), At("2026-03-10"));
        Assert.That(door.State(own)!.Documents.Single().Issued.Number, Is.EqualTo("收字〔2026〕8号"));
        // Once it has been given here, it cannot have gone on there as well.
        var late = door.Submit(
            null,
            new Request("head", started with { Number = "旧-3", Series = Start("收字〔2026〕<serial>号", 20) }),
            At("2026-03-10")
        );
        Assert.That(late.Refusal?.Code, Is.EqualTo("adopt.series_used"));
        var (without, number) = Adopted(Told with { Documents = [new ToldDocument("receipt", Absent: true)] });
        Assert.That(without.State(number)!.Documents, Is.Empty);
    }

    [Test]
    public void It_is_taken_over_once_by_the_head_with_a_document_and_reasons()
    {
        var (door, number) = Adopted(Told);
        Assert.That(door.Submit(null, new Request("head", Told), At("2026-03-10")).Refusal?.Code, Is.EqualTo("adopt.already"));
        Assert.That(door.Submit(null, new Request("head", Told with { System = "另一系统" }), At("2026-03-10")).Refusal, Is.Null);
        Assert.That(
            door.Submit(number, new Request("head", Told with { Number = "旧-9" }), At("2026-03-10")).Refusal?.Code,
            Is.EqualTo("case.already_lodged")
        );
        Assert.That(Open().Submit(null, new Request("first-officer", Told), At("2026-03-10")).Refusal?.Code, Is.EqualTo("case.not_yours"));
        Refused(Told with { Document = " " }, "case.document_missing");
        Refused(Told with { Reasons = "" }, "step.reasons_missing");
        Refused(Told with { Number = "" }, "adopt.unnamed");
        Refused(Told with { Acts = [.. Enumerable.Repeat(Receive, 1_001)] }, "adopt.too_much");
        Refused(Told with { Parties = [] }, "party.missing");
    }

    private static AdoptCase Reviewing(params ToldAct[] votes) =>
        Told with
        {
            Acts =
            [
                Receive,
                new ToldAct
                {
                    Step = "draft",
                    Outcome = "done",
                    On = Day("2026-03-03"),
                },
                .. votes,
            ],
            At = ["review"],
        };

    private static ToldAct Vote(string who, string outcome) =>
        new()
        {
            Step = "review",
            Participant = who,
            Outcome = outcome,
            On = Day("2026-03-04"),
        };

    private static Simulation Open(string steps = Steps) => SmallOffice.Open(SmallOffice.Process(steps, Form));

    private static (Simulation Door, string Number) Adopted(AdoptCase told, string on = "2026-03-10", string steps = Steps)
    {
        var door = Open(steps);
        var answer = door.Submit(null, new Request("head", told), At(on));
        Assert.That(answer.Refusal, Is.Null, () => answer.Refusal!.English.Sentence);
        return (door, answer.Case!);
    }

    private static Refusal Refused(AdoptCase told, string code)
    {
        var refusal = Open().Submit(null, new Request("head", told), At("2026-03-10")).Refusal;
        Assert.That(refusal?.Code, Is.EqualTo(code), () => refusal?.English.Sentence ?? "It was accepted.");
        return refusal!;
    }

    private static ImmutableSortedDictionary<string, string> Pairs(string from, string to) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(from, to);

    private static ImmutableSortedDictionary<string, DateOnly> Days(string name, string day) =>
        ImmutableSortedDictionary<string, DateOnly>.Empty.Add(name, Day(day));

    private static ImmutableSortedDictionary<string, long> Start(string series, long first) =>
        ImmutableSortedDictionary<string, long>.Empty.Add(series, first);

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse($"{day}T09:00:00+08:00", CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>What the head of the leading office does with a case as a whole: jump, suspend, cancel, reopen, correct.</summary>
public sealed class WholeCaseTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [accepted]}}}
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: law, title: 法审, by: hall.lawyer, mandatory: true}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, issues: [permit], marks: [decided], end: granted}}}
        """;

    private const string Rest = """
        form: {name: {title: 名称, type: text}}
        documents: {permit: {title: 许可证, number: 许〔<year>〕<serial>号}}
        clocks: {decision: {title: 决定期限, for: 20 working days, from: accepted, until: decided, basis: internal}}
        """;

    [Test]
    public void A_jump_does_not_aim_at_a_wait_that_would_never_begin()
    {
        const string Steps = """
              - {step: draft, title: 拟稿, by: hall.officer}
              - {step: publish, title: 公告, by: hall.officer, outcomes: {done: {title: 已公告, marks: published}}}
              - {wait: notice, title: 公告期间, limit: {for: 10 days, from: published, on-expiry: done, basis: internal}}
              - {step: decide, title: 决定, by: hall.leader, end: granted}
            """;
        var refusal = Lodged(Steps).Try("head", new Jump("notice", "上级指示"))!;
        Assert.That(
            (refusal.Code, refusal.Chinese.Sentence),
            Is.EqualTo(("jump.never_begins", "“公告期间”自“已公告”起算，而跳转会略过“已公告”，期限无从开始。"))
        );
        Assert.That(
            (refusal.English.Sentence, refusal.English.WayOut),
            Is.EqualTo(
                (
                    "'公告期间' runs from '已公告', which the jump would pass over, so it would never begin.",
                    "Jump to the step that brings '已公告' about."
                )
            )
        );
        Lodged(Steps).Does("head", new Jump("publish", "上级指示")).Does("first-officer", Done("publish")).DecidedTheSameAgain();
    }

    [Test]
    public void A_jump_passes_over_what_is_not_mandatory()
    {
        var it = Open()
            .Refused("first-officer", new Jump("law", "赶时间"), "case.not_yours")
            .Refused("head", new Jump("decide", "赶时间"), "jump.mandatory")
            .Refused("head", new Jump("receive", "赶时间"), "jump.target");
        it.Does("head", new Jump("law", "上级指示")).Waits("law lawyer");
        Assert.That(it.State.Steps["draft"].Status, Is.EqualTo(StepStatus.Withdrawn));
    }

    [Test]
    public void A_suspended_case_lets_nobody_work_and_stops_no_clock()
    {
        var it = Open()
            .Refused("first-officer", new SuspendCase("通知", "等待"), "case.not_yours")
            .Refused("head", new SuspendCase("", "等待"), "case.document_missing")
            .Does("head", new SuspendCase("挂起通知1号", "等待批复"))
            .Refused("first-officer", Done("draft"), "case.suspended")
            .Refused("first-officer", new Claim("draft"), "case.suspended")
            .Refused("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.Before), "case.suspended")
            .Does("first-officer", new Comment("已电告申请人"));
        it.On("2026-04-01");
        Assert.That(it.State.Clocks["decision"].Status, Is.EqualTo(ClockStatus.Overdue));
        it.Does("head", new ResumeCase()).Does("first-officer", Done("draft")).Waits("law lawyer");
    }

    [Test]
    public void A_case_is_cancelled_only_before_anything_was_accepted()
    {
        Lodged(Steps, form: Rest)
            .Refused("first-officer", new CancelCase("重复立案"), "case.not_yours")
            .Does("head", new CancelCase("重复立案"))
            .Ended("cancelled");
        Open().Refused("head", new CancelCase("重复立案"), "case.cancel_too_late");
    }

    [Test]
    public void An_open_case_is_not_opened_again()
    {
        var (it, again) = (Open().Has("判决1号"), new ReopenCase("draft", "判决1号", "重作"));
        var refusal = it.Refused("head", again, "case.not_concluded").Try("head", again)!;
        Assert.That(refusal.English.Sentence, Is.EqualTo($"{it.State.Number} is open; opening the case again is for a concluded case."));
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo($"案件 {it.State.Number} 尚未办结；重新办理只适用于已经办结的案件。"));
    }

    [Test]
    public void An_order_in_mere_words_opens_nothing()
    {
        var (it, again) = (Granted(), new ReopenCase("decide", "口头", "重来"));
        var refusal = it.Refused("head", again, "case.not_attached").Try("head", again)!;
        Assert.That(
            (refusal.English, refusal.Chinese),
            Is.EqualTo(
                (
                    new Said(
                        "The document behind opening the case again, '口头', is not attached to the case.",
                        "Attach it as a file first, and name the file."
                    ),
                    new Said("重新办理的依据文书“口头”没有附在案卷内。", "请先上传该文书，再按文件名填写。")
                )
            )
        );
        it.Refused("citizen", new Attach(new string('b', 64), "判决书.pdf", 10), "case.not_yours")
            .Has("判决书.pdf")
            .Does("head", new ReopenCase("decide", "判决书.pdf", "重来"))
            .DecidedTheSameAgain();
    }

    [Test]
    public void The_parties_are_told_by_which_order_the_case_was_opened_again() =>
        Assert.That(
            Granted().Has("判决1号").Does("head", new ReopenCase("decide", "判决1号", "重来")).State.Notices.Single(),
            Has.Property(nameof(Notified.Party))
                .EqualTo("applicant")
                .And.Property(nameof(Notified.Document))
                .EqualTo("判决1号")
                .And.Property(nameof(Notified.Text))
                .EqualTo("依据《判决1号》，本案自“决定”起重新办理。")
        );

    [Test]
    public void Receipts_outlast_what_becomes_of_the_decision()
    {
        const string Service = """
            form: {name: {title: 名称, type: text}}
            documents:
              permit: {title: 许可证, number: 许〔<year>〕<serial>号}
              handed-in: {title: 收件凭证, number: 收〔<year>〕<serial>号, states: materials}
              receipt: {title: 送达回证, number: 送〔<year>〕<serial>号}
            """;
        const string Served = """
              - {step: receive, title: 收件, by: hall.clerk, issues: handed-in}
              - {step: decide, title: 决定, by: hall.leader, issues: permit}
              - step: deliver
                title: 送达
                by: hall.clerk
                asks: {on: {title: 日期, type: date, required: true}}
                outcomes: {done: {title: 已送达, issues: receipt, serves: {what: [permit], on: on, way: 直接送达}, end: granted}}
            """;
        var on = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("on", new DateValue(new DateOnly(2026, 3, 2)));
        var it = Lodged(Served, form: Service)
            .Does("clerk", Done("receive"))
            .Does("head", Done("decide"))
            .Does("clerk", Done("deliver") with { Fields = on })
            .Has("判决1号")
            .Does("head", new ReopenCase("receive", "判决1号", "撤销重作"));
        Assert.That(
            it.State.Documents.Select(d => (d.Issued.Document, d.Void)),
            Is.EqualTo(new (string, PutAside?)[] { ("handed-in", null), ("permit", PutAside.Reopened), ("receipt", null) })
        );
    }

    [Test]
    public void What_was_done_before_the_order_starts_no_clock_under_it()
    {
        const string Accepting = """
              - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [received]}}}
              - step: acceptance
                title: 受理
                by: hall.clerk
                limit: {for: 5 working days, from: received, on-expiry: accept, basis: internal}
                outcomes: {accept: {title: 受理, marks: [accepted]}, refuse: 不予受理}
              - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, marks: [decided], end: granted}}}
            """;
        var it = Lodged(Accepting, form: Rest)
            .Does("clerk", Done("receive"))
            .Does("clerk", Done("acceptance", "accept"))
            .Does("head", Done("decide", "grant"))
            .On("2026-09-07")
            .Has("判决1号")
            .Does("head", new ReopenCase("acceptance", "判决1号", "重作"));
        var clock = it.State.Clocks.Values.Single(c => c.Step == "acceptance" && c.IsOpen);
        Assert.That((clock.StartDay, clock.DueOn), Is.EqualTo((new DateOnly(2026, 9, 7), new DateOnly(2026, 9, 14))));
        it.Does("clerk", Done("acceptance", "accept"));
        Assert.That(it.State.Clocks["decision"].StartDay, Is.EqualTo(new DateOnly(2026, 9, 7)));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void A_reopened_case_runs_again_with_new_clocks_and_new_numbers()
    {
        var it = Granted()
            .On("2026-06-01")
            .Refused("head", new ReopenCase("nothing", "判决1号", "撤销重作"), "reopen.target")
            .Has("判决1号")
            .Does("head", new ReopenCase("law", "判决1号", "撤销重作"))
            .Waits("law lawyer");
        Assert.That(
            (it.State.Clocks["decision"].StartDay, it.State.Clocks["decision"].Status),
            Is.EqualTo((new DateOnly(2026, 6, 1), ClockStatus.Running))
        );
        it.Does("legal-adviser", Done("law")).Does("head", Done("decide", "grant")).Ended("granted");
        Assert.That(
            it.State.Documents.Select(d => (d.Issued.Number, d.Void)),
            Is.EqualTo(new[] { ("许〔2026〕1号", PutAside.Reopened), ((string, PutAside?))("许〔2026〕2号", null) })
        );
    }

    [Test]
    public void The_form_is_corrected_by_a_new_entry()
    {
        var it = Open()
            .Refused("citizen", Corrected("新名"), "case.not_yours")
            .Refused(
                "first-officer",
                new CorrectForm(ImmutableSortedDictionary<string, FieldValue>.Empty, "更正申请", "笔误"),
                "form.nothing_corrected"
            )
            .Refused(
                "first-officer",
                new CorrectForm(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("colour", new TextValue("红")), "更正申请", "笔误"),
                "field.unknown"
            )
            .Does("first-officer", Corrected("新名"));
        Assert.That(it.State.Form["name"], Is.EqualTo(new TextValue("新名")));
        Assert.That(it.Events.OfType<FormCorrected>().Single().Document, Is.EqualTo("更正申请"));
    }

    [Test]
    public void What_a_concluded_case_was_decided_on_only_the_head_corrects() =>
        Open()
            .Does("head", new Terminate("申请人主体灭失"))
            .Refused("first-officer", Corrected("新名"), "case.not_yours")
            .Does("head", Corrected("新名"));

    [Test]
    public void An_outcome_by_silence_is_reversed_by_an_act_in_time_that_was_recorded_late()
    {
        var it = Lodged(
                """
                  - step: opinion
                    title: 征询
                    by: hall.officer
                    limit: {for: 5 working days, on-expiry: agree, basis: 办法(2020) 第一条}
                    outcomes: {agree: {title: 无意见}, object: {title: 反对}}
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
            .On("2026-03-11")
            .Waits("decide leader");
        it.Refused("first-officer", Done("opinion", "object"), "clock.already_took_effect")
            .Refused("first-officer", new CorrectSilence("opinion", "收文登记", "当日已复"), "case.not_yours")
            .Does("head", new CorrectSilence("opinion", "收文登记", "当日已复"))
            .Waits("opinion officer");
        it.Does("first-officer", Done("opinion", "object"), "2026-03-09", "复函").Waits("decide leader");
        Assert.That((it.State.Steps["opinion"].Outcome, it.State.Clocks["opinion"].Status), Is.EqualTo(("object", ClockStatus.Stopped)));
        Assert.That(it.Events.OfType<ClockLifted>().Single().Clock, Is.EqualTo("opinion"));
    }

    [Test]
    public void What_a_person_decided_is_not_reversed_as_silence() =>
        Open().Refused("head", new CorrectSilence("decision", "登记", "误"), "silence.none");

    private static CorrectForm Corrected(string name) =>
        new(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue(name)), "更正申请", "笔误");

    private static OfficeCase Open(string rest = Rest) => Lodged(Steps, form: rest).Does("clerk", Done("receive"));

    private static OfficeCase Granted(string rest = Rest) =>
        Open(rest).Does("first-officer", Done("draft")).Does("legal-adviser", Done("law")).Does("head", Done("decide", "grant"));
}

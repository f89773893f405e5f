using Workflow.Definitions.Stories;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>Service 送达: what the parties have binds, what nobody has yet may still be void.</summary>
public sealed class ServingTests
{
    private const string Documents = """
        documents:
          licence: {title: 许可证, number: 许字〔<year>〕<serial>号}
          refusal: {title: 不予许可决定书, number: 不许字〔<year>〕<serial>号, states: [reasons, remedies]}
          receipt: {title: 送达回证, number: 送字〔<year>〕<serial>号}
          notice: {title: 公告, number: none}
        remedies: {reconsideration: 示范市人民政府, court: 示范市中级人民法院}
        """;

    private const string Steps = """
          - {step: check, title: 核查, by: hall.officer}
          - step: decide
            title: 决定
            by: hall.officer
            marks: decided
            outcomes:
              grant: {title: 准予, issues: licence}
              refuse: {title: 不予, reasons: required, remedies: free, issues: refusal}
          - step: serve
            title: 送达
            by: hall.clerk
            outcomes:
              done: {title: 已送达, asks: {on: {title: 日期, type: date, required: true}, way: {title: 方式, type: text, required: true}}, marks: {delivered: on}, issues: receipt, serves: {on: on, by: way}}
              by-notice:
                title: 公告
                steps:
                  - {step: publish, title: 公告, by: hall.clerk, marks: published, issues: notice}
                  - {wait: wait, title: 公告期间, limit: {for: 30 days, from: published, on-expiry: done, basis: 民事诉讼法(2023) 第九十五条第一款}, marks: delivered, serves: {way: 公告送达}}
          - {step: file, title: 整理, by: hall.officer, end: done}
        """;

    [Test]
    public void Service_records_day_way_and_receipt_of_every_document()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: check}
            - {on: 2026-03-03, by: first-officer, complete: decide, outcome: grant}
            - {on: 2026-03-05, by: clerk, complete: serve, fields: {on: 2026-03-04, way: 电子送达}, expect: {moments: {delivered: 2026-03-04}, open: file}}
            """
        );
        var documents = door.State(door.Cases[0])!.Documents;
        Assert.That(
            documents[0].Served,
            Is.EqualTo(new DocumentServed("licence", "许字〔2026〕1号", new DateOnly(2026, 3, 4), "电子送达", "送字〔2026〕1号", "serve"))
        );
        Assert.That(documents[1].Served, Is.Null, "the receipt is the proof, and is served on nobody");
    }

    // What is not served is void with its number; the next number follows without a gap.
    [Test]
    public void Before_service_a_return_voids_and_after_it_a_return_is_refused() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: check}
            - {on: 2026-03-03, by: first-officer, complete: decide, outcome: grant, expect: {documents: {licence: 许字〔2026〕1号}}}
            - {on: 2026-03-03, by: clerk, return: serve, to: check, reasons: 面积有误, expect: {documents: {licence: none}}}
            - {on: 2026-03-04, by: first-officer, complete: check}
            - {on: 2026-03-04, by: first-officer, complete: decide, outcome: grant, expect: {documents: {licence: 许字〔2026〕2号}}}
            - {on: 2026-03-05, by: clerk, complete: serve, fields: {on: 2026-03-05, way: 直接送达}}
            - {on: 2026-03-05, by: clerk, take-back: serve, refused: document.served_since}
            - {on: 2026-03-06, by: first-officer, return: file, to: check, reasons: 面积有误, refused: document.served_since}
            - {on: 2026-03-06, by: first-officer, return: file, to: serve, reasons: 回证有误, refused: document.served_since}
            - {on: 2026-03-06, by: first-officer, complete: file, expect: {stage: closed}}
            - {on: 2026-03-09, by: head, attach: 判决书.pdf}
            - {on: 2026-03-09, by: head, reopen: check, order: 判决书.pdf, reasons: 撤销重作, expect: {documents: {licence: none}}}
            """
        );

    // 30 days from 03-03: 28 in March, 04-02. Deemed served on the last of them, known the day after.
    [Test]
    public void Public_notice_is_service_on_its_last_day()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: check}
            - {on: 2026-03-02, by: first-officer, complete: decide, outcome: refuse, reasons: 条件不符}
            - {on: 2026-03-03, by: clerk, complete: serve, outcome: by-notice}
            - {on: 2026-03-03, by: clerk, complete: publish, expect: {due: {wait: 2026-04-02}, moments: {published: 2026-03-03, delivered: none}}}
            - {on: 2026-04-02, expect: {moments: {delivered: none}}}
            - {on: 2026-04-03, expect: {moments: {delivered: 2026-04-02}, open: file}}
            """
        );
        var refusal = door.State(door.Cases[0])!.Documents.Single(d => d.Issued.Document == "refusal");
        Assert.That(
            refusal.Served,
            Is.EqualTo(new DocumentServed("refusal", "不许字〔2026〕1号", new DateOnly(2026, 4, 2), "公告送达", null, "wait"))
        );
    }

    // A served document that went is another's: the new one has to be served itself, even under the number of the old.
    [Test]
    public void A_document_issued_again_is_not_served_yet()
    {
        var reopened = OfficeCase.Lodged(Steps, form: Documents.Replaced("许字〔<year>〕<serial>号}\n  refusal", "entered}\n  refusal"));
        var grant = new Complete
        {
            Step = "decide",
            Outcome = "grant",
            Numbers = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("licence", "A1"),
        };
        var serve = new Complete
        {
            Step = "serve",
            Outcome = "done",
            Fields = System
                .Collections.Immutable.ImmutableSortedDictionary<string, FieldValue>.Empty.Add(
                    "on",
                    new DateValue(new DateOnly(2026, 3, 2))
                )
                .Add("way", new TextValue("直接送达")),
        };
        reopened
            .Does("first-officer", OfficeCase.Done("check"))
            .Does("first-officer", grant)
            .Does("clerk", serve)
            .Does("first-officer", OfficeCase.Done("file"))
            .Has("判决1号")
            .Does("head", new ReopenCase("check", "判决1号", "重作"))
            .Does("first-officer", OfficeCase.Done("check"))
            .Does("first-officer", grant);
        Assert.That(
            reopened.State.Documents.Where(d => d.Issued.Document == "licence").Select(d => (d.Void, d.Served is null)),
            Is.EqualTo(new[] { (PutAside.Reopened, false), ((PutAside?)null, true) })
        );
        reopened.Does("clerk", serve).DecidedTheSameAgain();
        Assert.That(reopened.State.Documents.Last(d => d.Issued.Document == "licence").Served, Is.Not.Null);
    }

    [TestCase("2026-03-02", "document.served_out_of_bounds")]
    [TestCase("2026-03-03", null)]
    [TestCase("2026-03-06", "case.day_out_of_bounds")]
    public void Service_lies_between_the_paper_and_today(string day, string? code)
    {
        var serve = OfficeCase.Done("serve") with
        {
            Fields = System
                .Collections.Immutable.ImmutableSortedDictionary<string, FieldValue>.Empty.Add("on", new DateValue(Shelf.Day(day)))
                .Add("way", new TextValue("直接送达")),
        };
        var decided = OfficeCase
            .Lodged(Steps, form: Documents)
            .Does("first-officer", OfficeCase.Done("check"))
            .On("2026-03-03")
            .Does("first-officer", OfficeCase.Done("decide", "grant"))
            .On("2026-03-05");
        Assert.That(decided.Would("clerk", serve)?.Code, Is.EqualTo(code));
    }

    // The day of the notice is the day from which its period runs to the service.
    [TestCase("2026-03-02", "document.served_out_of_bounds")]
    [TestCase("2026-03-03", null)]
    public void A_notice_is_not_published_before_the_paper_it_serves(string day, string? code)
    {
        var steps = Steps.Replaced(
            "marks: published, issues: notice}",
            "asks: {out: {title: 公告日期, type: date, required: true}}, marks: {published: out}, issues: notice}"
        );
        var publish = OfficeCase.Done("publish") with
        {
            Fields = System.Collections.Immutable.ImmutableSortedDictionary<string, FieldValue>.Empty.Add(
                "out",
                new DateValue(Shelf.Day(day))
            ),
        };
        var decided = OfficeCase
            .Lodged(steps, form: Documents)
            .Does("first-officer", OfficeCase.Done("check"))
            .On("2026-03-03")
            .Does("first-officer", OfficeCase.Done("decide", "grant"));
        Assert.That(
            decided.Does("clerk", OfficeCase.Done("serve", "by-notice")).On("2026-03-05").Would("clerk", publish)?.Code,
            Is.EqualTo(code)
        );
    }

    [Test]
    public void A_decision_names_the_periods_that_the_process_waits_for_and_to_whom_to_turn()
    {
        var text = Refused(
            """
            after:
              - {wait: reconsideration, title: 复议, ground: 申请复议期间, limit: {for: 60 days, from: delivered, on-expiry: done, basis: 行政复议法(2023) 第二十条第一款}}
              - {wait: litigation, title: 诉讼, ground: 提起诉讼期间, limit: {for: 3 months, from: delivered, on-expiry: done, basis: internal}}
            """
        );
        Assert.That(
            text,
            Does.Contain(
                "如不服本决定，可以自知道或者应当知道行政行为之日起六十日内向示范市人民政府申请行政复议，或者自知道或者应当知道作出行政行为之日起三个月内向示范市中级人民法院提起行政诉讼。"
            )
        );
    }

    [Test]
    public void Where_the_process_waits_for_none_the_periods_are_those_of_the_laws() =>
        Assert.That(
            Refused(""),
            Does.Contain(
                "可以自知道或者应当知道行政行为之日起六十日内向示范市人民政府申请行政复议，或者自知道或者应当知道作出行政行为之日起六个月内向"
            )
        );

    // 行政诉讼法(1989) 第三十九条; six months came with 行政诉讼法(2014) on 2015-05-01.
    [Test]
    public void A_refusal_of_2014_names_the_three_months_that_the_law_then_had()
    {
        var story = ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .Single(s => s is { Process: "three-certificates", Title: "执照不予登记，不再办理其余两证，仍一次送达" });
        var (door, _) = ShippedStories.Played(story);
        Assert.That(
            door.State(door.Cases[0])!.Documents.Single(d => d.Issued.Document == "refusal").Issued.Text,
            Does.Contain("可以自知道具体行政行为之日起六十日内").And.Contain("或者自知道作出具体行政行为之日起三个月内")
        );
    }

    private static string Refused(string after) =>
        OfficeCase
            .Lodged($"{Steps}\n{after}", form: Documents)
            .Does("first-officer", OfficeCase.Done("check"))
            .Does(
                "first-officer",
                new Complete
                {
                    Step = "decide",
                    Outcome = "refuse",
                    Reasons = "条件不符",
                }
            )
            .State.Documents[0]
            .Issued.Text;

    private static Simulation Play(string moves) => SmallOffice.Play(SmallOffice.Process(Steps, Documents), moves);
}

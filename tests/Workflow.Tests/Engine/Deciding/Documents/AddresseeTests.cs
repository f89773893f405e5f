using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Views;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>To whom a paper is addressed, and its service on each of them: with a day, a signer and a receipt of their own.</summary>
public sealed class AddresseeTests
{
    private const string Documents = """
        documents:
          consultation: {title: 征求第三方意见书, number: 询字〔<year>〕<serial>号, to: third}
          licence: {title: 许可证, number: 许字〔<year>〕<serial>号, to: [applicant, third]}
          letter: {title: 告知书, number: 告字〔<year>〕<serial>号}
          receipt: {title: 送达回证, number: 送字〔<year>〕<serial>号}
          notice: {title: 送达公告, number: none}
        """;

    private const string Steps = """
          - step: check
            title: 核查
            by: hall.officer
            outcomes: {ask: {title: 征求意见, issues: consultation}, tell: {title: 告知, issues: letter}, nothing: 无需文书}
          - {step: decide, title: 决定, by: hall.officer, outcomes: {grant: {title: 准予, issues: licence}, stop: 终止}}
          - step: serve
            title: 统一送达
            by: hall.clerk
            outcomes:
              done:
                title: 已送达
                asks: {day: {title: 送达日期, type: date, required: true}, way: {title: 送达方式, of: [当面送达, 邮寄送达], required: true}, signer: {title: 签收人, type: text}}
                marks: {delivered: day}
                issues: receipt
                serves: {on: day, by: way, signed: signer, in-person: 当面送达}
              by-notice:
                title: 公告
                steps:
                  - {step: publish, title: 公告, by: hall.clerk, marks: published, issues: notice}
                  - {wait: wait, title: 公告期间, limit: {for: 30 days, from: published, on-expiry: done, basis: internal}, marks: delivered, serves: {way: 公告送达}}
            any-time:
              - step: one
                title: 送达其中一方
                by: hall.clerk
                asks: {whom: {title: 受送达人, type: text}, day: {title: 送达日期, type: date, required: true}, way: {title: 送达方式, type: text, required: true}, signer: {title: 签收人, type: text}}
                issues: receipt
                outcomes: {done: {title: 已送达, serves: {on: day, by: way, to: whom, signed: signer, in-person: 当面送达}}}
          - {wait: appeal, title: 复议期间, when: delivered, limit: {for: 60 days, from: delivered, roll: next-working-day, on-expiry: done, basis: internal}}
        """;

    private const string Decided = """
        - {on: 2026-03-02, lodge: {applicant: citizen, third: builder}}
        - {on: 2026-03-02, by: first-officer, complete: check, outcome: ask}
        - {on: 2026-03-03, by: first-officer, complete: decide, outcome: grant}
        """;

    private const string BothServed =
        Decided
        + "\n"
        + """
            - {on: 2026-03-04, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-04, way: 当面送达, signer: 甲}, refused: document.addressees_left}
            - {on: 2026-03-04, by: clerk, complete: one, fields: {day: 2026-03-04, way: 当面送达, signer: 甲}, refused: document.addressee_unnamed}
            - {on: 2026-03-04, by: clerk, complete: one, fields: {whom: 丙, day: 2026-03-04, way: 当面送达, signer: 甲}, refused: document.addressee_unknown}
            - {on: 2026-03-04, by: clerk, complete: one, fields: {whom: builder, day: 2026-03-04, way: 当面送达}, refused: document.unsigned}
            - {on: 2026-03-09, by: clerk, complete: one, fields: {whom: builder, day: 2026-03-06, way: 当面送达, signer: 甲}, expect: {moments: {delivered: none}}}
            - {on: 2026-03-09, by: clerk, complete: one, fields: {whom: 市民, day: 2026-03-05, way: 邮寄送达}, refused: document.one_addressee}
            - {on: 2026-03-09, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-05, way: 邮寄送达}, expect: {moments: {delivered: 2026-03-06}, due: {appeal: 2026-05-06}}}
            """;

    // 60 days from 03-06, on which the last of both had it: 05-05 is a holiday, so 05-06.
    [Test]
    public void Each_addressee_is_served_for_itself_and_the_time_to_appeal_runs_from_the_last()
    {
        var state = Only(Play(BothServed));
        var licence = state.Documents.Single(d => d.Issued.Document == "licence");
        Assert.That(
            licence.Services.Select(s => (s.To!.Name, $"{s.On:yyyy-MM-dd}", s.Way, s.Receipt)),
            Is.EqualTo(
                new[] { ("builder", "2026-03-06", "当面送达", "送字〔2026〕1号"), ("市民", "2026-03-05", "邮寄送达", "送字〔2026〕2号") }
            )
        );
    }

    [Test]
    public void Each_receipt_lists_the_papers_of_one_addressee_with_the_day_and_the_signer()
    {
        var receipts = Only(Play(BothServed)).Documents.Where(d => d.Issued.Document == "receipt").Select(d => d.Issued.Text).ToList();
        Assert.That(
            receipts[0],
            Does.Contain(
                    "送达文书：《征求第三方意见书》询字〔2026〕1号\n送达文书：《许可证》许字〔2026〕1号\n受送达人：builder\n送达日期：2026年3月6日\n送达方式：当面送达\n签收人：甲\n"
                )
                .And.Contain("\nbuilder：\n")
        );
        Assert.That(
            receipts[1],
            Does.Contain("送达文书：《许可证》许字〔2026〕1号\n受送达人：市民\n送达日期：2026年3月5日\n").And.Not.Contain("征求")
        );
    }

    [Test]
    public void A_paper_is_headed_by_those_it_is_for()
    {
        var state = Only(Play(Decided));
        Assert.That(state.Documents[0].Issued.Text, Does.Contain("\nbuilder：\n"));
        Assert.That(state.Documents[1].Issued.Text, Does.Contain("\n市民、builder：\n"));
    }

    [Test]
    public void What_is_for_the_third_party_is_never_seen_by_the_applicant()
    {
        var door = Play(BothServed);
        Assert.That(Seen(door, "citizen"), Is.EqualTo("licence to 市民 on 2026-03-05, receipt"));
        Assert.That(Seen(door, "builder"), Is.EqualTo("consultation to builder on 2026-03-06, licence to builder on 2026-03-06, receipt"));
    }

    [Test]
    public void The_notice_serves_those_who_are_left()
    {
        var door = Play(
            Decided
                + "\n"
                + """
                - {on: 2026-03-05, by: clerk, complete: one, fields: {whom: 市民, day: 2026-03-05, way: 邮寄送达}}
                - {on: 2026-03-06, by: clerk, complete: serve, outcome: by-notice}
                - {on: 2026-03-06, by: clerk, complete: publish, expect: {due: {wait: 2026-04-05}}}
                - {on: 2026-04-07, expect: {moments: {delivered: 2026-04-05}}}
                """
        );
        var state = Only(door);
        Assert.That(
            state.Documents.Single(d => d.Issued.Document == "notice").Issued.Text,
            Does.Contain("受送达人：builder\n").And.Contain("询字〔2026〕1号").And.Contain("许字〔2026〕1号")
        );
        Assert.That(
            state.Documents.Single(d => d.Issued.Document == "licence").Services.Select(s => (s.To!.Name, s.Way)),
            Is.EqualTo(new[] { ("市民", "邮寄送达"), ("builder", "公告送达") })
        );
    }

    // Papers that name no addressee are for every party; what one of them has binds.
    [Test]
    public void A_paper_without_an_addressee_is_served_on_every_party_and_binds_from_the_first() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen, third: builder}}
            - {on: 2026-03-02, by: first-officer, complete: check, outcome: tell}
            - {on: 2026-03-03, by: first-officer, complete: decide, outcome: stop}
            - {on: 2026-03-04, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-04, way: 邮寄送达}, refused: document.addressees_left}
            - {on: 2026-03-04, by: clerk, complete: one, fields: {whom: 市民, day: 2026-03-04, way: 邮寄送达}}
            - {on: 2026-03-04, by: clerk, return: serve, to: check, reasons: 有误, refused: document.served_since}
            - {on: 2026-03-05, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-05, way: 邮寄送达}, expect: {moments: {delivered: 2026-03-05}}}
            """
        );

    [Test]
    public void A_paper_for_a_party_that_the_case_does_not_have_is_not_issued() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-02, by: first-officer, complete: check, outcome: ask, refused: document.no_addressee}
            - {on: 2026-03-02, by: first-officer, complete: check, outcome: tell}
            - {on: 2026-03-03, by: first-officer, complete: decide, outcome: grant}
            - {on: 2026-03-04, by: clerk, complete: one, fields: {whom: 市民, day: 2026-03-04, way: 邮寄送达}, refused: document.one_addressee}
            - {on: 2026-03-04, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-04, way: 邮寄送达}, expect: {moments: {delivered: 2026-03-04}}}
            """
        );

    [Test]
    public void Nothing_proves_the_service_of_nothing()
    {
        const string Without = """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-02, by: first-officer, complete: check, outcome: nothing}
            - {on: 2026-03-03, by: first-officer, complete: decide, outcome: stop}
            """;
        const string Handed =
            "\n- {on: 2026-03-04, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-04, way: 邮寄送达}, refused: document.nothing_to_serve}";
        const string Published =
            "\n- {on: 2026-03-04, by: clerk, complete: serve, outcome: by-notice}\n- {on: 2026-03-04, by: clerk, complete: publish, refused: document.nothing_to_serve}";
        foreach (var served in new[] { Handed, Published })
        {
            var state = Only(Play(Without + served));
            Assert.That((state.Documents.Length, state.Result), Is.EqualTo((0, (string?)null)));
        }
    }

    // What is handed out beside a decision makes no copies of the decision.
    [Test]
    public void A_decision_that_goes_out_beside_earlier_papers_is_one()
    {
        var text = Text.Replaced(
            "outcomes: {grant: {title: 准予, issues: licence}",
            "outcomes: {grant: {title: 准予, issues: licence, serves: all}"
        );
        var state = Only(
            SmallOffice.Play(
                text.Replaced("decide, title: 决定, by: hall.officer", "decide, title: 决定, by: hall.leader"),
                Decided.Replaced("first-officer, complete: decide", "head, complete: decide")
            )
        );
        Assert.That(state.Documents.Select(d => d.Issued.Document), Is.EqualTo(new[] { "consultation", "licence" }));
        Assert.That(state.Documents[0].Services.Select(s => s.To!.Name), Is.EqualTo(new[] { "builder" }));
    }

    [Test]
    public void The_timeline_tells_who_was_served()
    {
        var door = Play(BothServed);
        var text = TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.Zh));
        Assert.That(text, Does.Contain("《许可证》许字〔2026〕1号于 2026-03-06 送达builder（当面送达，回证 送字〔2026〕1号）"));
    }

    private static string Seen(Simulation door, string person)
    {
        var entries = door.Entries(door.Cases[0]);
        var seen = Seeing.Of(entries, new Viewer(person, CaseSight.Party), _ => Process);
        return string.Join(", ", EntryFold.Of(seen).Documents.Select(Told));
    }

    private static string Told(CaseDocument document) =>
        document.Services is [var one] ? $"{document.Issued.Document} to {one.To!.Name} on {one.On:yyyy-MM-dd}" : document.Issued.Document;

    private static string Text =>
        SmallOffice.Process(Steps, Documents).Replaced("{applicant: 申请人}", "{applicant: 申请人, third: 第三人}");

    private static PublishedProcess Process { get; } = SmallOffice.Read(Text).Single();

    private static CaseState Only(Simulation door) => door.State(door.Cases[0])!;

    private static Simulation Play(string moves) => SmallOffice.Play(Text, moves);
}

using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Views;

namespace Workflow.Tests.Engine.Deciding.Parties;

/// <summary>A party without an account 来访人: the window takes them in by name, and does on paper what is asked of them.</summary>
public sealed class VisitorsTests
{
    private const string Steps = """
          - step: acceptance
            title: 受理
            by: hall.clerk
            limit: {for: 5 working days, basis: internal}
            outcomes:
              supplement:
                title: 补正
                issues: letter
                steps:
                  - step: supplement
                    title: 提交补正材料
                    by: applicant
                    limit: {for: 10 working days, basis: internal}
                    outcomes: {done: {title: 已补正, marks: supplemented}}
                back: acceptance
              accept: 受理
          - {step: word, title: 第三人意见, by: third, outcomes: {agree: 同意, object: 反对}}
          - {step: decide, title: 决定, by: hall.leader, issues: decision}
          - step: serve
            title: 送达
            by: hall.clerk
            asks: {day: {title: 送达日期, type: date, required: true}}
            outcomes: {done: {title: 已送达, serves: {on: day}}}
        """;

    private const string Documents = """
        documents:
          letter: {title: 补正告知书, number: 补字〔<year>〕<serial>号}
          decision: {title: 决定书, number: 决字〔<year>〕<serial>号}
        """;

    private const string Lodged =
        "- {on: 2026-03-02, by: clerk, lodge: {applicant: {name: 张三, identity: {kind: resident-id, number: 310101199001011234}}}}";

    [Test]
    public void The_window_lodges_for_them_and_does_on_paper_what_is_asked_of_them()
    {
        var door = Play(
            Lodged,
            "- {on: 2026-03-03, by: clerk, complete: acceptance, outcome: supplement, reasons: 缺少身份证明, expect: {open: supplement, due: {supplement: 2026-03-17}, inbox: {clerk: supplement, first-officer: none, citizen: none}}}",
            "- {on: 2026-03-04, by: clerk, complete: supplement, refused: step.not_yours}",
            "- {on: 2026-03-04, by: clerk, for: visitor 1, complete: supplement, refused: party.paper_missing}",
            "- {on: 2026-03-04, by: first-officer, for: visitor 1, document: 补正材料一份, complete: supplement, refused: party.not_the_window}",
            "- {on: 2026-03-04, by: citizen, for: visitor 1, document: 补正材料一份, complete: supplement, refused: party.not_the_window}",
            "- {on: 2026-03-04, by: clerk, for: visitor 2, document: 补正材料一份, complete: supplement, refused: party.nobody}",
            "- {on: 2026-03-06, effective: 2026-03-05, by: clerk, for: visitor 1, document: 补正材料一份, complete: supplement, expect: {open: acceptance, moments: {supplemented: 2026-03-05}}}",
            "- {on: 2026-03-06, by: clerk, for: visitor 1, document: 委托书, complete: acceptance, outcome: accept, refused: step.not_yours}",
            "- {on: 2026-03-06, by: clerk, complete: acceptance, outcome: accept, expect: {open: decide}}",
            "- {on: 2026-03-09, by: head, complete: decide, expect: {open: serve}}",
            "- {on: 2026-03-10, by: clerk, complete: serve, fields: {day: 2026-03-10}, expect: {result: done}}"
        );
        var state = Only(door);
        Assert.That(state.Parties.Single().Person, Is.EqualTo("visitor 1"));
        Assert.That(
            state.Documents.Single(d => d.Issued.Document == "decision").EachService.Single().On,
            Is.EqualTo(new DateOnly(2026, 3, 10))
        );
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.En)),
            Does.Contain("clerk (for 张三) completed '提交补正材料' (effective from 2026-03-05)")
                .And.Contain("a clerk of 大厅 (by paper, for 张三)")
                .And.Not.Contain("visitor 1")
        );
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.Zh)),
            Does.Contain("（凭书面材料，代张三）").And.Not.Contain("visitor 1")
        );
    }

    [Test]
    public void Only_an_officer_who_is_no_party_takes_them_in() =>
        Play(
            "- {on: 2026-03-02, by: citizen, lodge: {applicant: {name: 张三}}, refused: party.no_account}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: clerk, third: {name: 李四}}, refused: party.no_account}",
            "- {on: 2026-03-02, by: citizen, lodge: {applicant: citizen, third: {name: 李四}}, refused: party.no_account}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: {name: \" \"}}, refused: party.incomplete}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: {person: visitor 1, name: 张三}}, refused: person.unknown}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: {name: 晨光公司, identity: {kind: credit-code, number: 91310115000000001X}}}, refused: party.identity_wrong}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: {name: 张三, identity: {kind: resident-id, number: 310101199001011235}}}, refused: party.identity_wrong}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: {name: 张三, identity: {kind: passport, number: 310101199001011235}}}, expect: {open: acceptance}}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: {name: 张三, agent: {name: 李四, mandate: \" \"}}}, refused: field.missing}",
            "- {on: 2026-03-02, by: clerk, lodge: {applicant: {name: 张三, agent: {name: 李四, mandate: 授权委托书}}}, expect: {open: acceptance}}"
        );

    [Test]
    public void One_who_is_found_later_is_added_and_heard_on_paper() =>
        Play(
            Lodged,
            "- {on: 2026-03-03, by: clerk, add-party: {name: 赵磊}, as: third, reasons: 查明利害关系人}",
            "- {on: 2026-03-03, by: clerk, add-party: {name: 赵磊}, as: third, reasons: 查明利害关系人, refused: party.already}",
            "- {on: 2026-03-03, by: clerk, complete: acceptance, outcome: accept, expect: {open: word, inbox: {clerk: word}}}",
            "- {on: 2026-03-04, by: clerk, for: visitor 1, document: 意见书, complete: word, outcome: agree, refused: step.not_yours}",
            "- {on: 2026-03-04, by: clerk, for: visitor 2, document: 意见书, complete: word, outcome: object, expect: {open: decide}}"
        );

    // From 2026-07-01 to 2026-07-10 the legal adviser stands in for the second officer.
    [Test]
    public void Whoever_stands_in_for_a_holder_of_the_post_serves_them_as_long_as_that_lasts() =>
        Play(
            Lodged.Replaced("2026-03-02, by: clerk", "2026-06-29, by: second-officer"),
            "- {on: 2026-06-30, by: clerk, complete: acceptance, outcome: supplement, reasons: 缺少身份证明}",
            "- {on: 2026-06-30, by: legal-adviser, for: visitor 1, document: 补正材料, complete: supplement, refused: party.not_the_window}",
            "- {on: 2026-07-02, by: clerk, for: visitor 1, document: 补正材料, complete: supplement, refused: party.not_the_window}",
            "- {on: 2026-07-02, by: legal-adviser, for: visitor 1, document: 补正材料, complete: supplement, expect: {open: acceptance}}"
        );

    [Test]
    public void What_they_urge_is_not_the_officers_urging() =>
        Play(
            Lodged,
            "- {on: 2026-03-03, by: clerk, for: visitor 1, document: 催办信, urge: acceptance, text: 请尽快}",
            "- {on: 2026-03-03, by: clerk, for: visitor 1, document: 催办信, urge: acceptance, text: 请尽快, refused: urge.again}",
            "- {on: 2026-03-03, by: first-officer, urge: acceptance, text: 请尽快}"
        );

    // Whoever turns out to be a party themselves does nothing for another party either.
    [Test]
    public void An_officer_in_whose_own_case_they_are_does_nothing_for_them() =>
        Play(
            Lodged,
            "- {on: 2026-03-03, by: clerk, complete: acceptance, outcome: supplement, reasons: 缺少身份证明}",
            "- {on: 2026-03-03, by: head, add-party: clerk, as: third, reasons: 查明利害关系人}",
            "- {on: 2026-03-04, by: clerk, for: visitor 1, document: 补正材料, complete: supplement, refused: party.not_the_window}"
        );

    // What somebody showed at the window is nobody's business but the office's.
    [Test]
    public void No_other_party_sees_what_they_showed()
    {
        var door = Play(Lodged, "- {on: 2026-03-03, by: clerk, add-party: builder, as: third, reasons: 查明利害关系人}");
        var seen = EntryFold.Of(Seeing.Of(door.Entries(door.Cases[0]), new Viewer("builder", CaseSight.Party), _ => Process));
        Assert.That(seen.Parties.Select(p => (p.Name, p.Identity)), Is.EqualTo(new[] { ("张三", (object?)null), ("builder", null) }));
        Assert.That(CaseRows.Viewers(Only(door)), Is.EqualTo(new[] { Recipient.Office("hall"), Recipient.Party("builder") }));
    }

    [Test]
    public void A_notice_for_them_alone_is_on_record_and_goes_nowhere_by_wire()
    {
        var door = Play(Lodged, "- {on: 2026-03-03, by: clerk, notify: applicant, text: 请于三日内到窗口领取材料。}");
        var entry = door.Entries(door.Cases[0])[^1];
        Assert.That(entry.Events.OfType<Notified>().Single().To.Single().Person, Is.EqualTo("visitor 1"));
        Assert.That(CaseRows.Outbox(Only(door), entry.Events), Is.Empty);
    }

    [Test]
    public void A_notice_for_somebody_with_an_account_goes_out()
    {
        var door = Play(
            "- {on: 2026-03-02, lodge: {applicant: citizen}}",
            "- {on: 2026-03-03, by: clerk, notify: applicant, text: 请于三日内到窗口领取材料。}"
        );
        Assert.That(CaseRows.Outbox(Only(door), door.Entries(door.Cases[0])[^1].Events), Is.Not.Empty);
    }

    [Test]
    public void Entries_of_before_are_written_as_they_were()
    {
        const string Before = """{"role":"applicant","person":"citizen","name":"市民"}""";
        var door = Play("- {on: 2026-03-02, lodge: {applicant: citizen}}");
        var lodged = door.Entries(door.Cases[0])[0].Events.OfType<CaseLodged>().Single();
        Assert.That(LedgerJson.Write(lodged), Does.Contain($"[{Before}]"));
    }

    private static CaseState Only(Simulation door) => door.State(door.Cases[0])!;

    private static string Text =>
        SmallOffice.Process(Steps, Documents).Replaced("{applicant: 申请人}", "{applicant: 申请人, third: 第三人}");

    private static PublishedProcess Process { get; } = SmallOffice.Read(Text).Single();

    private static Simulation Play(params string[] moves) => SmallOffice.Play(Text, string.Join('\n', moves));
}

using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Views;

namespace Workflow.Tests.Engine.Deciding.Parties;

/// <summary>A party that joins a running case 追加当事人: what comes after is theirs too, what was done before stays.</summary>
public sealed class AddingPartiesTests
{
    private const string Documents = """
        documents:
          letter: {title: 告知书, number: 告字〔<year>〕<serial>号}
          decision: {title: 决定书, number: 决字〔<year>〕<serial>号}
          receipt: {title: 送达回证, number: none}
        """;

    private const string Steps = """
          - {step: first-word, title: 第三人陈述, by: third}
          - {step: check, title: 核查, by: hall.officer, issues: letter}
          - {step: word, title: 第三人意见, by: third, outcomes: {agree: 同意, object: 反对}}
          - {step: decide, title: 决定, by: hall.leader, issues: decision}
          - step: serve
            title: 送达
            by: hall.clerk
            asks: {day: {title: 送达日期, type: date, required: true}}
            marks: {delivered: day}
            outcomes: {done: {title: 已送达, serves: {on: day}}}
            any-time:
              - {step: one, title: 送达其中一方, by: hall.clerk, asks: {whom: {title: 受送达人, type: text, required: true}, day: {title: 送达日期, type: date, required: true}}, issues: receipt, outcomes: {done: {title: 已送达, serves: {on: day, to: whom}}}}
        any-time:
          - {step: later-word, title: 补充陈述, by: third, when: check = done}
        """;

    // The step that was left out stays left out; the one that is still to come is asked.
    [Test]
    public void It_acts_in_what_comes_and_what_was_left_out_stays_left_out() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}, expect: {open: check}}
            - {on: 2026-03-03, by: first-officer, add-party: builder, as: third, name: 建筑商, reasons: 查明利害关系人, expect: {open: check}}
            - {on: 2026-03-03, by: first-officer, complete: check, expect: {open: word}}
            - {on: 2026-03-04, by: citizen, complete: word, outcome: agree, refused: step.not_yours}
            - {on: 2026-03-04, by: builder, complete: word, outcome: object, expect: {open: decide}}
            - {on: 2026-03-05, by: builder, complete: later-word, expect: {open: decide}}
            """
        );

    [Test]
    public void Without_it_the_steps_of_its_role_are_left_out() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}, expect: {open: check}}
            - {on: 2026-03-03, by: first-officer, complete: check, expect: {open: decide}}
            - {on: 2026-03-04, by: first-officer, add-party: builder, as: third, reasons: 查明利害关系人, expect: {open: decide}}
            """
        );

    // Several may have one role, and each may act where it waits for the role, at a step that is open already too.
    [Test]
    public void It_may_act_at_a_step_that_waits_for_its_role_already() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen, third: builder}, expect: {open: first-word}}
            - {on: 2026-03-03, by: bank, complete: first-word, refused: step.not_yours}
            - {on: 2026-03-03, by: head, add-party: bank, as: third, name: 银行, reasons: 查明利害关系人, expect: {open: first-word}}
            - {on: 2026-03-03, by: bank, complete: first-word, expect: {open: check}}
            """
        );

    [Test]
    public void Only_the_leading_office_adds_one_with_reasons_and_while_the_case_runs() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-03, by: citizen, add-party: builder, as: third, reasons: 我认识, refused: case.not_yours}
            - {on: 2026-03-03, by: first-officer, add-party: builder, as: third, reasons: " ", refused: step.reasons_missing}
            - {on: 2026-03-03, by: first-officer, add-party: builder, as: fourth, reasons: 查明, refused: party.unknown}
            - {on: 2026-03-03, by: first-officer, add-party: builder, as: third, name: " ", reasons: 查明, refused: party.incomplete}
            - {on: 2026-03-03, by: first-officer, add-party: builder, as: third, name: 建筑商, reasons: 查明}
            - {on: 2026-03-03, by: first-officer, add-party: builder, as: third, name: 建筑商, reasons: 查明, refused: party.already}
            - {on: 2026-03-03, by: first-officer, complete: check}
            - {on: 2026-03-04, by: builder, complete: word, outcome: agree}
            - {on: 2026-03-05, by: head, terminate: 撤回}
            - {on: 2026-03-05, by: first-officer, add-party: bank, as: third, reasons: 查明, refused: case.wrong_stage}
            """
        );

    // The officer who turns out to be a party does nothing more for the office.
    [Test]
    public void An_officer_who_joins_as_a_party_steps_back() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-03, by: head, add-party: second-officer, as: third, reasons: 查明利害关系人}
            - {on: 2026-03-03, by: second-officer, complete: check, refused: step.own_case}
            - {on: 2026-03-03, by: first-officer, complete: check}
            - {on: 2026-03-03, by: second-officer, complete: word, outcome: agree}
            """
        );

    // The letter was for those who were parties then; the decision is for everybody who is one now.
    [Test]
    public void Papers_issued_from_then_on_are_for_it_too()
    {
        var state = Only(
            Play(
                """
                - {on: 2026-03-02, lodge: {applicant: citizen}}
                - {on: 2026-03-02, by: first-officer, complete: check}
                - {on: 2026-03-03, by: first-officer, add-party: builder, as: third, name: 建筑商, reasons: 查明利害关系人}
                - {on: 2026-03-04, by: head, complete: decide, expect: {open: serve}}
                - {on: 2026-03-05, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-05}, refused: document.addressees_left}
                - {on: 2026-03-05, by: clerk, complete: one, fields: {whom: 建筑商, day: 2026-03-05}}
                - {on: 2026-03-06, by: clerk, complete: serve, outcome: done, fields: {day: 2026-03-06}, expect: {result: done}}
                """
            )
        );
        Assert.That(Told(state, "letter"), Is.EqualTo("all on 2026-03-06"));
        Assert.That(Told(state, "decision"), Is.EqualTo("建筑商 on 2026-03-05, 市民 on 2026-03-06"));
    }

    [Test]
    public void It_sees_the_case_as_that_party_and_the_timeline_tells_it()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-03, by: first-officer, add-party: builder, as: third, name: 建筑商, reasons: 查明利害关系人}
            - {on: 2026-03-03, by: first-officer, complete: check}
            """
        );
        var seen = EntryFold.Of(Seeing.Of(door.Entries(door.Cases[0]), new Viewer("builder", CaseSight.Party), _ => Process));
        Assert.That(
            seen.Parties.Select(p => (p.Name, p.Since)),
            Is.EqualTo(new[] { ("市民", null), ("建筑商", (DateOnly?)new DateOnly(2026, 3, 3)) })
        );
        Assert.That(seen.Steps["word"].Entitled.Single().Person, Is.EqualTo("builder"));
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.Zh)),
            Does.Contain("追加建筑商为第三人，“查明利害关系人”")
        );
        Assert.That(
            TimelineText.Write(TimelineTeller.Tell("样例", door, door.World, Language.En)),
            Does.Contain("建筑商 joined the case as the third, \"查明利害关系人\"")
        );
    }

    private static string Told(CaseState state, string document) =>
        string.Join(
            ", ",
            state
                .Documents.Single(d => d.Issued.Document == document)
                .EachService.Select(s => $"{s.To?.Name ?? "all"} on {s.On:yyyy-MM-dd}")
        );

    private static CaseState Only(Simulation door) => door.State(door.Cases[0])!;

    private static string Text =>
        SmallOffice.Process(Steps, Documents).Replaced("{applicant: 申请人}", "{applicant: 申请人, third: 第三人}");

    private static PublishedProcess Process { get; } = SmallOffice.Read(Text).Single();

    private static Simulation Play(string moves) => SmallOffice.Play(Text, moves);
}

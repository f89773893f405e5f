using Workflow.Definitions.Stories;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Materials;

/// <summary>Accepting without a material on a written promise. 2026: 清明 04-04..06; days are counted by hand.</summary>
public sealed class PromiseTests
{
    private const string Terms = """
        materials:
          note: 申请表
          lease: {title: 租赁合同, promise: {for: 10 working days, on-expiry: unkept, escalate: [hall.leader]}}
          proof: {title: 资金证明, promise: {for: 20 days, kind: 告知承诺, basis: 优化营商环境条例(2019) 第四十条第三款}}
        """;

    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, checks: materials}
          - {step: decide, title: 决定, by: hall.officer, outcomes: {grant: {title: 准予, when: "material.lease in (received, promised)", end: granted}, refuse: {title: 不予, end: refused}}}
        any-time:
          - {step: unkept, title: 认定未履行承诺, by: hall.officer, when: material.lease = missing, outcomes: {kept: {title: 已补交}, broken: {title: 终止办理, end: ended}}}
        after:
          - {step: archive, title: 归档, by: hall.clerk}
        """;

    // 10 from 03-02: 03 04 05 06 (4) | 09..13 (9) | 16
    [Test]
    public void A_promised_material_is_not_missing_and_its_clock_stops_when_it_comes() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书1号}, expect: {materials: {note: received, lease: promised, proof: received}, due: {promise/lease: 2026-03-16}, status: {promise/lease: running}}}
            - {on: 2026-03-03, by: builder, receive-material: lease, refused: case.not_yours}
            - {on: 2026-03-16, by: first-officer, receive-material: lease, expect: {materials: {lease: received}, status: {promise/lease: stopped}}}
            - {on: 2026-03-16, by: first-officer, receive-material: lease, refused: material.already_there}
            - {on: 2026-03-17, by: first-officer, complete: decide, outcome: grant, expect: {result: granted, stage: concluded}}
            """
        );

    // Nothing is decided by the rule: the leader is told, and an officer finds what follows.
    [Test]
    public void A_promise_that_is_not_kept_is_overdue_and_a_person_finds_what_follows()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书1号}}
            - {on: 2026-03-16, expect: {open: decide, materials: {lease: promised}}}
            - {on: 2026-03-17, expect: {open: [decide, unkept], materials: {lease: missing}, status: {promise/lease: overdue}, escalated: {promise/lease: 1}, stage: open}}
            - {on: 2026-03-17, by: first-officer, complete: decide, outcome: grant, refused: step.outcome_not_allowed}
            - {on: 2026-03-18, by: first-officer, receive-material: lease, expect: {materials: {lease: received}, status: {promise/lease: stopped}}}
            - {on: 2026-03-18, by: first-officer, complete: unkept, outcome: kept, expect: {open: decide}}
            """
        );
        var unkept = door.Entries(door.Cases[0])
            .SelectMany(e => e.Events)
            .OfType<MaterialStood>()
            .Single(e => e.Standing == Standing.Missing);
        Assert.That((unkept.By.ToString(), unkept.On), Is.EqualTo(("rule promise/lease", new DateOnly(2026, 3, 16))));
    }

    [Test]
    public void What_came_in_time_but_was_recorded_late_was_never_overdue() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书1号}}
            - {on: 2026-03-16, by: clerk, attach: 收件登记}
            - {on: 2026-03-17, by: first-officer, receive-material: lease, effective: 2026-03-16, document: 收件登记, expect: {materials: {lease: received}, status: {promise/lease: stopped}, escalated: {promise/lease: 0}}}
            """
        );

    [TestCase("2026-03-13", "decide")]
    [TestCase("2026-03-17", "decide, unkept")]
    public void The_task_to_find_what_follows_goes_with_its_ground(string came, string open)
    {
        var door = Play(
            $$$"""
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书1号}}
            - {on: 2026-03-13, by: clerk, attach: 收件登记}
            - {on: 2026-03-17, expect: {open: [decide, unkept]}}
            - {on: 2026-03-18, by: first-officer, receive-material: lease, effective: {{{came}}}, document: 收件登记, expect: {materials: {lease: received}, open: [{{{open}}}]}}
            """
        );
        Assert.That(
            door.Entries(door.Cases[0]).SelectMany(e => e.Events).OfType<StepWithdrawn>().Select(e => (e.Step, e.Cause)),
            Is.EqualTo(open == "decide" ? [("unkept", PutAside.PromiseKept)] : Array.Empty<(string, PutAside)>())
        );
    }

    // 20 days from 03-02: 03-22, a Sunday, so 03-23. The decision stands on the promise, so its clock outlasts it; the other's does not.
    [Test]
    public void A_promise_on_which_the_decision_stands_outlasts_the_conclusion() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note], promised: {lease: 承诺书1号, proof: 承诺书2号}, expect: {due: {promise/proof: 2026-03-23}}}
            - {on: 2026-03-03, by: first-officer, complete: decide, outcome: grant, expect: {stage: concluded, status: {promise/lease: stopped, promise/proof: running}}}
            - {on: 2026-03-24, expect: {status: {promise/proof: overdue}, materials: {proof: missing}, open: archive}}
            - {on: 2026-03-24, by: first-officer, receive-material: proof, expect: {status: {promise/proof: stopped}, materials: {proof: received}}}
            - {on: 2026-03-24, by: clerk, complete: archive, expect: {stage: closed}}
            - {on: 2026-03-24, by: first-officer, receive-material: lease, refused: case.wrong_stage}
            """
        );

    [Test]
    public void Only_what_the_definition_lets_be_promised_is_and_only_once_and_with_a_document() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [], promised: {note: 承诺书1号}, refused: material.no_promise}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [lease], promised: {lease: 承诺书1号}, refused: material.promised_and_received}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note], promised: {lease: ' '}, refused: material.document_missing}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书1号}}
            - {on: 2026-03-03, by: first-officer, return: decide, to: receive, reasons: 再核对}
            - {on: 2026-03-03, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书2号}, refused: material.already_promised}
            - {on: 2026-03-03, by: clerk, complete: receive, materials: [note, proof], expect: {materials: {lease: promised}, due: {promise/lease: 2026-03-16}}}
            """
        );

    [Test]
    public void Who_takes_the_check_back_takes_the_promise_back() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书1号}}
            - {on: 2026-03-02, by: clerk, take-back: receive, expect: {materials: {lease: missing}, status: {promise/lease: stopped}, open: receive}}
            - {on: 2026-03-03, by: clerk, complete: receive, materials: [note, proof], promised: {lease: 承诺书1号}, expect: {due: {promise/lease: 2026-03-17}}}
            """
        );

    // A file beside the case is no receipt: the clock of the promise runs until the office says so.
    [Test]
    public void A_file_does_not_keep_a_promise()
    {
        var door = OfficeCase
            .Lodged(Steps, form: Terms)
            .Does(
                "clerk",
                new Complete
                {
                    Step = "receive",
                    Outcome = "done",
                    Materials = ["note", "proof"],
                    Promised = SortedOf("lease", "承诺书1号"),
                }
            )
            .Does("citizen", new Attach(new string('a', 64), "合同.pdf", 10, "lease"));
        Assert.That((door.State.Materials.Contains("lease"), door.State.Clocks["promise/lease"].IsOpen), Is.EqualTo((false, true)));
        door.Does("first-officer", new ReceiveMaterial("lease")).DecidedTheSameAgain();
        Assert.That(door.State.Materials, Does.Contain("lease"));
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> SortedOf(string id, string document) =>
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add(id, document);

    private static Simulation Play(string moves) => SmallOffice.Play(SmallOffice.Process(Steps, Terms), moves);
}

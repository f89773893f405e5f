using Workflow.Definitions.Stories;

namespace Workflow.Tests.Engine.Deciding.Approvals;

/// <summary>Whose turn it is in a joint review.</summary>
public sealed class TurnTests
{
    [Test]
    public void Who_speaks_last_waits_for_all_others() =>
        Play(
            "speaks-last: hall.clerk",
            """
            - {on: 2026-03-02, lodge: {applicant: builder}, expect: {inbox: {clerk: none, first-officer: review, head: review}}}
            - {on: 2026-03-02, by: clerk, answer: review, choice: agree, refused: step.not_yours}
            - {on: 2026-03-02, by: head, answer: review, choice: agree, expect: {inbox: {clerk: none, first-officer: review}}}
            - {on: 2026-03-02, by: first-officer, answer: review, choice: agree, expect: {inbox: {clerk: review, first-officer: none, head: none}}}
            - {on: 2026-03-02, by: clerk, answer: review, choice: agree, expect: {result: agreed}}
            """
        );

    [Test]
    public void In_order_each_waits_for_the_one_before() =>
        Play(
            "in-order: true",
            """
            - {on: 2026-03-02, lodge: {applicant: builder}, expect: {inbox: {clerk: review, first-officer: none, head: none}}}
            - {on: 2026-03-02, by: first-officer, answer: review, choice: agree, refused: step.not_yours}
            - {on: 2026-03-02, by: clerk, answer: review, choice: agree, expect: {inbox: {first-officer: review, head: none}}}
            - {on: 2026-03-02, by: first-officer, answer: review, choice: agree, expect: {inbox: {first-officer: none, head: review}}}
            """
        );

    [Test]
    public void In_order_too_the_one_who_speaks_last_comes_after_all_others() =>
        Play(
            "in-order: true, speaks-last: hall.clerk",
            """
            - {on: 2026-03-02, lodge: {applicant: builder}, expect: {inbox: {clerk: none, first-officer: review, head: none}}}
            - {on: 2026-03-02, by: first-officer, answer: review, choice: agree, expect: {inbox: {clerk: none, head: review}}}
            - {on: 2026-03-02, by: head, answer: review, choice: agree, expect: {inbox: {clerk: review, head: none}}}
            - {on: 2026-03-02, by: clerk, answer: review, choice: object, expect: {result: refused}}
            """
        );

    // Two persons of one party have one voice and one turn, also when they speak last.
    [Test]
    public void Several_persons_of_the_party_that_speaks_last_have_one_turn() =>
        Play(
            "speaks-last: applicant",
            """
            - {on: 2026-03-02, lodge: {applicant: [builder, bank]}, expect: {inbox: {builder: none, bank: none}}}
            - {on: 2026-03-02, by: clerk, answer: review, choice: agree, expect: {inbox: {builder: none, bank: none}}}
            - {on: 2026-03-02, by: first-officer, answer: review, choice: agree, expect: {inbox: {builder: review, bank: review}}}
            - {on: 2026-03-02, by: bank, answer: review, choice: agree, expect: {result: agreed}}
            """,
            "applicant, hall.clerk, hall.officer"
        );

    // The limit of the second in the order runs from its turn. 3 from 03-04: 05 06 | 09.
    [Test]
    public void A_limit_of_ones_own_runs_from_ones_turn() =>
        Play(
            "in-order: true",
            """
            - {on: 2026-03-02, lodge: {applicant: builder}, expect: {due: {review/hall.officer: none}}}
            - {on: 2026-03-04, by: clerk, answer: review, choice: agree, expect: {due: {review/hall.officer: 2026-03-09}}}
            - {on: 2026-03-10, expect: {status: {review/hall.officer: elapsed}, inbox: {first-officer: none, head: review}}}
            """,
            "hall.clerk, {by: hall.officer, limit: {for: 3 working days, on-expiry: not-counted, basis: internal}}, hall.leader"
        );

    private static Simulation Play(string how, string moves, string participants = "hall.clerk, hall.officer, hall.leader") =>
        SmallOffice.Play(
            SmallOffice.Process(
                $$$"""
                  - {joint: review, title: 会签, participants: [{{{participants}}}], {{{how}}}, limit: {for: 10 working days, basis: internal}, decide: {agree: all, otherwise: object}, close: all-answered, outcomes: {agree: {title: 同意, end: agreed}, object: {title: 不同意, end: refused} } }
                """
            ),
            moves
        );
}

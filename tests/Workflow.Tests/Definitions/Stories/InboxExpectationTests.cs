namespace Workflow.Tests.Definitions.Stories;

/// <summary>A scenario sees the inbox of a person as they do.</summary>
public sealed class InboxExpectationTests
{
    private static readonly string Process = SmallOffice.Process(
        """
          - {step: check, title: 测绘, by: hall.surveyor}
          - {step: sign, title: 签发, by: hall.leader, issues: letter, outcomes: {ok: {title: 签发, end: done}}}
        ends: {done: 办结}
        documents: {letter: {title: 函, number: 测函〔<year>〕<serial>号}}
        """
    );

    [Test]
    public void What_was_handed_over_waits_for_one_person_until_that_one_has_left() =>
        SmallOffice.Play(
            Process,
            """
            - {on: 2026-03-30, lodge: {applicant: citizen}}
            - on: 2026-03-30
              by: surveyor-who-stays
              transfer: check
              person: surveyor-who-leaves
              reasons: 出差
              expect: {inbox: {surveyor-who-stays: none, surveyor-who-leaves: check}}
            - {on: 2026-04-01, by: inspector, urge: check, text: 请尽快办理, expect: {inbox: {surveyor-who-stays: check, surveyor-who-leaves: none}}}
            """
        );

    [Test]
    public void A_paper_dated_in_the_old_year_has_the_number_of_that_year() =>
        SmallOffice.Play(
            Process,
            """
            - {on: 2024-12-30, lodge: {applicant: citizen}}
            - {on: 2024-12-30, by: surveyor-who-stays, complete: check}
            - {on: 2025-01-03, by: head, complete: sign, outcome: ok, effective: 2024-12-31, document: 纸件1号, expect: {documents: {letter: 测函〔2024〕1号}}}
            """
        );
}

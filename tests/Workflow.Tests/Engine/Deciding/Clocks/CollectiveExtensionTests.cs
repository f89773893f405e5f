using Workflow.Definitions.Lint.Rules.Clocks;
using Workflow.Definitions.Stories;
using Workflow.Engine.Record.Values;
using Workflow.Tests.Definitions.Lint;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>An extension that a meeting decides 集体讨论决定. The case is filed on 2 March 2026: 90 days end on 31 May.</summary>
public sealed class CollectiveExtensionTests
{
    private const string Rules = """
        clocks:
          handling:
            title: 办案期限
            for: 90 days
            from: filed
            until: decided
            roll: none
            extend:
              - {by: 30 days, approver: hall.leader}
              - {up-to: 60 days, collective: panel.granted, at-most: 2}
            basis: 市场监督管理行政处罚程序规定(2022) 第六十四条第一款
        any-time:
          - step: propose
            title: 提请延长
            by: hall.officer
            outcomes:
              proposed:
                title: 提请集体讨论
                steps:
                  - joint: panel
                    title: 集体讨论
                    participants: [hall.leader, hall.lawyer, hall.clerk]
                    decide: {granted: majority, otherwise: refused}
                    outcomes: {granted: {title: 同意延长}, refused: {title: 不同意延长}}
        """;

    private const string Steps = """
          - {step: file, title: 立案, by: hall.clerk, marks: filed}
          - {step: decide, title: 决定, by: hall.officer, marks: decided}
        """;

    private const string Filed = """
        - {on: 2026-03-02, by: clerk, complete: file, expect: {due: {handling: 2026-05-31}}}
        - {on: 2026-05-20, by: head, extend: handling, period: 30 days, reasons: 案情复杂, expect: {due: {handling: 2026-06-30}}}

        """;

    [Test]
    public void It_rests_on_the_decision_and_nobody_grants_it_alone()
    {
        var door = Play(
            """
            - {on: 2026-06-10, by: head, extend: handling, period: 60 days, reasons: 仍不能决定, refused: clock.not_decided}
            - {on: 2026-06-10, by: first-officer, complete: propose, outcome: proposed}
            - {on: 2026-06-11, by: head, answer: panel, choice: granted}
            - {on: 2026-06-11, by: first-officer, extend: handling, period: 60 days, reasons: 仍不能决定, refused: clock.not_decided}
            - {on: 2026-06-12, by: clerk, answer: panel, choice: granted}
            - {on: 2026-06-15, effective: 2026-06-11, document: 会议记录, by: first-officer, extend: handling, period: 60 days, reasons: 仍不能决定, refused: case.effective_too_early}
            - {on: 2026-06-15, by: bank, extend: handling, period: 61 days, reasons: 仍不能决定, refused: clock.extension_not_allowed}
            - {on: 2026-06-15, by: first-officer, extend: handling, period: 30 days, reasons: 集体讨论定为三十日, expect: {due: {handling: 2026-07-30}}}
            - {on: 2026-06-16, by: first-officer, extend: handling, period: 30 days, reasons: 再延, refused: clock.not_decided}
            """
        );
        var granted = door.State(door.Cases[0])!.Clocks["handling"].Extensions;
        Assert.That(
            granted.Select(e => e.Decided),
            Is.EqualTo(new[] { null, new DecidedTogether("panel", 1, "granted", new DateOnly(2026, 6, 12)) })
        );
    }

    [Test]
    public void What_the_meeting_refused_grants_nothing() =>
        Play(
            """
            - {on: 2026-06-10, by: first-officer, complete: propose, outcome: proposed}
            - {on: 2026-06-11, by: head, answer: panel, choice: refused}
            - {on: 2026-06-11, by: clerk, answer: panel, choice: refused}
            - {on: 2026-06-12, by: head, extend: handling, period: 30 days, reasons: 仍不能决定, refused: clock.not_decided}
            """
        );

    [Test]
    public void Who_records_what_the_meeting_decided_grants_nothing_of_the_heads() =>
        SmallOffice.Play(
            SmallOffice.Process(Steps, Rules),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: clerk, complete: file}
            - {on: 2026-03-03, by: first-officer, complete: propose, outcome: proposed}
            - {on: 2026-03-03, by: head, answer: panel, choice: granted}
            - {on: 2026-03-03, by: clerk, answer: panel, choice: granted}
            - {on: 2026-03-03, by: inspector, extend: handling, period: 60 days, reasons: 复杂, refused: clock.approver_rank}
            - {on: 2026-03-03, by: first-officer, extend: handling, period: 30 days, reasons: 复杂, expect: {due: {handling: 2026-06-30}}}
            - {on: 2026-03-04, by: first-officer, extend: handling, period: 30 days, reasons: 复杂, refused: clock.approver_rank}
            - {on: 2026-03-04, by: head, extend: handling, period: 30 days, reasons: 复杂, expect: {due: {handling: 2026-07-30}}}
            """
        );

    [TestCase("collective: panel", "extension.collective_shape")]
    [TestCase("collective: propose.proposed", "extension.no_joint")]
    [TestCase("collective: panel.yes", "extension.no_outcome")]
    [TestCase("collective: meeting.granted", "step.undeclared")]
    public void What_is_wrong_is_said_where_it_stands(string collective, string code)
    {
        var text = SmallOffice.Process(Steps, Rules.Replaced("collective: panel.granted", collective));
        Assert.That(Drafts.Read(text).Problems.Select(p => p.Code), Does.Contain(code));
    }

    [Test]
    public void The_law_says_who_decides_further()
    {
        Drafts.Passes(Extensions.Approver, Draft("{by: 30 days, approver: bureau.leader}, {up-to: 60 days, collective: panel.granted}"));
        Drafts.Passes(ClockLength.Law, Draft("{by: 30 days, approver: bureau.leader}, {up-to: 60 days, collective: panel.granted}"));
        const string Expected =
            "Expected a collective decision (collective) to approve the extension of 'handling' under 市场监督管理行政处罚程序规定(2022) 第六十四条第一款, but bureau.leader does.";
        Drafts.Finds(
            Extensions.Approver,
            Expected,
            Draft("{by: 30 days, approver: bureau.leader}, {up-to: 30 days, approver: bureau.leader}", "«")
        );
    }

    private static string Draft(string extend, string mark = "") =>
        $$"""
            clocks:
              handling: {for: 90 days, from: filed, until: decided, roll: none, {{mark}}extend: [{{extend}}], basis: 市场监督管理行政处罚程序规定(2022) 第六十四条第一款}
            steps:
              - {step: file, by: bureau.officer, marks: filed}
              - {joint: panel, participants: [bureau.leader, bureau.officer], decide: {granted: all, otherwise: refused}, outcomes: {granted: 同意, refused: 不同意}, limit: 3 working days}
              - {step: decide, by: bureau.officer, marks: decided}
            """;

    private static Simulation Play(string moves) =>
        SmallOffice.Play(SmallOffice.Process(Steps, Rules), $"- {{on: 2026-03-02, lodge: {{applicant: builder}}}}\n{Filed}{moves}");
}

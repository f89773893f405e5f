using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Movement;

/// <summary>Terminating 终止: where the process names the grounds, one of them is taken, on paper, and served before the file is closed.</summary>
public sealed class TerminatingTests
{
    private const string Head = """
        documents:
          permit: {title: 许可证, number: 许〔<year>〕<serial>号}
          stopped: {title: 终止办理决定书, number: 终字〔<year>〕<serial>号, states: [reasons, remedies], basis: internal}
        remedies: {reconsideration: 示范市人民政府, court: 示范市中级人民法院}
        terminate:
          when: not decided
          issues: stopped
          remedies: free
          grounds:
            gone: {title: 申请人死亡或者终止, basis: internal}
            moot: 申请事项已不存在
        after:
          - {step: serve, title: 送达, by: hall.clerk, when: terminated, serves: all}
        """;

    private const string Steps = """
          - {step: check, title: 审查, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, issues: permit, marks: decided}}}
          - {step: print, title: 制证, by: hall.officer, end: granted}
        """;

    [Test]
    public void A_case_is_terminated_on_a_ground_on_paper_and_closed_when_that_is_served()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-03, by: head, terminate: 领导决定不办, refused: case.ground_missing}
            - {on: 2026-03-03, by: head, complete: terminate, outcome: gone, refused: step.reasons_missing}
            - {on: 2026-03-03, by: first-officer, complete: terminate, outcome: gone, reasons: 已注销。, refused: step.not_yours}
            - {on: 2026-03-03, by: head, complete: terminate, outcome: gone, reasons: 申请人已于二月注销。, expect: {result: terminated, stage: concluded, open: serve, moments: {terminated: 2026-03-03}, documents: {stopped: 终字〔2026〕1号}}}
            - {on: 2026-03-04, by: clerk, complete: serve, expect: {stage: closed}}
            """
        );
        var paper = door.State(door.Cases[0])!.Documents.Single();
        Assert.That(paper.Served!.On, Is.EqualTo(new DateOnly(2026, 3, 4)));
        Assert.That(
            paper.Issued.Text,
            Does.Contain("结论：申请人死亡或者终止").And.Contain("申请人已于二月注销。").And.Contain("示范市人民政府")
        );
    }

    // What ended the case is undone with its end: a grant after the reopening has no termination to serve.
    [Test]
    public void A_termination_goes_with_the_end_that_a_court_undoes() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: check}
            - {on: 2026-03-03, by: head, complete: terminate, outcome: gone, reasons: 申请人已于二月注销。, expect: {open: serve}}
            - {on: 2026-03-04, by: head, attach: 行政判决书}
            - {on: 2026-03-04, by: head, reopen: check, order: 行政判决书, reasons: 责令继续审查, expect: {moments: {terminated: none}, open: check}}
            - {on: 2026-03-05, by: first-officer, complete: check}
            - {on: 2026-03-05, by: head, complete: decide, outcome: grant}
            - {on: 2026-03-05, by: first-officer, complete: print, expect: {result: granted, stage: closed}}
            """
        );

    [Test]
    public void Who_terminates_for_reasons_alone_learns_the_grounds()
    {
        var it = Lodged(Steps, form: Head);
        var refusal = it.Try("head", new Terminate("领导决定不办"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "Expected one of the grounds on which the process terminates a case: 申请人死亡或者终止 or 申请事项已不存在.",
                    "Complete '终止办理' with the ground, and give reasons."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(
                new Said("终止办理须有本流程写明的事由：申请人死亡或者终止、申请事项已不存在。", "请办理“终止办理”，选择事由并说明理由。")
            )
        );
        Assert.That(it.Offers("head").Single(o => o.Action == "terminate").WhyNot?.Code, Is.EqualTo("case.ground_missing"));
    }

    [Test]
    public void What_is_decided_is_served_and_not_terminated() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: check}
            - {on: 2026-03-03, by: head, complete: decide, outcome: grant}
            - {on: 2026-03-03, by: head, complete: terminate, outcome: gone, reasons: 已注销。, refused: step.not_applicable}
            """
        );

    // What waits for what has gone is suspended first, and terminated when nothing has come.
    [Test]
    public void A_suspended_case_is_terminated_as_it_stands() =>
        Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-03, by: head, suspend-case: 挂起1号, reasons: 等待申请人的继承人}
            - {on: 2026-03-04, by: first-officer, complete: check, refused: case.suspended}
            - {on: 2026-05-06, by: head, complete: terminate, outcome: gone, reasons: 六十日内无人继受。, expect: {result: terminated, open: serve}}
            - {on: 2026-05-07, by: clerk, complete: serve, expect: {stage: closed}}
            """
        );

    [Test]
    public void A_process_without_grounds_terminates_for_reasons_as_ever()
    {
        var definition = PublishedProcess.Of(SmallOffice.Read(SmallOffice.Process(Steps, "documents: {permit: 许可证}"))[0].Json);
        Assert.That((definition.Definition.Termination, definition.Json.Contains("termination")), Is.EqualTo(((string?)null, false)));
        Lodged(Steps, form: "documents: {permit: 许可证}")
            .Does("head", new Terminate("主体灭失"))
            .Ended("terminated")
            .DecidedTheSameAgain();
    }

    [Test]
    public void A_ground_has_reasons_remedies_and_the_end()
    {
        var process = SmallOffice.Read(SmallOffice.Process(Steps, Head))[0].Definition;
        Assert.That(
            process.AnyTime.Single(s => s.Id == process.Termination).Outcomes.Select(o => (o.Id, o.ReasonsRequired, o.Remedies, o.Exit)),
            Is.EqualTo(
                new (string, bool, Remedies?, Exit?)[]
                {
                    ("gone", true, Remedies.Free, new EndExit(Ends.Terminated)),
                    ("moot", true, Remedies.Free, new EndExit(Ends.Terminated)),
                }
            )
        );
    }

    private static Simulation Play(string moves) => SmallOffice.Play(SmallOffice.Process(Steps, Head), moves);
}

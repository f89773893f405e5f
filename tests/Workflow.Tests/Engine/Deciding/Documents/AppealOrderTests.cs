using Workflow.Definitions.Stories;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>
/// In which order a party turns against a decision: the fragment of the appeal follows what the paper told. A refusal of information
/// of Monday 2026-03-02 is served the same day; 60 days end on Friday 2026-05-01, a holiday, and so on 05-06, six months on 09-02.
/// </summary>
public sealed class AppealOrderTests
{
    private const string Refused = """
        - {on: 2026-03-02, lodge: {applicant: builder} }
        - {on: 2026-03-02, by: first-officer, complete: decide, outcome: OUTCOME, reasons: 属于国家秘密}
        """;

    [Test]
    public void The_paper_names_both_in_their_order() =>
        Assert.That(
            Paper("withhold"),
            Does.Contain(
                "如不服本决定，应当先自知道或者应当知道行政行为之日起六十日内申请行政复议；对复议决定不服的，再自收到复议决定书之日起十五日内提起行政诉讼。"
            )
        );

    [Test]
    public void Where_the_party_may_choose_it_says_so() =>
        Assert.That(
            Paper("refuse"),
            Does.Contain(
                "可以自知道或者应当知道行政行为之日起六十日内申请行政复议，或者自知道或者应当知道作出行政行为之日起六个月内提起行政诉讼。"
            )
        );

    [Test]
    public void Where_reconsideration_comes_first_nobody_waits_for_a_suit() =>
        Play(
            "withhold",
            "- {on: 2026-03-02, expect: {due: {reconsideration: 2026-05-06, litigation: none} } }\n- {on: 2026-05-07, expect: {due: {copy: 2026-05-22} } }\n- {on: 2026-05-23, expect: {open: [archive]} }"
        );

    [Test]
    public void Where_the_party_may_choose_both_periods_run() =>
        Play("refuse", "- {on: 2026-03-02, expect: {due: {reconsideration: 2026-05-06, litigation: 2026-09-02} } }");

    // The decision came on Monday 2026-06-01; fifteen days end on Tuesday 06-16.
    [Test]
    public void Litigation_runs_from_the_decision_on_reconsideration() =>
        Play(
            "withhold",
            """
            - {on: 2026-04-01, by: first-officer, complete: reconsideration-filed, expect: {open: [reconsideration-outcome]} }
            - {on: 2026-06-02, by: first-officer, complete: reconsideration-outcome, fields: {received-on: 2026-03-31}, refused: field.invalid}
            - {on: 2026-06-02, by: first-officer, complete: reconsideration-outcome, fields: {received-on: 2026-06-01}, expect: {due: {suit: 2026-06-16} } }
            - {on: 2026-06-17, expect: {open: [archive]} }
            """
        );

    private static string Paper(string outcome)
    {
        var door = Play(outcome, "");
        return door.State(door.Cases[0])!.Documents[0].Issued.Text;
    }

    private static Simulation Play(string outcome, string moves)
    {
        var world = SmallOffice.World(
            SmallOffice
                .Process(
                    """
                      - step: decide
                        title: 决定
                        by: hall.officer
                        outcomes:
                          withhold: {title: 不予公开, reasons: required, remedies: reconsideration-first, issues: answer, marks: delivered, end: withheld}
                          refuse: {title: 不予处理, reasons: required, remedies: free, issues: answer, marks: delivered, end: refused}
                    after:
                      - {use: appeal, with: {office: hall} }
                    """,
                    "documents: {answer: {title: 答复书, number: none, states: [reasons, remedies]}}"
                )
                .Replaced("type: 行政许可", "type: 政府信息公开")
                .Replaced("2020-01-01..", "2024-01-01.."),
            File.ReadAllText(Path.Combine(Repository.Definitions, "fragments", "appeal.yaml"))
        );
        return SmallOffice.Play(world, $"{Refused.Replaced("OUTCOME", outcome)}\n{moves}");
    }
}

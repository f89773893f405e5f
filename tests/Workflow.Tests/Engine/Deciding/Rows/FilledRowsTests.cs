using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Engine.Record.State;
using Workflow.Tests.Definitions.Lint;

namespace Workflow.Tests.Engine.Deciding.Rows;

/// <summary>A step for each row of a table that a step fills: the third parties found in a search. March 2026 has no holiday.</summary>
public sealed class FilledRowsTests
{
    private const string Steps = """
          - {step: receive, title: 受理, by: hall.clerk}
          - step: search
            title: 检索
            by: hall.officer
            asks: {third: {title: 第三方, type: rows, columns: {who: {title: 名称, required: true}, touched: {title: 涉及商业秘密, type: yes-no}}}}
          - step: consult
            title: 征求意见
            by: hall.clerk
            for-each: search.third
            when: row.touched = yes
            limit: {for: 15 working days, on-expiry: silent, basis: internal}
            outcomes: {agrees: {title: 同意公开}, silent: {title: 逾期未答复}, objects: {title: 不同意公开}}
          - step: weigh
            title: 权衡
            by: hall.officer
            for-each: search.third
            when: row.consult = objects and row.who != '甲'
          - {step: decide, title: 决定, by: hall.leader, return: either, outcomes: {partly: {title: 部分公开, when: consult = objects, end: partly}, all: {title: 公开, end: all}}}
        """;

    private const string Found = """
        - {on: 2026-03-02, lodge: {applicant: builder}}
        - {on: 2026-03-02, by: clerk, complete: receive}
        - {on: 2026-03-03, by: first-officer, complete: search, fields: {third: [{who: 甲, touched: yes}, {who: 乙, touched: no}, {who: 丙, touched: yes}]}}

        """;

    // Row 1 ends on 15 working days after 3 March: 4 to 6 (3), 9 to 13 (8), 16 to 20 (13), 23 and 24.
    [Test]
    public void Each_row_that_the_step_filled_in_is_a_task_with_a_limit_of_its_own()
    {
        var state = Play(
            """
            - {on: 2026-03-03, expect: {due: {"consult[1]": 2026-03-24, "consult[3]": 2026-03-24}}}
            - {on: 2026-03-04, by: clerk, complete: "consult[2]", outcome: agrees, refused: step.not_open}
            - {on: 2026-03-04, by: clerk, complete: "consult[3]", outcome: objects}
            - {on: 2026-03-25, expect: {open: ["weigh[3]"]}}
            - {on: 2026-03-25, by: first-officer, complete: "weigh[3]"}
            - {on: 2026-03-25, by: head, complete: decide, outcome: partly, expect: {result: partly}}
            """
        );
        Assert.That(state.Steps["consult[1]"].Outcome, Is.EqualTo("silent"));
        Assert.That(state.Steps["consult[2]"].Status, Is.EqualTo(StepStatus.Skipped));
        Assert.That(state.Steps["consult"].Outcome, Is.EqualTo("objects"));
    }

    [Test]
    public void Without_a_row_nobody_is_asked() =>
        SmallOffice.Play(
            SmallOffice.Process(Steps),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: clerk, complete: receive}
            - {on: 2026-03-03, by: first-officer, complete: search, expect: {open: decide}}
            """
        );

    [Test]
    public void A_return_with_re_run_asks_about_the_new_rows() =>
        Play(
            """
            - {on: 2026-03-04, by: clerk, complete: "consult[1]", outcome: agrees}
            - {on: 2026-03-04, by: clerk, complete: "consult[3]", outcome: agrees}
            - {on: 2026-03-05, by: head, return: decide, to: search, reasons: 漏列第三方, then: re-run}
            - {on: 2026-03-06, by: first-officer, complete: search, fields: {third: [{who: 丁, touched: yes}]}, expect: {open: ["consult[1]"]}}
            - {on: 2026-03-06, by: clerk, complete: "consult[1]", outcome: agrees, expect: {open: decide}}
            """
        );

    [Test]
    public void On_the_straight_way_back_no_row_that_was_worked_on_moves() =>
        Play(
            """
            - {on: 2026-03-04, by: clerk, complete: "consult[1]", outcome: agrees}
            - {on: 2026-03-04, by: clerk, complete: "consult[3]", outcome: agrees}
            - {on: 2026-03-05, by: head, return: decide, to: search, reasons: 核对, then: straight-back}
            - {on: 2026-03-06, by: first-officer, complete: search, fields: {third: [{who: 丁, touched: yes}, {who: 乙, touched: no}, {who: 丙, touched: yes}]}, refused: form.row_worked_on}
            - {on: 2026-03-06, by: first-officer, complete: search, fields: {third: [{who: 甲, touched: yes}, {who: 乙, touched: no}, {who: 丙, touched: yes}, {who: 丁, touched: yes}]}, refused: form.row_worked_on}
            - {on: 2026-03-06, by: first-officer, complete: search, fields: {third: [{who: 甲, touched: yes}, {who: 乙, touched: no}, {who: 丙, touched: yes}]}, expect: {open: decide}}
            """
        );

    // The officer fills the table again while its rows are open, at a step that may be done at any time.
    [Test]
    public void While_rows_are_open_the_table_may_grow_and_what_nobody_has_begun_may_go() =>
        SmallOffice.Play(
            SmallOffice
                .Process(
                    """
                      - {step: consult, title: 征求意见, by: hall.clerk, for-each: search.third, when: search = done}
                      - {step: decide, title: 决定, by: hall.leader}
                    """,
                    """
                    any-time:
                      - step: search
                        title: 检索
                        by: hall.officer
                        asks: {third: {title: 第三方, type: rows, columns: {who: {title: 名称, required: true}}}}
                    """
                )
                .Replaced("  - {step: consult", "  - {step: receive, title: 受理, by: hall.clerk}\n  - {step: consult"),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: search, fields: {third: [{who: 甲}, {who: 乙}]}}
            - {on: 2026-03-03, by: clerk, complete: receive, expect: {open: ["consult[1]", "consult[2]"]}}
            - {on: 2026-03-03, by: clerk, complete: "consult[1]"}
            - {on: 2026-03-04, by: first-officer, complete: search, fields: {third: [{who: 丙}, {who: 乙}]}, refused: form.row_worked_on}
            - {on: 2026-03-04, by: first-officer, complete: search, fields: {third: [{who: 甲}]}, expect: {open: decide}}
            """
        );

    [TestCase("search.thirds", "field.not_table")]
    [TestCase("receive.third", "field.not_table")]
    [TestCase("weigh.list", "rows.filled_by_several")]
    public void What_is_wrong_is_said_where_it_stands(string rows, string code)
    {
        var weigh = Steps.Replaced("title: 权衡", "title: 权衡\n    asks: {list: {title: 表, type: rows, columns: {who: {title: 名称}}}}");
        var text = SmallOffice.Process(weigh + $"\n  - {{step: more, title: 又一, by: hall.clerk, for-each: {rows}}}");
        Assert.That(Drafts.Read(text).Problems.Select(p => p.Code), Does.Contain(code));
    }

    [Test]
    public void A_table_that_is_filled_later_is_an_error() =>
        Drafts.Finds(
            LotsOrder.Unfilled,
            "Expected 'search' to fill its table before 'consult' opens for each row of it, but no path does.",
            """
            steps:
              - {step: consult, by: bureau.officer, «for-each: search.third}
              - {step: search, by: bureau.officer, asks: {third: {title: 第三方, type: rows, columns: {who: {title: 名称}}}}}
            """
        );

    private static CaseState Play(string moves)
    {
        var door = SmallOffice.Play(SmallOffice.Process(Steps), Found + moves);
        return door.State(door.Cases[0])!;
    }
}

using Workflow.Definitions.Lint.Rules.Flow;

namespace Workflow.Tests.Definitions.Lint.Paths;

public sealed class PathRuleTests
{
    private const string Stopping = """
        steps:
          - step: first
            by: bureau.officer
            outcomes:
              go: 通过
              stop: {end: stopped}

        """;

    [Test]
    public void A_moment_that_no_path_marks_is_an_error() =>
        Drafts.Finds(
            MomentUse.NeverMarked,
            "Expected a path that marks 'late', but none reaches the outcome that does.",
            Stopping
                + """
                  - {step: second, when: first = stop, by: bureau.officer, marks: «late}
                  - {step: third, when: not late, by: bureau.officer}
                """
        );

    [Test]
    public void A_moment_that_some_path_marks_passes() =>
        Drafts.Passes(
            MomentUse.NeverMarked,
            Stopping
                + """
                  - {step: second, when: first = go, by: bureau.officer, marks: late}
                  - {step: third, when: not late, by: bureau.officer}
                """
        );

    [Test]
    public void A_moment_that_nothing_uses_is_a_warning() =>
        Drafts.Finds(
            MomentUse.NeverUsed,
            "Expected a clock or a condition that uses 'lonely', but nothing does.",
            """
            steps:
              - {step: first, by: bureau.officer, marks: «lonely}
            """
        );

    [Test]
    public void A_moment_that_a_condition_uses_passes() =>
        Drafts.Passes(
            MomentUse.NeverUsed,
            """
            steps:
              - {step: first, by: bureau.officer, marks: seen}
            any-time:
              - {step: withdrawal, by: applicant, when: not seen, end: withdrawn}
            """
        );

    [Test]
    public void A_need_that_no_path_makes_is_an_error() =>
        Drafts.Finds(
            Needs.Impossible,
            "Expected a path on which 'first' gets licence.number, but none makes it before or beside it.",
            """
            documents: {licence: {title: 许可证, number: entered}}
            steps:
              - {step: first, by: other.officer, «needs: licence.number}
              - {step: second, by: bureau.officer, issues: licence}
            """
        );

    [Test]
    public void A_need_that_another_branch_makes_passes() =>
        Drafts.Passes(
            Needs.Impossible,
            """
            documents: {licence: {title: 许可证, number: entered}}
            steps:
              - parallel: both
                join: all
                branches:
                  one: [{step: first, by: other.officer, needs: licence.number}]
                  two: [{step: second, by: bureau.officer, issues: licence}]
            """
        );

    [Test]
    public void A_need_that_one_path_does_not_make_is_a_warning() =>
        Drafts.Finds(
            Needs.SomePath,
            "Expected every path to 'second' to make licence.number, but one opens it without.",
            """
            documents: {licence: {title: 许可证, number: entered}}
            steps:
              - step: first
                by: bureau.officer
                outcomes:
                  grant: {issues: licence}
                  wait: 暂缓
              - {step: second, by: other.officer, «needs: licence.number}
            """
        );

    [Test]
    public void A_need_of_a_step_that_applies_only_where_it_is_made_passes() =>
        Drafts.Passes(
            Needs.SomePath,
            """
            documents: {licence: {title: 许可证, number: entered}}
            form: {big: {title: 大型, type: yes-no}}
            steps:
              - {step: first, when: form.big, by: bureau.officer, issues: licence}
              - {step: second, when: form.big, by: other.officer, needs: licence.number}
            """
        );

    [Test]
    public void A_way_back_without_a_bound_is_an_error() =>
        Drafts.Finds(
            Backs.Unbounded,
            "'second' may go back to 'first' for 'again' without limit.",
            """
            steps:
              - {step: first, by: applicant}
              - step: second
                by: bureau.officer
                outcomes:
                  done: 通过
                  again: {«back: first}
            """
        );

    [Test]
    public void A_way_back_bounded_by_its_outcome_passes() =>
        Drafts.Passes(
            Backs.Unbounded,
            """
            steps:
              - {step: first, by: applicant}
              - step: second
                by: bureau.officer
                outcomes:
                  done: 通过
                  again: {at-most: 1, back: first}
            """
        );

    [Test]
    public void A_bound_after_which_nothing_follows_is_an_error() =>
        Drafts.Finds(
            Backs.NothingFollows,
            "Expected 'otherwise' beside 'at-most' in the way back from 'second', but it is missing.",
            """
            steps:
              - {step: first, by: applicant}
              - step: second
                by: bureau.officer
                outcomes:
                  done: 通过
                  again: {«back: {to: first, at-most: 2}}
            """
        );

    [Test]
    public void An_expiry_that_goes_back_needs_something_to_follow() =>
        Drafts.Finds(
            Backs.NothingFollows,
            "Expected another outcome of 'second' once 'again' is used up, but its expiry runs this one.",
            """
            steps:
              - {step: first, by: applicant}
              - step: second
                by: bureau.officer
                limit: {for: 2 working days, on-expiry: again}
                outcomes:
                  done: 通过
                  again: {at-most: 1, «back: first}
            """
        );

    [Test]
    public void A_bound_with_otherwise_passes() =>
        Drafts.Passes(
            Backs.NothingFollows,
            """
            steps:
              - {step: first, by: applicant}
              - step: second
                by: bureau.officer
                outcomes:
                  done: 通过
                  again: {back: {to: first, at-most: 2, otherwise: done}}
            """
        );

    [Test]
    public void A_step_that_no_path_opens_is_a_warning() =>
        Drafts.Finds(
            Reach.NeverReached,
            "Expected a path that opens 'second', but none does.",
            Stopping
                + """
                  - «{step: second, when: first = stop, by: bureau.officer}
                """
        );

    [Test]
    public void A_step_that_some_path_opens_passes() =>
        Drafts.Passes(
            Reach.NeverReached,
            Stopping
                + """
                  - {step: second, when: first = go, by: bureau.officer}
                """
        );

    [Test]
    public void An_outcome_whose_condition_never_holds_is_a_warning() =>
        Drafts.Finds(
            Reach.NeverPossible,
            "Expected some path on which 'decide' may come to 'grant', but its condition never holds.",
            """
            steps:
              - {step: examine, by: bureau.officer, outcomes: {fit: 符合, unfit: 不符合}}
              - step: decide
                by: bureau.leader
                outcomes:
                  «grant: {title: 准予, when: examine = fit and examine = unfit, end: granted}
                  close: {title: 结束, end: closed}
            """
        );

    [Test]
    public void An_outcome_whose_condition_holds_on_one_path_passes() =>
        Drafts.Passes(
            Reach.NeverPossible,
            """
            steps:
              - {step: examine, by: bureau.officer, outcomes: {fit: 符合, unfit: 不符合}}
              - step: decide
                by: bureau.leader
                outcomes:
                  grant: {title: 准予, when: examine = fit, end: granted}
                  close: {title: 结束, end: closed}
            """
        );

    [Test]
    public void More_paths_than_the_bound_are_a_warning() =>
        Drafts.Finds(Reach.Cut, "Expected to walk every path of 'p', but there are too many.", "«steps:\n" + Many(18));

    [Test]
    public void A_condition_with_more_ways_than_the_bound_cuts_too() =>
        Drafts.Finds(
            Reach.Cut,
            "Expected to walk every path of 'p', but there are too many.",
            $$"""
            form: { {{string.Join(", ", Enumerable.Range(1, 20).Select(i => $"f{i}: yes-no"))}} }
            «steps:
              - {step: first, by: bureau.officer, when: '{{string.Join(
                " and ",
                Enumerable.Range(1, 10).Select(i => $"(form.f{i} or form.f{i + 10})")
            )}}'}
            """
        );

    [Test]
    public void Few_paths_are_walked_to_the_end() => Drafts.Passes(Reach.Cut, "steps:\n" + Many(6));

    // Each step's outcome is asked for at the end, so that no two paths are alike.
    private static string Many(int steps) =>
        string.Concat(Enumerable.Range(1, steps).Select(i => $"  - {{step: s{i}, by: bureau.officer, outcomes: {{a: 甲, b: 乙}}}}\n"))
        + $"  - {{step: last, by: bureau.officer, when: {string.Join(" and ", Enumerable.Range(1, steps).Select(i => $"s{i} = a"))}}}";

    [Test]
    public void A_step_for_each_row_drawn_later_is_an_error() =>
        Drafts.Finds(
            LotsOrder.Rule,
            "Expected 'lots' to be drawn before 'opinion' opens for each row of it, but no path does.",
            """
            form: {experts: {title: 专家, type: rows, columns: {name: {title: 姓名, type: text}}}}
            steps:
              - {step: opinion, by: bureau.officer, «for-each: lots}
              - {draw: lots, by: bureau.officer, from: form.experts, count: 2}
            """
        );

    [Test]
    public void A_step_for_each_row_drawn_before_passes() =>
        Drafts.Passes(
            LotsOrder.Rule,
            """
            form: {experts: {title: 专家, type: rows, columns: {name: {title: 姓名, type: text}}}}
            steps:
              - {draw: lots, by: bureau.officer, from: form.experts, count: 2}
              - {step: opinion, by: bureau.officer, for-each: lots}
            """
        );

    private const string Rows = """
        form: {files: {title: 案卷, type: rows, columns: {kind: {title: 类别, of: [许可, 处罚]}}}}
        steps:
          - step: score
            by: bureau.officer
            for-each: form.files
            asks: {lost: {title: 扣分, type: number}}
            outcomes: {sound: 无问题, faulty: 有问题}

        """;

    [TestCase("row.score != none and row.score = none")]
    [TestCase("row.score.lost > 3 and row.score = none")]
    public void A_step_whose_rows_can_never_answer_yes_is_never_reached(string condition) =>
        Drafts.Finds(
            Reach.NeverReached,
            "Expected a path that opens 'mend', but none does.",
            Rows
                + $$"""
                  - «{step: mend, by: other.officer, for-each: form.files, when: {{condition}}}
                """
        );

    [TestCase("row.score = sound", "some other row may be sound where the step as a whole is faulty")]
    [TestCase("row.score = faulty and row.kind = 处罚", "nobody knows the columns before")]
    [TestCase("not (row.score = faulty)", "some other row may be")]
    public void A_row_may_answer_otherwise_than_the_step_as_a_whole(string condition, string why) =>
        Drafts.Passes(
            Reach.NeverReached,
            Rows
                + $$"""
                  - choice: found
                    cases:
                      - {when: score = faulty, steps: [{step: mend, by: other.officer, for-each: form.files, when: {{condition}}}]}
                      - otherwise: true
                """
        );

    [Test]
    public void Where_the_step_as_a_whole_came_to_it_one_row_certainly_did() =>
        Drafts.Passes(
            Needs.SomePath,
            """
            documents: {notice: {title: 通知, number: entered}}

            """
                + Rows
                + """
                  - choice: found
                    cases:
                      - when: score = faulty
                        steps:
                          - {step: mend, by: other.officer, for-each: form.files, when: row.score = faulty, issues: notice}
                          - {step: tell, by: bureau.officer, needs: notice.number}
                      - otherwise: true
                """
        );

    [Test]
    public void Where_the_step_as_a_whole_came_to_what_is_written_first_no_row_came_to_another() =>
        Drafts.Finds(
            Reach.NeverReached,
            "Expected a path that opens 'mend', but none does.",
            Rows
                + """
                  - choice: found
                    cases:
                      - {when: score = sound, steps: [«{step: mend, by: other.officer, for-each: form.files, when: row.score = faulty}]}
                      - otherwise: true
                """
        );
}

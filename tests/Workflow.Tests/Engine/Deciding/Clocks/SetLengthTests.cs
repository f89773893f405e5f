using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Evidence;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;

namespace Workflow.Tests.Engine.Deciding.Clocks;

/// <summary>An office sets the length of a limit itself, at most as long as the rule allows. March and April 2026 in calendar days.</summary>
public sealed class SetLengthTests
{
    private const string Order = """
          - {step: order, title: 责令整改, by: hall.officer, asks: {days: {title: 整改天数, type: number}}}
          - {step: mend, title: 整改, by: applicant, limit: {up-to: 30 days, set-by: order.days, basis: internal}, end: mended}
        """;

    private const string Lodged = "- {on: 2026-03-02, lodge: {applicant: builder}}";

    [TestCase("{days: 10}", "2026-03-12", TestName = "The_length_that_the_step_before_told_runs")]
    [TestCase("{days: 30}", "2026-04-01", TestName = "The_longest_length_is_allowed")]
    [TestCase("{}", "2026-04-01", TestName = "Until_somebody_tells_a_length_the_longest_runs")]
    public void A_length_that_is_told(string fields, string due) =>
        SmallOffice.Play(
            SmallOffice.Process(Order),
            $"{Lodged}\n- {{on: 2026-03-02, by: first-officer, complete: order, fields: {fields}, expect: {{due: {{mend: {due}}}}}}}"
        );

    [TestCase(31)]
    [TestCase(0)]
    [TestCase(-3)]
    [TestCase(2.5)]
    public void A_length_that_the_rule_does_not_allow_is_refused(decimal days) =>
        SmallOffice.Play(
            SmallOffice.Process(Order),
            $"{Lodged}\n- {{on: 2026-03-02, by: first-officer, complete: order, fields: {{days: {days}}}, refused: clock.length_out_of_bounds}}"
        );

    [Test]
    public void The_refusal_names_the_field_and_the_longest_length()
    {
        var door = SmallOffice.Play(SmallOffice.Process(Order), Lodged);
        var order = new Complete
        {
            Step = "order",
            Outcome = "done",
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("days", new NumberValue(31)),
        };
        var refusal = door.Submit(door.Cases[0], new Request("first-officer", order), SmallOffice.Monday).Refusal!;
        Assert.That(
            refusal.English.Sentence,
            Is.EqualTo("'整改天数' sets the length of '整改' and must be a whole number from 1 to 30 days; it is 31.")
        );
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo("“整改”的长度由“整改天数”确定，须为 1 至30日之间的整数，现填的是 31。"));
    }

    // A clock that runs since the notice is derived again when the order tells its length; told too late, it is over at once.
    [Test]
    public void A_length_told_after_the_start_counts_from_the_start() =>
        SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: notice, title: 告知, by: hall.clerk, marks: noticed}
                  - {step: order, title: 责令整改, by: hall.officer, asks: {days: {title: 整改天数, type: number}}}
                  - {step: mend, title: 整改, by: applicant, marks: mended, end: mended}
                """,
                "clocks: {mending: {title: 整改期限, up-to: 30 days, set-by: order.days, from: noticed, until: mended, basis: internal}}"
            ),
            $$$"""
            {{{Lodged}}}
            - {on: 2026-03-02, by: clerk, complete: notice, expect: {due: {mending: 2026-04-01} } }
            - {on: 2026-03-04, by: first-officer, complete: order, fields: {days: 5}, expect: {due: {mending: 2026-03-07}, status: {mending: running} } }
            - {on: 2026-03-08, expect: {status: {mending: overdue} } }
            """
        );

    private const string Notice = """
          - {step: publish, title: 公告, by: hall.officer, asks: {days: {title: 征求意见天数, type: number, unit: 天}}, marks: published}
          - {step: consult, title: 征求意见, by: hall.clerk, limit: {at-least: 30 days, set-by: publish.days, basis: internal}, end: heard}
        """;

    // The notice of Monday 2026-03-02 says 45 days: the consultation may end on the day after 2026-04-16.
    [TestCase("{days: 45}", "2026-04-16", TestName = "A_floor_is_as_long_as_the_notice_says")]
    [TestCase("{days: 30}", "2026-04-01", TestName = "The_least_length_is_allowed")]
    [TestCase("{}", "2026-04-01", TestName = "Where_the_notice_says_nothing_the_floor_of_the_rule_applies")]
    public void A_floor_that_is_told(string fields, string floor) =>
        SmallOffice.Play(
            SmallOffice.Process(Notice),
            $$$"""
            {{{Lodged}}}
            - {on: 2026-03-02, by: first-officer, complete: publish, fields: {{{fields}}}, expect: {due: {consult: {{{floor}}} } } }
            - {on: {{{floor}}}, by: clerk, complete: consult, refused: clock.floor_not_reached}
            """
        );

    [TestCase(29, "29")]
    [TestCase(0, "0")]
    [TestCase(45.5, "45.5")]
    public void A_length_under_the_floor_is_refused(decimal days, string found)
    {
        var door = SmallOffice.Play(SmallOffice.Process(Notice), Lodged);
        var publish = new Complete
        {
            Step = "publish",
            Outcome = "done",
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("days", new NumberValue(days)),
        };
        var refusal = door.Submit(door.Cases[0], new Request("first-officer", publish), SmallOffice.Monday).Refusal!;
        Assert.That(
            refusal.English.Sentence,
            Is.EqualTo($"'征求意见天数' sets the length of '征求意见' and must be a whole number of at least 30 days; it is {found}.")
        );
        Assert.That(
            refusal.Chinese.Sentence,
            Is.EqualTo($"“征求意见”的长度由“征求意见天数”确定，须为不小于30日的整数，现填的是 {found}。")
        );
    }

    [TestCase("{days: 45}", "'征求意见天数' 45 30 days True")]
    [TestCase("{}", "'征求意见天数'  30 days False")]
    public void Why_says_whether_the_notice_or_the_rule_counted(string fields, string length)
    {
        var process = SmallOffice.Process(Notice);
        var door = SmallOffice.Play(process, $"{Lodged}\n- {{on: 2026-03-02, by: first-officer, complete: publish, fields: {fields}}}");
        var entries = door.Entries(door.Cases[0]);
        var why = ClockExplanation.Of(SmallOffice.Read(process)[0], entries, "consult", Shelf.Calendar, SmallOffice.Monday)!.SetLength!;
        Assert.That($"'{why.Field}' {why.Told} {why.Bound} {why.Counts}", Is.EqualTo(length));
    }

    [Test]
    public void A_floor_told_after_the_start_moves_its_end() =>
        SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: notice, title: 告知, by: hall.clerk, marks: noticed}
                  - {step: publish, title: 公告, by: hall.officer, asks: {days: {title: 天数, type: number}}}
                  - {step: close, title: 结束, by: hall.clerk, marks: closed, end: heard}
                """,
                "clocks: {open: {title: 公示期, at-least: 30 days, set-by: publish.days, from: noticed, until: closed, basis: internal}}"
            ),
            $$$"""
            {{{Lodged}}}
            - {on: 2026-03-02, by: clerk, complete: notice, expect: {due: {open: 2026-04-01} } }
            - {on: 2026-03-04, by: first-officer, complete: publish, fields: {days: 40}, expect: {due: {open: 2026-04-11}, status: {open: running} } }
            """
        );

    [Test]
    public void The_form_may_set_it_too() =>
        SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: notice, title: 公示, by: hall.officer, limit: {up-to: 15 working days, set-by: form.asked, basis: internal}, end: done}
                """,
                "form: {asked: {title: 申请天数, type: number}}"
            ),
            """
            - {on: 2026-03-02, lodge: {applicant: builder, form: {asked: 16}}, refused: clock.length_out_of_bounds}
            - {on: 2026-03-02, lodge: {applicant: builder, form: {asked: 3}}, expect: {due: {notice: 2026-03-05}}}
            """
        );

    [TestCase(
        "{for: 5 working days, roll: tax}",
        "error clock.tax_roll Expected roll 'tax' only for days and months, but the clock 'mend' counts otherwise."
    )]
    [TestCase(
        "{for: 5 days, set-by: form.area}",
        "error clock.set_by_alone Expected 'up-to' or 'at-least' beside 'set-by' in the clock, but both are missing. Only a length that has a maximum or a minimum is set by somebody."
    )]
    [TestCase(
        "{up-to: 5 days, set-by: form.kind}",
        "error clock.set_by Expected a number field that sets the length, but found 'form.kind'. Name it like STEP.FIELD or form.FIELD."
    )]
    [TestCase(
        "{at-least: 5 days, set-by: form.kind}",
        "error clock.set_by Expected a number field that sets the length, but found 'form.kind'. Name it like STEP.FIELD or form.FIELD."
    )]
    [TestCase(
        "{at-least: 5 days, set-by: review.months}",
        "error clock.set_by_unit Expected a field in days, as the limit counts, but the unit of 'months' is '个月'."
    )]
    [TestCase(
        "{up-to: 5 days, set-by: review.days}",
        "error clock.set_by_several Expected one post to set the length of 'mend', but 'review' is answered by several."
    )]
    public void What_cannot_set_a_length_is_an_error(string limit, string problem) =>
        Assert.That(
            Readings
                .Problems(
                    Readings.Process(
                        $$$"""
                          - {joint: review, participants: [aic.officer, window.clerk], decide: {ok: all, otherwise: no-good}, asks: {days: {title: 天数, type: number}, months: {title: 月数, type: number, unit: 个月}}, outcomes: {ok: 可, no-good: 否}}
                          - {step: mend, by: aic.officer, limit: {{{limit}}} }
                        """
                    )
                )
                .Select(p => p[(p.IndexOf(' ', StringComparison.Ordinal) + 1)..]),
            Is.EqualTo(new[] { problem })
        );
}

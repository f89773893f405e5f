using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>Days between bounds, and conditions on sums. The notice is of Monday 2026-03-02; the seventh working day after it is Wednesday 03-11, the twentieth Monday 03-30.</summary>
public sealed class DayBoundTests
{
    private const string Hearing = """
          - {step: notice, title: 告知, by: hall.clerk, outcomes: {done: {title: 已告知, marks: told} } }
          - step: fix
            title: 安排听证
            by: hall.officer
            asks:
              urgent: {title: 是否紧急, type: yes-no}
              hearing-on:
                title: 听证日期
                type: date
                required: true
                not-before: [{when: fix.urgent = yes, day: 1 day after told, reasons: required}, 7 working days after told]
                not-after: 20 working days after told
              report-on: {title: 报告日期, type: date, not-before: fix.hearing-on}
            end: heard
        """;

    private const string Told = """
        - {on: 2026-03-02, lodge: {applicant: builder}}
        - {on: 2026-03-02, by: clerk, complete: notice}
        """;

    [TestCase("hearing-on: 2026-03-11", null)]
    [TestCase("hearing-on: 2026-03-30", null)]
    [TestCase("hearing-on: 2026-03-10", "field.invalid", TestName = "A_hearing_before_the_seventh_working_day_is_refused")]
    [TestCase("hearing-on: 2026-03-04", "field.invalid", TestName = "A_hearing_tomorrow_is_refused")]
    [TestCase("hearing-on: 2026-03-31", "field.invalid", TestName = "A_hearing_after_the_last_day_is_refused")]
    [TestCase("hearing-on: 2026-03-04, urgent: yes", "step.reasons_missing", TestName = "An_urgent_one_needs_reasons")]
    [TestCase("hearing-on: 2026-03-02, urgent: yes", "field.invalid", TestName = "An_urgent_one_has_a_bound_too")]
    [TestCase("hearing-on: 2026-03-04, urgent: no", "field.invalid")]
    [TestCase("hearing-on: 2026-03-11, report-on: 2026-03-10", "field.invalid", TestName = "A_day_of_the_same_act_bounds_another")]
    [TestCase("hearing-on: 2026-03-11, report-on: 2026-03-11", null)]
    public void A_day_lies_between_its_bounds(string fields, string? code) =>
        SmallOffice.Play(
            SmallOffice.Process(Hearing),
            $"{Told}\n- {{on: 2026-03-03, by: first-officer, complete: fix, fields: {{{fields}}}{(code is null ? "" : $", refused: {code}")}}}"
        );

    [Test]
    public void An_urgent_hearing_is_fixed_with_reasons() =>
        SmallOffice.Play(
            SmallOffice.Process(Hearing),
            $"{Told}\n- {{on: 2026-03-03, by: first-officer, complete: fix, fields: {{hearing-on: 2026-03-04, urgent: yes}}, reasons: 汛期将至}}"
        );

    [Test]
    public void The_refusal_names_the_first_day_and_why()
    {
        var refusal = Refused(Hearing, Told, "fix", ("hearing-on", new DateValue(new DateOnly(2026, 3, 4))));
        Assert.That(
            refusal.Chinese.Sentence,
            Is.EqualTo("“安排听证”中的“听证日期”不得早于 2026-03-11（“已告知”之日 2026-03-02 之后7个工作日），现为 2026-03-04。")
        );
        Assert.That(
            refusal.English.Sentence,
            Is.EqualTo(
                "'听证日期' in '安排听证' must be 2026-03-11 or later (7 working days after the day of '已告知', 2026-03-02) and is 2026-03-04."
            )
        );
    }

    [Test]
    public void So_it_does_for_a_day_of_another_field()
    {
        var day = new DateOnly(2026, 3, 11);
        var refusal = Refused(Hearing, Told, "fix", ("hearing-on", new DateValue(day)), ("report-on", new DateValue(day.AddDays(-1))));
        Assert.That(
            refusal.English.Sentence,
            Is.EqualTo("'报告日期' in '安排听证' must be 2026-03-11 or later ('听证日期', 2026-03-11) and is 2026-03-10.")
        );
    }

    [Test]
    public void A_day_counted_from_what_has_not_happened_cannot_be_fixed()
    {
        const string early = """
              - parallel: both
                branches:
                  tell: [{step: notice, title: 告知, by: hall.clerk, outcomes: {done: {title: 已告知, marks: told} } }]
                  hear: [{step: fix, title: 安排听证, by: hall.officer, asks: {hearing-on: {title: 听证日期, type: date, not-before: 7 days after told} } }]
                end: heard
            """;
        var refusal = Refused(
            early,
            "- {on: 2026-03-02, lodge: {applicant: builder}}",
            "fix",
            ("hearing-on", new DateValue(new DateOnly(2026, 3, 30)))
        );
        Assert.That(refusal.English.Sentence, Is.EqualTo("'听证日期' in '安排听证' cannot be fixed before '已告知'."));
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo("“安排听证”中的“听证日期”要等“已告知”之后才能确定。"));
    }

    [TestCase("2026-03-01", "field.invalid")]
    [TestCase("2026-03-02", null)]
    [TestCase("2026-06-02", null)]
    [TestCase("2026-06-03", "field.invalid")]
    public void A_day_of_the_form_is_bounded_by_the_day_of_the_lodging(string day, string? code) =>
        SmallOffice.Play(
            SmallOffice.Process(
                "  - {step: visit, title: 上门, by: hall.officer, end: done}",
                "form: {visit-on: {title: 上门日期, type: date, not-before: today, not-after: 3 months after today}}"
            ),
            $"- {{on: 2026-03-02, lodge: {{applicant: builder, form: {{visit-on: {day}}}}}{(code is null ? "" : $", refused: {code}")}}}"
        );

    // What somebody left empty adds nothing: a fine of the full sum alone opens the hearing.
    [TestCase("{fine: 6000, confiscation: 4000}", "hearing")]
    [TestCase("{fine: 10000}", "hearing")]
    [TestCase("{confiscation: 10000}", "hearing")]
    [TestCase("{fine: 6000, confiscation: 3999.99}", "decide")]
    [TestCase("{fine: 12000, waived: 2000.01}", "decide")]
    [TestCase("{}", "decide")]
    public void A_condition_may_ask_for_a_sum(string fields, string opens) =>
        SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: propose, title: 拟罚, by: hall.officer, asks: {fine: {title: 罚款, type: number}, confiscation: {title: 没收, type: number}, waived: {title: 减免, type: number}}}
                  - {step: hearing, title: 听证, by: hall.clerk, when: propose.fine + propose.confiscation - propose.waived >= 10000}
                  - {step: decide, title: 决定, by: hall.leader, end: decided}
                """
            ),
            $"""
            - {"{"}on: 2026-03-02, lodge: {"{"}applicant: builder{"}"}{"}"}
            - {"{"}on: 2026-03-02, by: first-officer, complete: propose, fields: {fields}, expect: {"{"}open: [{opens}]{"}"}{"}"}
            """
        );

    [TestCase("area: {title: 面积, type: number, not-before: today}", "field.bound_elsewhere")]
    [TestCase("on: {title: 日期, type: date, personal: true, not-before: today}", "field.bound_unseen")]
    [TestCase("list: {title: 表, type: rows, columns: {on: {title: 日期, type: date, not-after: today}}}", "field.bound_unseen")]
    [TestCase("on: {title: 日期, type: date, min: 3}", "field.number_bound")]
    [TestCase("on: {title: 日期, type: date, not-before: 3 days after tomorrow}", "expression.unknown_name")]
    [TestCase("on: {title: 日期, type: date, not-before: {when: form.area > 3}}", "file.missing_key")]
    [TestCase("on: {title: 日期, type: date, not-before: 3}", "expression.no_day")]
    public void A_bound_that_nothing_would_ask_for_is_an_error(string field, string code) =>
        Assert.That(
            Readings.Problems(Readings.Process($"  - {{step: visit, by: aic.officer, asks: {{{field}}}}}")).Single(),
            Does.Contain($" error {code} ")
        );

    [Test]
    public void A_bound_of_the_form_speaks_of_nothing_that_comes_later() =>
        Assert.That(
            Readings
                .Problems(
                    """
                    process: sample
                    title: 样例
                    in-force: 2020-01-01..
                    item: {code: S-1, type: 行政许可, lead: aic}
                    offices: {aic: 市场监管局}
                    parties: {applicant: 申请人}
                    form: {day: {title: 日期, type: date, not-before: told}}
                    steps:
                      - {step: tell, by: aic.officer, marks: told}
                    """
                )
                .Single(),
            Does.Contain("error field.bound_of_form")
        );

    private static Refusal Refused(string steps, string moves, string step, params (string Field, FieldValue Value)[] fields)
    {
        var door = SmallOffice.Play(SmallOffice.Process(steps), moves);
        var command = new Complete
        {
            Step = step,
            Outcome = "done",
            Fields = fields.ToImmutableSortedDictionary(f => f.Field, f => f.Value),
        };
        return door.Submit(door.Cases[0], new Request("first-officer", command), SmallOffice.Monday.AddDays(1)).Refusal!;
    }
}

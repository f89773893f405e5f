using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Engine.Expressions;

public sealed class EvaluationTests
{
    private static readonly Values Here = new();

    private static readonly Expression Area = new FormField("area");
    private static readonly Expression Nobody = new FormField("nobody");

    [Test]
    public void No_condition_holds() => Assert.That(Evaluation.IsTrue(null, Here));

    [TestCase(ComparisonSign.Equal, false)]
    [TestCase(ComparisonSign.NotEqual, true)]
    [TestCase(ComparisonSign.Less, false)]
    [TestCase(ComparisonSign.AtMost, false)]
    [TestCase(ComparisonSign.More, false)]
    [TestCase(ComparisonSign.AtLeast, false)]
    public void Beside_none_only_difference_is_true(ComparisonSign sign, bool expected) =>
        Assert.That(Evaluation.IsTrue(new Comparison(sign, Nobody, Number(3)), Here), Is.EqualTo(expected));

    [Test]
    public void None_equals_none() => Assert.That(Evaluation.IsTrue(new Comparison(ComparisonSign.Equal, Nobody, new NoneLiteral()), Here));

    [TestCase(ComparisonSign.Less, 4, true)]
    [TestCase(ComparisonSign.AtMost, 3, true)]
    [TestCase(ComparisonSign.More, 3, false)]
    [TestCase(ComparisonSign.AtLeast, 3, true)]
    [TestCase(ComparisonSign.Equal, 3, true)]
    public void Numbers_are_ordered_whatever_their_zeros(ComparisonSign sign, int right, bool expected) =>
        Assert.That(Evaluation.IsTrue(new Comparison(sign, Area, Number(right)), Here), Is.EqualTo(expected));

    [Test]
    public void An_outcome_is_compared_as_text() =>
        Assert.That(Evaluation.IsTrue(new OneOf(new OutcomeOf("licence"), [Text("refuse"), Text("grant")]), Here));

    [Test]
    public void A_moment_alone_asks_whether_it_is_marked() =>
        Assert.That(
            (Evaluation.IsTrue(new IsMarked("decided"), Here), Evaluation.IsTrue(new IsMarked("never"), Here)),
            Is.EqualTo((true, false))
        );

    [TestCase(2, PeriodUnit.Days, "2025-02-26")]
    [TestCase(1, PeriodUnit.Months, "2025-01-28")]
    public void A_period_before_a_day_is_counted_back(int amount, PeriodUnit unit, string expected) =>
        Assert.That(
            Evaluation.Value(new PeriodBefore(new Period(amount, unit), new MomentDay("decided")), Here)?.ToString(),
            Is.EqualTo(expected)
        );

    [TestCase(100_000, PeriodUnit.Months)]
    [TestCase(100_000, PeriodUnit.Days)]
    public void Before_the_first_of_all_days_there_is_none(int amount, PeriodUnit unit) =>
        Assert.That(
            Evaluation.Value(new PeriodBefore(new Period(amount, unit), new Literal(new DateValue(new DateOnly(200, 1, 1)))), Here),
            Is.Null
        );

    [Test]
    public void Values_of_different_kinds_differ_and_have_no_order() =>
        Assert.That(
            (
                Evaluation.IsTrue(new Comparison(ComparisonSign.NotEqual, Area, Text("3")), Here),
                Evaluation.IsTrue(new Comparison(ComparisonSign.Less, Area, Text("3")), Here)
            ),
            Is.EqualTo((true, false))
        );

    [Test]
    public void A_material_always_stands_somehow() =>
        Assert.That(
            (
                Evaluation.IsTrue(new Comparison(ComparisonSign.Equal, new MaterialStanding("lease"), Text("promised")), Here),
                Evaluation.IsTrue(new Comparison(ComparisonSign.Equal, new MaterialStanding("plan"), new NoneLiteral()), Here)
            ),
            Is.EqualTo((true, false))
        );

    [Test]
    public void A_row_has_columns_and_what_earlier_steps_came_to_for_it() =>
        Assert.That(
            (
                Evaluation.Value(new RowField("files", "pages"), Here),
                Evaluation.Value(new RowOutcomeOf("score"), Here),
                Evaluation.Value(new RowStepField("score", "points"), Here),
                Evaluation.Value(new RowOutcomeOf("later"), Here)
            ),
            Is.EqualTo((new NumberValue(12), new TextValue("faulty"), new NumberValue(71), (FieldValue?)null))
        );

    [Test]
    public void A_condition_speaks_of_the_row_wherever_the_row_stands_in_it() =>
        Assert.That(
            (
                ExpressionParts.SpeaksOfRow(new Not(new OneOf(new RowOutcomeOf("score"), [Text("faulty")]))),
                ExpressionParts.SpeaksOfRow(new Both(new Comparison(ComparisonSign.Equal, Area, Text("x")), new OutcomeOf("licence"))),
                ExpressionParts.SpeaksOfRow(null)
            ),
            Is.EqualTo((true, false, false))
        );

    private static Literal Number(decimal number) => new(new NumberValue(number));

    private static Literal Text(string text) => new(new TextValue(text));

    private sealed class Values : IValues
    {
        public WorkCalendar Calendar => null!;

        public string Material(string material) => material == "lease" ? "promised" : "missing";

        public string? Outcome(string step) => step == "licence" ? "grant" : null;

        public FieldValue? StepField(string step, string field) => null;

        public FieldValue? Form(string field) => field == "area" ? new NumberValue(3.00m) : null;

        public string? DocumentNumber(string document) => null;

        public FieldValue? RowField(string? step, string table, string column) =>
            table == "files" && column == "pages" ? new NumberValue(12) : null;

        public string? RowOutcome(string step) => step == "score" ? "faulty" : null;

        public FieldValue? RowStepField(string step, string field) => step == "score" && field == "points" ? new NumberValue(71) : null;

        public DateOnly? Moment(string moment) => moment == "decided" ? new DateOnly(2025, 2, 28) : null;
    }
}

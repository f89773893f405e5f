namespace Workflow.Tests.Definitions.Reading.Shapes;

/// <summary>What a step that opens once per row may say of the row in its 'when'.</summary>
public sealed class RowNamesTests
{
    private const string Before = """
          - {step: receive, title: 收件, by: aic.clerk}
          - {draw: lots, title: 抽取, by: aic.officer, from: form.rows, count: 1}
          - {step: score, title: 打分, by: aic.officer, for-each: lots, asks: {lost: {title: 扣分, type: number}}, outcomes: {sound: 无问题, faulty: 有问题}}

        """;

    [TestCase("row.score = faulty")]
    [TestCase("row.score in (sound, faulty) and row.score.lost >= 3")]
    [TestCase("row.name = '甲' or not (row.score != none)")]
    [TestCase("row.score = faulty and receive = done and form.area > 3")]
    public void A_condition_that_fits_reads_clean(string condition)
    {
        Assert.That(Problems("for-each: lots", condition), Is.Empty);
        Assert.That(Problems("for-each: form.rows", condition), Is.Empty, "rows that are drawn are rows of the table");
    }

    [TestCase(
        "row.scroe = faulty",
        "22:11 error expression.row_unknown Expected row.COLUMN, row.STEP or row.STEP.FIELD of the rows of form.rows, but found 'row.scroe'. Did you mean 'row.score'?"
    )]
    [TestCase(
        "row.title = 'x'",
        "22:11 error expression.row_unknown Expected row.COLUMN, row.STEP or row.STEP.FIELD of the rows of form.rows, but found 'row.title'. It can be row.name or row.score."
    )]
    [TestCase(
        "row.score.lots > 3",
        "22:11 error expression.row_unknown Expected row.COLUMN, row.STEP or row.STEP.FIELD of the rows of form.rows, but found 'row.score.lots'. Did you mean 'row.score.lost'?"
    )]
    [TestCase(
        "row.score = fautly",
        "22:23 error expression.unknown_option Expected an outcome of 'score', but found 'fautly'. Did you mean 'faulty'?"
    )]
    [TestCase(
        "row.score.lost = faulty",
        "22:28 error expression.lone_word Expected a value, but found the word 'faulty'. Write 'faulty' in quotes if it is text."
    )]
    [TestCase(
        "row.receive = done",
        "22:11 error expression.row_of_other Expected a step that opens for each of the rows of form.rows, but 'receive' does not. Write 'receive' for what it came to."
    )]
    public void A_name_that_the_row_has_not_is_told_at_its_column(string condition, string expected) =>
        Assert.That(Problems("for-each: lots", condition), Is.EqualTo(new[] { expected }));

    [TestCase("row.score = faulty", "row.score", "Write 'score' for what the step as a whole came to")]
    [TestCase("row.name = '甲'", "row.name", "Open the step once per row with 'for-each'")]
    public void Only_a_step_that_opens_once_per_row_speaks_of_one(string condition, string name, string hint) =>
        Assert.That(
            Problems("title: 复核", condition),
            Is.EqualTo(
                new[]
                {
                    $"22:11 error expression.row_elsewhere Expected 'row.' only in the 'when' of a step with 'for-each', but found '{name}' elsewhere. {hint}.",
                }
            )
        );

    [Test]
    public void A_word_that_is_a_column_and_a_step_is_told() =>
        Assert.That(
            Listed(
                Readings.Process(
                    Before + Last("for-each: lots", "row.name = '甲'") + "\n  - {step: name, title: 更名, by: aic.officer, for-each: lots}"
                )
            ),
            Is.EqualTo(
                new[]
                {
                    "22:11 error expression.row_ambiguous Expected one meaning of 'row.name', but 'name' is a column of form.rows and a step for each of its rows. Give one of them another id.",
                }
            )
        );

    [Test]
    public void A_step_named_row_keeps_its_name() =>
        Assert.That(
            Listed(
                Readings.Process(
                    "  - {step: row, title: 排队, by: aic.clerk, asks: {name: {title: 名, type: text}}}\n"
                        + Last("for-each: form.rows", "row.name = '甲'")
                )
            ),
            Is.Empty
        );

    [TestCase(
        "for-each: lots",
        ", then: straight-back",
        "24:26 error back.rows Expected rows of its own that 'look' sends back to run again, but it comes straight back. Take 'then: straight-back' away."
    )]
    [TestCase(
        "title: 复核",
        "",
        "24:26 error back.no_rows Expected rows of its own that 'look' sends back to run again, but it opens once, for no row. Take 'rows: own' away, or write 'for-each'."
    )]
    public void Only_a_step_that_opens_once_per_row_sends_its_own_rows_back(string key, string then, string expected) =>
        Assert.That(
            Listed(
                Readings.Process(
                    Before
                        + $"  - step: look\n    by: aic.officer\n    {key}\n    outcomes:\n      fine: 到位\n      again: {{title: 再改, back: {{to: score, rows: own{then}}}}}"
                )
            ),
            Is.EqualTo(new[] { expected })
        );

    private static string Last(string key, string condition) => $"  - step: look\n    by: aic.officer\n    {key}\n    when: {condition}";

    private static string[] Problems(string key, string condition) => Listed(Readings.Process(Before + Last(key, condition)));

    private static string[] Listed(string text) =>
        [.. Readings.Problems(text).Select(p => p.Replace("p.yaml:", "", StringComparison.Ordinal))];
}

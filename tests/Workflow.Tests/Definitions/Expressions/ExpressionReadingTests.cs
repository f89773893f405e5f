using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Expressions;

public sealed class ExpressionReadingTests
{
    private const string Before =
        "  - {step: licence, by: aic.officer, asks: {fee: number}, outcomes: {grant: {title: 准予, marks: granted}, refuse: 不予}}\n";

    [TestCase("licence = grant")]
    [TestCase("licence = 'grant' or licence != none")]
    [TestCase("licence in (grant, refuse) and not granted")]
    [TestCase("licence not in (grant)")]
    [TestCase("form.area >= 3.5 and licence.fee < form.area")]
    [TestCase("form.kind = 租赁")]
    [TestCase("granted < 2025-01-31")]
    [TestCase("5 working days before form.day > granted")]
    [TestCase("licence.number != none")]
    [TestCase("form.area + licence.fee - 3 >= 10")]
    [TestCase("form.area - 3 > 2")]
    [TestCase("form.day >= 7 working days after granted")]
    [TestCase("3 months after form.day > granted")]
    [TestCase("((((licence = grant))))")]
    public void A_condition_that_fits_reads_clean(string condition) => Assert.That(Problems(condition), Is.Empty);

    [TestCase(
        "licence",
        "3:39 error expression.no_condition Expected a condition, but an outcome of 'licence' is text. Compare it with grant or refuse."
    )]
    [TestCase(
        "form.area",
        "3:39 error expression.no_condition Expected a condition, but 'form.area' is a number. Compare it, as in X = 'text'."
    )]
    [TestCase("form.area = 'x'", "3:51 error expression.type Expected a number beside 'form.area', but 'x' is text.")]
    [TestCase("form.day > 3", "3:50 error expression.type Expected a day beside 'form.day', but '3' is a number.")]
    [TestCase("licence < grant", "3:49 error expression.order < and > compare numbers or days; an outcome of 'licence' is text.")]
    [TestCase("form.area > none", "3:51 error expression.none Expected '=' or '!=' beside none, but found another sign.")]
    [TestCase("form.rows = 3", "3:51 error expression.type Expected a table beside 'form.rows', but '3' is a number.")]
    [TestCase("(licence = grant", "3:55 error expression.missing Expected ')', but found the end.")]
    [TestCase("licence = grant grant", "3:55 error expression.syntax Expected the condition to end, or 'and' or 'or', but found 'grant'.")]
    [TestCase(
        "licence ＝ grant",
        "3:47 error expression.full_width Expected half-width signs in a condition, but found the full-width '＝'. Write = instead of ＝."
    )]
    [TestCase(
        "form.area -3 > 2",
        "3:49 error expression.minus Expected a name, a value or a sign, but found '-'. Put a space on both sides of a minus; without them it belongs to a name."
    )]
    [TestCase("form.area > 2025-13-01", "3:51 error expression.number Expected a number or a day like 2025-01-31, but found '2025-13-01'.")]
    [TestCase(
        "3 hours before form.day > granted",
        "3:39 error expression.hours Expected days, working days or months before a day, but found hours."
    )]
    [TestCase(
        "form.area + form.kind > 2",
        "3:51 error expression.no_number Expected numbers on both sides of '+', but an option of 'form.kind' is text."
    )]
    [TestCase(
        "form.area - form.day > 2",
        "3:51 error expression.no_number Expected numbers on both sides of '-', but 'form.day' is a day."
    )]
    [TestCase(
        "form.area ＋ 3 > 2",
        "3:49 error expression.full_width Expected half-width signs in a condition, but found the full-width '＋'. Write + instead of ＋."
    )]
    [TestCase(
        "7 days since granted > form.day",
        "3:39 error expression.period Expected a period like '20 working days', '60 days', '3 months' or '24 hours', but found '7 days since granted'."
    )]
    [TestCase(
        "7 days = form.day",
        "3:46 error expression.no_before Expected 'before' or 'after' and a day behind '7 days', but found '='."
    )]
    [TestCase("licence = 'grant", "3:49 error expression.quote Expected the quote ' to be closed, but the condition ends.")]
    public void A_condition_that_does_not_fit_is_told_at_its_column(string condition, string expected) =>
        Assert.That(Problems(condition), Is.EqualTo([expected]));

    [Test]
    public void Columns_count_escapes_and_folded_lines()
    {
        var text = Readings.Process(
            Before + "  - step: a\n    by: aic.officer\n    when: \"licence \\u003D grant\n      and licence = garnt\""
        );
        Assert.That(Readings.Problems(text).Single(), Does.StartWith("p.yaml:20:21 error expression.unknown_option"));
    }

    [Test]
    public void Length_and_depth_are_capped()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Problems(new string('(', 200))[0], Does.Contain("at most 32 levels"));
            Assert.That(Problems(string.Concat(Enumerable.Repeat("not ", 200)) + "granted")[0], Does.Contain("at most 32 levels"));
            Assert.That(Problems(new string('x', 5000))[0], Does.Contain("at most 1000 characters"));
            Assert.That(Problems(string.Join(" and ", Enumerable.Repeat("granted", 80))), Is.Empty);
        });
    }

    [Test]
    public void No_text_makes_the_parser_throw()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string[] pieces =
        [
            "licence",
            "grant",
            "form.area",
            "granted",
            "=",
            "!=",
            "<",
            "in",
            "(",
            ")",
            ",",
            "not",
            "and",
            "or",
            "none",
            "yes",
            "3",
            "2025-01-31",
            "working days before",
            "days after",
            " + ",
            " - ",
            "months",
            "'x'",
            "\\\"",
            ".",
            "/x",
            "租赁",
            "＝",
            "-",
            "𠀀",
            "999999999999999999999999999999999999",
        ];
        for (var i = 0; i < 1000; i++)
        {
            var condition = string.Join(
                random.Next(3) == 0 ? "" : " ",
                Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            var reading = Readings.Read(Readings.Process($"{Before}  - {{step: a, by: aic.officer, when: \"{condition}\"}}"));
            Assert.That(reading.Definition is null, Is.EqualTo(reading.Problems.Count > 0), condition);
        }
    }

    // Gives 'line:column code …' with lines counted from the first step.
    private static string[] Problems(string condition)
    {
        var text = Readings.Process($"{Before}  - {{step: a, by: aic.officer, when: \"{condition}\"}}");
        var offset = text.Split('\n').ToList().FindIndex(l => l == "steps:") - 0;
        return [.. Readings.Read(text).Problems.Select(p => p.English.Replace($"p.yaml:{p.At.Line}:", $"{p.At.Line - offset}:"))];
    }
}

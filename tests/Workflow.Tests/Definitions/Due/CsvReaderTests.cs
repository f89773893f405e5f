using System.Text;
using Workflow.Definitions.Due;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Due;

public sealed class CsvReaderTests
{
    [TestCase("a,b\nc\n", "1:a|b 2:c")]
    [TestCase("a,b\r\n\r\nc", "1:a|b 3:c")]
    [TestCase("a\rb", "1:a 2:b")]
    [TestCase("\"a,\"\"b\"\"\",\nc", "1:a,\"b\"| 2:c")]
    [TestCase("\"a\r\nb\",c\nd", "1:a\nb|c 3:d")]
    [TestCase(",", "1:|")]
    [TestCase("\"\"", "1:")]
    [TestCase("\n\n", "")]
    public void Records_are_read_as_RFC_4180_says(string text, string rows) =>
        Assert.That(string.Join(' ', Rows(text).Select(r => $"{r.Line}:{string.Join('|', r.Fields)}")), Is.EqualTo(rows));

    [TestCase("a\"b,c\nd", "Expected a quote only around a whole field, but found one inside (line 1, character 2).")]
    [TestCase("\"a\"b,c\nd", "Expected a comma or the line's end after the closing quote, but found more text (line 1, character 3).")]
    public void A_malformed_record_is_placed_and_the_next_one_is_read(string text, string fault)
    {
        var rows = Rows(text);
        Assert.That(rows[0].Fault!.English.Sentence, Is.EqualTo(fault));
        Assert.That(rows[1].Fields, Is.EqualTo(new[] { "d" }));
    }

    [Test]
    public void A_quote_never_closed_is_blamed_where_it_opens() =>
        Assert.That(
            Rows("a\nb,\"c\nd").Select(r => r.Fault?.English.Sentence),
            Is.EqualTo(new[] { null, "Expected the quote to be closed, but it never is (line 2, character 3)." })
        );

    [Test]
    public void A_quote_never_closed_is_given_up_after_a_bounded_length()
    {
        var rows = Rows("\"a\n" + new string('x', CsvReader.MaxRow) + "\nb\n");
        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That(rows[0].Fault, Is.Not.Null);
        Assert.That(rows[1].Fields, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Fields_past_the_caps_are_cut_and_blamed()
    {
        var wide = Rows(new string('x', CsvReader.MaxField + 1) + "\n")[0];
        Assert.That(
            (wide.Fields[0].Length, wide.Fault!.English.Sentence),
            Is.EqualTo((CsvReader.MaxField, "Expected at most 4096 characters in a field, but more follow (line 1, character 4097)."))
        );
        var many = Rows(new string(',', CsvReader.MaxFields) + "\n")[0];
        Assert.That(
            (many.Fields.Length, many.Fault!.English.Sentence),
            Is.EqualTo((CsvReader.MaxFields, "Expected at most 64 fields, but more follow (line 1, character 65)."))
        );
    }

    [Test]
    public void Random_bytes_get_one_answer_a_record_and_never_a_crash()
    {
        var seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string alphabet = "\",;\r\n .+-:TZ0123456789abdefghiknorswxy\uFEFF\0年";
        for (var round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder("id,from,limit,pauses,roll\n");
            for (var i = random.Next(120); i > 0; i--)
                text.Append(random.Next(8) == 0 ? (char)random.Next(char.MaxValue) : alphabet[random.Next(alphabet.Length)]);
            var answers = new StringWriter();
            DueRequests.Answer(new StringReader(text.ToString()), answers, Shelf.Calendar, Language.En, new StringWriter());
            var (asked, answered) = (Rows(text.ToString()), Rows(answers.ToString()));
            Assert.That(answered.Select(r => r.Fault?.English.Sentence), Is.All.Null);
            Assert.That(answered, Has.Count.EqualTo(asked.Count), $"seed {seed}, round {round}");
        }
    }

    [Test]
    public void Requests_with_random_changes_get_one_answer_a_record_and_never_a_crash()
    {
        var seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string row =
            "a,2025-09-24T10:30+08:00,20 hours + 5 hours,2025-09-25T10:00..2025-09-26T10:00,none\nb,2026-12-30,100000 months before,,tax\nc,9990-12-31,1 day,,\n";
        for (var round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder(row);
            for (var i = random.Next(5); i > 0; i--)
                text[random.Next(text.Length)] = row[random.Next(row.Length)];
            var file = "id,from,limit,pauses,roll\n" + text;
            var answers = new StringWriter();
            DueRequests.Answer(new StringReader(file), answers, Shelf.Calendar, Language.En);
            Assert.That(Rows(answers.ToString()), Has.Count.EqualTo(Rows(file).Count), $"seed {seed}, round {round}");
        }
    }

    [TestCase("sep=;\r\na;b\r\n1;2\r\n")]
    [TestCase("sep=,\na,b\n1,2\n")]
    public void The_line_by_which_spreadsheets_name_the_separator_is_no_record(string text) =>
        Assert.That(Rows(text).Select(r => string.Join('|', r.Fields)), Is.EqualTo(new[] { "a|b", "1|2" }));

    [TestCase("=cmd|x", "'=cmd|x\n")]
    [TestCase("+86", "+86\n")]
    [TestCase("@SUM(A1)", "'@SUM(A1)\n")]
    [TestCase("-3.5", "-3.5\n")]
    [TestCase("-1+2", "'-1+2\n")]
    public void What_a_spreadsheet_would_work_out_is_written_as_text(string field, string written)
    {
        var text = new StringWriter();
        CsvWriter.Write(text, field);
        Assert.That(text.ToString(), Is.EqualTo(written));
    }

    private static List<CsvRow> Rows(string text)
    {
        var (reader, rows) = (new CsvReader(new StringReader(text)), new List<CsvRow>());
        while (reader.Read() is { } row)
            rows.Add(row);
        return rows;
    }
}

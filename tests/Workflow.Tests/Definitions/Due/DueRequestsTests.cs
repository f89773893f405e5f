using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Definitions.Due;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Due;

public sealed partial class DueRequestsTests
{
    [TestCase("a,2025-09-24,20 working days,,", "a,2025-10-28,final,")]
    [TestCase("a,2025-09-24,20 working days + 10 working days,,none", "a,2025-11-11,final,")]
    [TestCase("a,2025-09-01,20 working days,2025-09-05..2025-09-19,", "a,2025-10-17,final,")]
    [TestCase("a,2025-09-01,5 days,2025-09-02..2025-09-03;2025-09-05..2025-09-06,", "a,2025-09-08,final,")]
    [TestCase("a,2025-07-03,90 days,,next-working-day", "a,2025-10-09,final,moved from 2025-10-01")]
    [TestCase("a,2026-06-30,30 days before,,previous-working-day", "a,2026-05-29,final,moved from 2026-05-31")]
    [TestCase("a,2025-10-28,3 working days before,,", "a,2025-10-23,final,")]
    [TestCase(
        "a,2025-04-30,15 days,,tax",
        "a,2025-05-22,final,moved from 2025-05-15; the deadlines that the tax office publishes for the year outweigh this"
    )]
    [TestCase("a,2025/9/24,２０个工作日,,", "a,2025-10-28,final,")]
    [TestCase("a,2025年9月24日,20个工作日+10个工作日,2025/9/1..2025/9/1,", "a,2025-11-11,final,")]
    [TestCase("a,2025-10-28,3个工作日之前,,", "a,2025-10-23,final,")]
    [TestCase("a,2025-08-31,6 months,,", "a,2026-02-28,final,")]
    [TestCase("a,2025-09-30T22:30,24 hours,,", "a,2025-10-01T22:30:00+08:00,final,")]
    [TestCase("a,2025-09-30T14:30:00Z,24 hours,2025-10-01T00:00..2025-10-01T01:30,", "a,2025-10-02T00:00:00+08:00,final,")]
    [TestCase("a,2025-09-23T23:30-02:00,20 working days,,", "a,2025-10-28,final,")]
    [TestCase(
        "a,2026-12-01,60 working days,,",
        "a,2027-02-26,provisional,days off are settled from 2007-01-01 to 2026-12-23; beyond that only statutory holidays are left out and the yearly notice decides"
    )]
    [TestCase("\"a,\"\"b\"\"\",2025-09-24,5 days,,", "\"a,\"\"b\"\"\",2025-09-29,final,")]
    public void A_request_is_answered_in_a_row(string request, string answer) => Assert.That(Answer(request), Is.EqualTo(answer));

    [TestCase("a,2025-02-30,5 days,,", "Expected a date like 2025-09-24 or 2025/9/24 from 1900 to 9990 as 'from', but found '2025-02-30'.")]
    [TestCase("a,0001-01-01,5 days,,", "Expected a date like 2025-09-24 or 2025/9/24 from 1900 to 9990 as 'from', but found '0001-01-01'.")]
    [TestCase("a,2025-09-24,soon,,", "Expected a period like '20 working days', '60 days', '3 months' or '24 hours', but found 'soon'.")]
    [TestCase("a,2025-09-24,5 days + 1 month,,", "Expected one unit in a limit, but found 5 days + 1 month.")]
    [TestCase("a,2025-09-24,99999 days + 2 days,,", "Expected at most 100000 in all, but found more.")]
    [TestCase("a,2025-09-24,5 days,2025-09-25,", "Expected pauses like 2025-09-05..2025-09-19, but found '2025-09-25'.")]
    [TestCase(
        "a,2025-09-24,5 days,2025-09-26..2025-09-25,",
        "Expected a pause to end on or after the day it begins, but found '2025-09-26..2025-09-25'."
    )]
    [TestCase("a,2025-09-24,5 days,,friday", "Expected next-working-day, previous-working-day, tax or none as 'roll', but found 'friday'.")]
    [TestCase("a,2025-09-24,5 days before,,tax", "Expected a limit counted backwards never to move later, but found 'tax'.")]
    [TestCase("a,2025-09-24,5 hours,,", "Expected a moment like 2025-09-24T10:30 as 'from' of hours, but found '2025-09-24'.")]
    [TestCase("a,2025-09-24T10:00,5 hours,,tax", "Expected no roll for a limit in hours, but found 'tax'.")]
    [TestCase(
        "a,2026-01-31,15 working days,,tax",
        "Expected no roll 'tax' for a limit in working days, which leaves out days off already."
    )]
    [TestCase("a,2025-09-24,100000 months,,", "Expected a due date from 1900 to 9990, but it lies outside.")]
    [TestCase("a,2025-09-24,5 days", "Expected 5 fields, but found 3. Line the row up with the header; an empty cell keeps its comma.")]
    [TestCase(
        "a,2025-09-24,5 \"days\",,",
        "Expected a quote only around a whole field, but found one inside (line 2, character 16). Put the whole field in quotes, and write each quote inside it twice."
    )]
    public void A_bad_row_is_told_what_was_expected(string request, string sentence)
    {
        var note = $"line 2: {sentence}";
        var quoted = note.Contains('"') || note.Contains(',') ? $"\"{note}\"" : note;
        Assert.That(Answer(request), Is.EqualTo($"a,,error,{quoted}"));
    }

    [TestCase(';')]
    [TestCase('\t')]
    public void A_table_is_read_with_the_separator_of_its_header(char by)
    {
        var answers = new StringWriter();
        var rows = $"id,from,limit,pauses,roll\n\"a,b\",2025/9/24,20个工作日,,\n".Replace("\"a,b\"", "甲").Replace(',', by);
        Assert.That(DueRequests.Answer(new StringReader(rows), answers, Shelf.Calendar, Language.En), Is.Zero);
        Assert.That(answers.ToString(), Does.EndWith("甲,2025-10-28,final,\n"));
    }

    [TestCase("utf-8")]
    [TestCase("gb18030")]
    [TestCase("utf-16")]
    public void A_table_is_read_as_spreadsheets_save_it(string encoding)
    {
        var saved = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        const string Rows = "id,from,limit,pauses,roll\r\n收件第一号𠮷,2025/9/24,20个工作日,,\r\n";
        using var table = TableEncoding.Open(new MemoryStream([.. saved.Preamble, .. saved.GetBytes(Rows)]));
        var answers = new StringWriter();
        DueRequests.Answer(table, answers, Shelf.Calendar, Language.En);
        Assert.That(answers.ToString(), Does.EndWith("收件第一号𠮷,2025-10-28,final,\n"));
    }

    [Test]
    public void What_is_neither_is_refused() =>
        Assert.That(
            () => TableEncoding.Open(new MemoryStream([.. "id,"u8, 0xFF, 0xFF, 0xFF, (byte)'\n'])).ReadToEnd(),
            Throws.InstanceOf<DecoderFallbackException>()
        );

    [TestCaseSource(nameof(BadRows))]
    public void A_bad_row_is_told_of_in_chinese_without_an_english_sentence(string request)
    {
        var answers = new StringWriter();
        DueRequests.Answer(new StringReader($"id,from,limit,pauses,roll\n{request}\n"), answers, Shelf.Calendar, Language.Zh);
        var note = answers.ToString().Split(",error,")[1];
        Assert.That(note, Does.StartWith("第 2 行：").Or.StartWith("\"第 2 行：").And.Contain("。"));
        Assert.That(Tongues.EnglishWords().IsMatch(Quoted().Replace(note, "")), Is.False, note);
    }

    [Test]
    public void Notes_and_days_are_told_in_the_language_asked_for()
    {
        var (answers, days) = (new StringWriter(), new StringWriter());
        var requests = new StringReader("id,from,limit,pauses,roll\na,2026-12-30,2 working days,2026-12-31..2027-01-04,\n");
        DueRequests.Answer(requests, answers, Shelf.Calendar, Language.Zh, days);
        Assert.That(
            answers.ToString(),
            Does.EndWith(
                "a,2027-01-05,provisional,放假安排只有 2007-01-01 至 2026-12-23 已定，其后只除去法定节假日，以国务院办公厅的放假通知为准\n"
            )
        );
        Assert.That(days.ToString(), Does.StartWith("a：自 2026-12-30 起2个工作日，2027-01-05 届满\n  2026-12-30 周三  起算日\n"));
        Assert.That(Tongues.EnglishWords().IsMatch(days.ToString()), Is.False, days.ToString());
    }

    private static IEnumerable<string> BadRows() =>
        typeof(DueRequestsTests)
            .GetMethod(nameof(A_bad_row_is_told_what_was_expected))!
            .GetCustomAttributes(typeof(TestCaseAttribute), false)
            .Cast<TestCaseAttribute>()
            .Select(c => (string)c.Arguments[0]!);

    // What somebody wrote, or is to write, stands as it is in every language.
    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [Test]
    public void A_bad_row_never_stops_the_rest()
    {
        var (answers, errors) = AnswerFile("id,from,limit,pauses,roll\r\n1,x,5 days,,\r\n\r\n2,2025-09-24,5 days,,\r\n");
        Assert.That(
            answers,
            Is.EqualTo(
                "id,due,status,note\n1,,error,\"line 2: Expected a date like 2025-09-24 or 2025/9/24 from 1900 to 9990 as 'from', but found 'x'.\"\n2,2025-09-29,final,\n"
            )
        );
        Assert.That(errors, Is.EqualTo(1));
    }

    [TestCase("", "Expected the header id,from,limit,pauses,roll, but the file is empty.")]
    [TestCase("id,from\n1,2\n", "Expected the header id,from,limit,pauses,roll, but found 'id,from'.")]
    public void A_wrong_header_fails_the_whole_file(string file, string sentence) =>
        Assert.That(AnswerFile(file), Is.EqualTo(($"id,due,status,note\n,,error,\"line 1: {sentence}\"\n", 1)));

    [Test]
    public void A_byte_order_mark_is_ignored() =>
        Assert.That(AnswerFile("\uFEFFid,from,limit,pauses,roll\n1,2025-09-24,5 days,,").Errors, Is.Zero);

    [Test]
    public void An_explanation_tells_the_days_after_each_answer()
    {
        var explanation = new StringWriter();
        var requests = new StringReader("id,from,limit,pauses,roll\na,2025-09-26,3 working days,2025-09-28..2025-09-29,\n");
        DueRequests.Answer(requests, new StringWriter(), Shelf.Calendar, Language.En, explanation);
        Assert.That(
            explanation.ToString(),
            Is.EqualTo(
                """
                a: 3 working days after 2025-09-26, due 2025-10-09
                  2025-09-26 Fri  start
                  2025-09-27 Sat  weekend
                  2025-09-28 Sun  1 make-up workday 国庆节、中秋节
                  2025-09-29 Mon  excluded (pause 2025-09-28..2025-09-29)
                  2025-09-30 Tue  2
                  2025-10-01 Wed  holiday 国庆节、中秋节
                  2025-10-02 Thu  holiday 国庆节、中秋节
                  2025-10-03 Fri  holiday 国庆节、中秋节
                  2025-10-04 Sat  holiday 国庆节、中秋节
                  2025-10-05 Sun  holiday 国庆节、中秋节
                  2025-10-06 Mon  holiday 国庆节、中秋节
                  2025-10-07 Tue  holiday 国庆节、中秋节
                  2025-10-08 Wed  holiday 国庆节、中秋节
                  2025-10-09 Thu  3


                """.ReplaceLineEndings("\n")
            )
        );
    }

    [Test]
    public void Ten_thousand_requests_are_answered_in_order()
    {
        var file = new StringBuilder("id,from,limit,pauses,roll\n");
        for (var i = 0; i < 10_000; i++)
            file.Append(CultureInfo.InvariantCulture, $"{i},2025-09-{1 + i % 30:00},{1 + i % 90} working days,,\n");
        var lines = AnswerFile(file.ToString()).Answers.Split('\n');
        Assert.That(lines, Has.Length.EqualTo(10_002));
        Assert.That(lines[1..^1].Select(l => l[..l.IndexOf(',')]), Is.EqualTo(Enumerable.Range(0, 10_000).Select(i => $"{i}")));
    }

    private static string Answer(string request) =>
        AnswerFile("id,from,limit,pauses,roll\n" + request + "\n").Answers["id,due,status,note\n".Length..].TrimEnd('\n');

    private static (string Answers, int Errors) AnswerFile(string file)
    {
        var answers = new StringWriter();
        var errors = DueRequests.Answer(new StringReader(file), answers, Shelf.Calendar, Language.En);
        return (answers.ToString(), errors);
    }
}

using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Adoption.Tables;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Adoption.Tables;

/// <summary>A transfer file is read row by row; whatever is wrong has its line and column, all of a row at once, and a bad row never stops the next.</summary>
public sealed class ToldFileTests
{
    private static readonly PublishedProcess Process = ShippedStories.World.Processes.Single(p => p.Definition.Id == "three-certificates");

    private static readonly PublishedProcess Joint = ShippedStories.World.Processes.Single(p => p.Definition.Id == "joint-acceptance");

    [Test]
    public void A_row_becomes_what_it_tells()
    {
        var row = Read(
                """
                number,lodged-on,party.applicant,party.applicant.person,form.name,acceptance,acceptance.on,supplement,supplement.on,pause.handling,extend.handling,document.receipt,document.receipt.on,opened.licence,at
                17,2014-05-05,陈杰,chen-jie,"示范市, 晨光",supplement; accept,2014-05-06; 2014-05-09,done,2014-05-08,听证 2014-05-12..2014-05-20 听证通知书3号; 检测 2014-05-21.. 检测通知,15 working days on 2014-05-22 by 张伟 for 案情复杂,收17,2014-05-05,2014-05-10,licence
                """
            )
            .Single();
        var told = row.Command!;
        Assert.That(
            told.Acts.Select(a => (a.Step, a.Outcome, $"{a.On:MM-dd}")),
            Is.EquivalentTo(
                new[] { ("acceptance", "supplement", "05-06"), ("acceptance", "accept", "05-09"), ("supplement", "done", "05-08") }
            )
        );
        Assert.That(
            told.Pauses.Select(p => (p.Ground, p.Document, $"{p.To:MM-dd}")),
            Is.EqualTo(new[] { ("听证", "听证通知书3号", "05-20"), ("检测", "检测通知", "") })
        );
        Assert.That(
            (told.Extensions[0].By.Amount, told.Extensions[0].Approver, told.Extensions[0].Reasons),
            Is.EqualTo((15, "张伟", "案情复杂"))
        );
        Assert.That(
            (told.Documents[0].Number, told.Opened.Keys.Single(), told.At.Single(), told.Form["name"].ToString()),
            Is.EqualTo(("收17", "licence", "licence", new TextValue("示范市, 晨光").ToString()))
        );
    }

    [Test]
    public void Votes_are_told_with_their_days()
    {
        var told = Read(
                "number,lodged-on,inspection.answers,at\n17,2014-05-05,planning.officer=pass on 2014-05-07; fire.officer=- on 2014-05-08,x\n",
                of: Joint
            )
            .Single()
            .Command!;
        Assert.That(
            told.Acts.Select(a => (a.Participant, a.Outcome, $"{a.On:MM-dd}")),
            Is.EqualTo(new[] { ("planning.officer", "pass", "05-07"), ("fire.officer", (string?)null, "05-08") })
        );
    }

    [Test]
    public void Persons_are_told_for_each_act_and_each_vote_and_an_unknown_one_has_its_place()
    {
        const string Text = """
            number,lodged-on,acceptance,acceptance.on,acceptance.person,inspection.answers,holder.schedule,at
            17,2014-05-05,supplement; accept,2014-05-06; 2014-05-09,li-ming; qian-jin li-ming,planning.officer=pass on 2014-05-07 person chen-jie,li-ming,schedule
            18,2014-05-05,accept,2014-05-06,zhang,fire.officer=- on 2014-05-07 person wang,zhao,schedule
            19,2014-05-05,supplement; accept,2014-05-06; 2014-05-09,li-ming; qian-jin; li-ming,,,schedule
            20,2014-05-05,,,li-ming,,,schedule
            """;
        var rows = Read(Text, id => id.Contains('-', StringComparison.Ordinal), Joint).ToList();
        Assert.That(
            rows[0].Command!.Acts.Select(a => string.Join('+', a.Persons)),
            Is.EqualTo(new[] { "li-ming", "qian-jin+li-ming", "chen-jie" })
        );
        Assert.That(
            rows[1].Problems.Select(p => p.In(Words.In(Language.En))),
            Is.EqualTo(
                new[] { "zhang", "wang", "zhao" }.Zip(
                    [5, 6, 7],
                    (id, column) => $"3:{column} person.unknown The register does not know '{id}'. Name them by their id here, or nobody."
                )
            )
        );
        Assert.That(
            rows.Skip(2).Select(r => (r.Problems[0].Column, r.Problems[0].Message.Code)),
            Is.EqualTo(new[] { (5, "adopt.stray"), (5, "adopt.stray") })
        );
    }

    [Test]
    public void Every_problem_of_a_row_is_told_at_once_with_its_place()
    {
        var rows = Read(
                """
                number,lodged-on,conclude,conclude.on,conclude.by,filing.on,pause.joint,extend.joint,inspection.answers,at
                17,5 May,pass,,,2014-05-07,整改,soon,nobody,
                18,2014-05-05,,,,,,,,schedule
                18,2014-05-05,,,,,,,,schedule
                19,2014-05-05
                """,
                of: Joint
            )
            .ToList();
        Assert.That(
            rows[0].Problems.Select(p => (p.Line, p.Column, p.Message.Code)),
            Is.EqualTo(
                new[]
                {
                    (2, 2, "adopt.day"),
                    (2, 4, "adopt.missing"),
                    (2, 6, "adopt.stray"),
                    (2, 7, "adopt.pause"),
                    (2, 8, "adopt.extension"),
                    (2, 9, "adopt.answers"),
                    (2, 10, "adopt.missing"),
                }
            )
        );
        Assert.That(
            rows.Select(r => (r.Number, r.Command is not null, r.Problems.FirstOrDefault()?.Message.Code)),
            Is.EqualTo(new[] { ("17", false, "adopt.day"), ("18", true, null), ("18", false, "adopt.twice"), ("19", false, "adopt.csv") })
        );
    }

    [Test]
    public void A_number_of_a_series_that_two_rows_tell_is_a_problem_of_the_later_one()
    {
        var rows = Read(
                """
                number,lodged-on,document.receipt,document.acceptance-notice,at
                17,2014-05-05,收字〔2014〕117号,-,licence
                18,2014-05-05,收字〔2014〕118号,受字〔2014〕117号,licence
                19,2014-05-05,收字〔2014〕117号,-,licence
                """
            )
            .ToList();
        Assert.That(
            rows.SelectMany(r => r.Problems).Select(p => p.In(Words.In(Language.En))),
            Is.EqualTo(
                new[]
                {
                    "4:3 adopt.number_twice Expected each number of a series once, but '收字〔2014〕117号' is already on line 2. Settle with the other system which case it belongs to.",
                }
            )
        );
    }

    [TestCaseSource(nameof(Refusals))]
    public void A_refusal_of_the_engine_stands_at_the_cell_it_speaks_of(Refusal refusal, int column)
    {
        var row = Read(
                "number,lodged-on,acceptance,document.receipt,document.acceptance-notice,at,acceptance.on\n17,2014-05-05,accept,收字〔2014〕117号,-,licence,2014-05-05\n"
            )
            .Single();
        var refused = row.Refused(refusal);
        Assert.That((refused.Line, refused.Column), Is.EqualTo((2, column)));
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        var (acceptance, licence) = (new NameValue("acceptance", "受理审查"), new NameValue("licence", "营业执照"));
        var closed = new Message("step.not_open", ("step", acceptance), ("why", new Message("step.not_at_work")));
        var notice = new NameValue("acceptance-notice", "受理通知书");
        var (accept, day) = (new NameValue("accept", "受理"), new DateOnly(2014, 5, 5));
        var (told, found) = (MessageValue.List([licence]), MessageValue.List([acceptance]));
        yield return Case(new Refusal("adopt.elsewhere", ("told", told), ("found", found)), 6);
        yield return Case(new Refusal("adopt.document_missing", ("document", notice), ("step", acceptance)), 5);
        yield return Case(new Refusal("adopt.number_told", ("number", "收字〔2014〕117号")), 4);
        yield return Case(new Refusal("adopt.out_of_order", ("why", closed), ("day", day), ("outcome", accept), ("open", told)), 3);
        yield return Case(new Refusal("adopt.too_much", ("most", 200), ("found", 300)), 1);
    }

    private static TestCaseData Case(Refusal refusal, int column) =>
        new TestCaseData(refusal, column).SetArgDisplayNames(refusal.Code, $"{column}");

    [TestCase("", "Expected a header, but the file is empty.")]
    [TestCase("number,lodged-on\n", "Expected a column 'at', but there is none.")]
    [TestCase("number,lodged-on,at,number\n", "Expected each column once, but 'number' appears twice.")]
    [TestCase("number,lodged-on,at,license\n", "Expected a column that 'Three certificates in one' knows, but found 'license'.")]
    [TestCase(
        "number,lodged-on,at,licence.answers\n",
        "Expected a column that 'Three certificates in one' knows, but found 'licence.answers'."
    )]
    [TestCase("number,lodged-on,at,party.owner\n", "Expected a column that 'Three certificates in one' knows, but found 'party.owner'.")]
    [TestCase("number,lodged-on,at,.\n", "Expected a column that 'Three certificates in one' knows, but found '.'.")]
    [TestCase("number,lodged-on,at,\"licence\n", "Expected the quote to be closed, but it never is (line 1, character 21).")]
    public void A_header_that_is_not_understood_is_an_error_and_no_row_is_read(string text, string sentence) =>
        Assert.That(Read(text).Select(r => (r.Command, r.Problems[0].English)), Is.EqualTo(new[] { ((AdoptCase?)null, sentence) }));

    [Test]
    public void A_file_without_end_is_cut_at_its_caps()
    {
        var wide = Read($"number,lodged-on,at{string.Concat(Enumerable.Range(0, 300).Select(i => $",x{i}"))}\n").Single();
        Assert.That(wide.Problems.Single().English, Does.StartWith("Expected at most 256 fields, but more follow"));
        var big = Read($"number,lodged-on,at\n17,2014-05-05,{new string('x', 100_000)}\n18,2014-05-05,licence\n").ToList();
        Assert.That(big.Select(r => r.Command is not null), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void Days_and_empty_rows_are_taken_as_Excel_saves_them()
    {
        var rows = Read(
                """
                number,lodged-on,party.applicant,party.applicant.person,form.name,at
                17,2014/5/5 0:00,陈杰,chen-jie,晨光,licence
                ,,,,,
                18,41764,陈杰,chen-jie,晨光,licence
                19,2014-5-5,陈杰,chen-jie,晨光,licence
                ,,,,,
                """
            )
            .ToList();
        Assert.That(rows.Select(r => r.Number), Is.EqualTo(new[] { "17", "18", "19" }));
        Assert.That(rows.SelectMany(r => r.Problems).Where(p => p.Column == 2), Is.Empty);
    }

    private static IEnumerable<ToldRow> Read(string text, Func<string, bool>? knows = null, PublishedProcess? of = null) =>
        new ToldFile(of ?? Process, new ToldTerms("旧系统", "移交1号", "上线", null, ImmutableSortedDictionary<string, long>.Empty))
        {
            Knows = knows,
        }.Read(new StringReader(text));
}

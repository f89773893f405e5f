using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host;
using Workflow.Host.Adoption.Tables;
using Workflow.Host.CommandLine;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Adoption.Tables;

/// <summary>Everything that can be wrong in a transfer file is provoked, and told in both languages with its place and a way out.</summary>
public sealed partial class TransferFaultTests
{
    private const string SampleProcess = """
          - {step: draft, title: 拟稿, by: hall.officer, outcomes: {done: {title: 完成}, again: {title: 重来, back: draft}}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string SampleForm =
        "form: {own: {title: 自有, type: yes-no}, houses: {title: 房屋, type: rows, min: 1, max: 3, columns: {name: {title: 姓名, type: text, required: true, max: 4}, size: {title: 面积, type: number}, on: {title: 日期, type: date}, own: {title: 自有, type: yes-no}}}}";

    private static readonly Dictionary<string, PublishedProcess> Processes = ShippedStories
        .World.Processes.Concat(SmallOffice.Read(SmallOffice.Process(SampleProcess, SampleForm)))
        .ToDictionary(p => p.Definition.Id);

    private static readonly MessageTable Rows = HostMessages.All;

    // The process, and a file in which something is wrong.
    private static readonly (string Process, string Text)[] Files =
    [
        ("three-certificates", ""),
        ("three-certificates", "number,lodged-on\n"),
        ("three-certificates", "number,lodged-on,at,at,license,vintage,form.x\n"),
        ("three-certificates", "number,lodged-on,at,\"licence\n"),
        ("three-certificates", $"number,lodged-on,at{string.Concat(Enumerable.Repeat(",x", 300))}\n"),
        ("three-certificates", $"number,lodged-on,at\n1,2014-05-05,{new string('x', 40_000)}\n"),
        ("three-certificates", "number,lodged-on,at\n1,2014-05-05,\"a\"b\n2,2014-05-05,a\"b\n3,2014-05-05\n4\n"),
        (
            "three-certificates",
            """
            number,lodged-on,party.applicant,party.applicant.person,document.receipt,document.receipt.on,acceptance,acceptance.on,acceptance.person,at
            ,,,chen-jie,,2014-05-05,,2014-05-05,,
            1,5 May,陈杰,,收字〔2014〕117号,2014-05-05;2014-05-06,accept,,,licence
            1,2014-05-05,陈杰,,收字〔2014〕117号,,supplement;accept,2014-05-06;2014-05-07,li-ming;li-ming;nobody,licence
            """
        ),
        (
            "three-certificates",
            """
            number,lodged-on,pause.handling,extend.handling,holder.licence,at
            1,2014-05-05,听证,soon,nobody,licence
            """
        ),
        ("joint-acceptance", "number,lodged-on,inspection.answers,at\n1,2025-03-03,nobody,inspection\n"),
        ("venue-fire-check", "number,lodged-on,promise.plan,form.area,at\n1,2026-03-02,soon,about 900,acceptance\n"),
        ("sample", "number,lodged-on,form.own,at\n1,2026-03-02,maybe,draft\n"),
        .. Tables()
            .Select(cell =>
                (
                    "sample",
                    $"number,lodged-on,form.houses,at\n1,2026-03-02,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\",draft\n"
                )
            ),
    ];

    private static IReadOnlyList<PlacedNote> Problems => [.. Files.SelectMany(f => Read(f.Process, f.Text))];

    [Test]
    public void Every_code_of_a_transfer_file_is_provoked()
    {
        var provoked = Problems.SelectMany(p => Codes(p.Message)).ToHashSet(StringComparer.Ordinal);
        var written = MessageTable.Of(typeof(HostMessages).Assembly).Rows.Values.Where(r => r.Chapter == "adopt").Select(r => r.Code);
        var form = MessageTable.Shipped.Rows.Values.Where(r => r.Chapter == "csv").Select(r => r.Code);
        Assert.That(written.Concat(form).Except(provoked), Is.Empty);
    }

    [Test]
    public void Every_problem_has_its_place_and_in_both_languages_a_way_out()
    {
        foreach (var (problem, language) in Spoken().Some())
        {
            var said = Rows.Say(problem.Message, language);
            Assert.That((problem.Line, problem.Column), Is.GreaterThanOrEqualTo((1, 1)), said.Sentence);
            Assert.That(said.WayOut, Is.Not.Null.And.Not.Empty, said.Sentence);
            Assert.That(Place().IsMatch($"{said}"), Is.False, $"a place without its value: {said}");
            Assert.That(problem.In(Words.In(language)), Does.StartWith($"{problem.Line}:{problem.Column} {problem.Message.Code} {said}"));
        }
    }

    [Test]
    public void Each_answer_is_whole_sentences_of_one_language()
    {
        foreach (var (problem, language) in Spoken().Some())
        {
            var said = Rows.Say(problem.Message, language);
            var (stop, ask, other) = language == Language.Zh ? ("。", "？", Tongues.EnglishWords()) : (".", "?", ChineseWords());
            Assert.That(said.Sentence, Does.Match($"[^.。?？]{Regex.Escape(stop)}$"));
            // A way out may ask what was meant.
            Assert.That(said.WayOut, Does.Match($"[^.。?？]({Regex.Escape(stop)}|{Regex.Escape(ask)})$"));
            Assert.That(other.Matches(Quoted().Replace($"{said}", "")).Select(m => m.Value), Is.Empty, $"{said}");
        }
    }

    [TestCase("no-such", "series,first\n", "transferfile.no_process")]
    [TestCase("joint-acceptance", "series\n", "transferfile.series_header")]
    [TestCase("joint-acceptance", "series,first\na,one\n", "transferfile.series_row")]
    [TestCase("joint-acceptance", "series,first\na\"b,1\n", "transferfile.series_form")]
    public async Task What_stands_against_a_file_as_a_whole_is_one_sentence_and_a_way_out(string process, string series, string code)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, series);
        var (zh, en) = (await Adopt(process, file, "zh"), await Adopt(process, file, "en"));
        File.Delete(file);
        var (way, chineseWay) = Way(code);
        Assert.That(zh, Does.Match("[^.。?？][。？]$"));
        Assert.That(en, Does.Match("[^.。?？][.?]$"));
        Assert.That(
            (zh.Contains(chineseWay, StringComparison.Ordinal), en.Contains(way, StringComparison.Ordinal)),
            Is.EqualTo((true, true)),
            zh + en
        );
        Assert.That(
            (Tongues.EnglishWords().IsMatch(Quoted().Replace(zh, "")), Tongues.ChineseStops().IsMatch(en)),
            Is.EqualTo((false, false)),
            zh + en
        );
    }

    private static (string En, string Zh) Way(string code) =>
        code == "transferfile.no_process"
            ? (Rows.Rows["transferfile.publish_first"].En.Text, Rows.Rows["transferfile.publish_first"].Zh.Text)
            : (Rows.Rows[code].WayEn?.Text ?? "Put the whole field in quotes", Rows.Rows[code].WayZh?.Text ?? "请用引号");

    private static async Task<string> Adopt(string process, string series, string language)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var cases = Path.Combine(Repository.Samples, "adoption", "cases.csv");
        string[] what = ["adopt", cases, "--series", series, "--process", process, "--definitions", Repository.Definitions];
        string[] terms = ["--from-system", "x", "--by", "ma-chao", "--document", "x", "--reasons", "x", "--dry-run"];
        string[] where = ["--database", $"{series}.db", "--language", language];
        var exit = await Verbs.Run([.. what, .. terms, .. where], new Terminal(TextReader.Null, output, error, Colours: false));
        Assert.That((exit, $"{output}"), Is.EqualTo((process == "no-such" ? 1 : 2, "")));
        return $"{error}".Trim();
    }

    private static IEnumerable<(PlacedNote Problem, Language Language)> Spoken() =>
        Problems.SelectMany(p => new[] { (p, Language.Zh), (p, Language.En) });

    private static IEnumerable<PlacedNote> Read(string process, string text) =>
        new ToldFile(Processes[process], new ToldTerms("旧系统", "移交1号", "上线", null, ImmutableSortedDictionary<string, long>.Empty))
        {
            Knows = id => id.Contains('-', StringComparison.Ordinal),
        }
            .Read(new StringReader(text))
            .SelectMany(r => r.Problems);

    private static IEnumerable<string> Codes(Message message) =>
        message.Values.Select(v => v.Value).OfType<PhraseValue>().SelectMany(p => Codes(p.Phrase)).Prepend(message.Code);

    private static IEnumerable<string> Tables() =>
        [
            "甲、乙",
            "{}",
            "[]",
            "[{\"name\": \"甲\"}, {\"name\": \"甲\"}, {\"name\": \"甲\"}, {\"name\": \"甲\"}]",
            "[1]",
            "[{\"seize\": 1}, {\"name\": \"甲\", \"name\": \"乙\"}, {\"name\": \"甲乙丙丁戊\"}]",
            "[{\"name\": null}, {\"name\": []}, {\"name\": {}}]",
            "[{\"name\": \"甲\", \"size\": \"12\", \"on\": \"3月\", \"own\": 1}]",
            $"[{{{string.Join(',', Enumerable.Range(1, 30).Select(i => $"\"a{i}\": 1"))}}}]",
        ];

    [GeneratedRegex(@"\{[a-z_]+[|}]")]
    private static partial Regex Place();

    // What somebody wrote, and titles, stand in every language as they are.
    [GeneratedRegex("“[^”]*”|'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\u4e00-\u9fff。；，：]+")]
    private static partial Regex ChineseWords();
}

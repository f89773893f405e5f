using System.Text.RegularExpressions;
using Workflow.Definitions.Laws;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Syntax;

namespace Workflow.Tests.Guarantees;

/// <summary>What a law fixes is data: no source names one, not even in a comment, so that nobody corrects it in two places.</summary>
public sealed partial class NoLawInCodeTests
{
    // The data know the laws by these names; what is only the name of a subject in another sentence is long enough not to occur.
    private static readonly string[] Names = [.. ShippedLaws.Names.SelectMany(Of).Select(LawBook.Short).Distinct()];

    private static readonly HashSet<string> Steps =
    [
        .. ShippedLaws
            .Names.Select(n => ShippedLaws.Read(n, new Problems())!)
            .SelectMany(l => l.Articles)
            .SelectMany(a => a.Steps.Concat(a.EveryPath).Concat(a.NotCounted)),
    ];

    private static readonly string Lint = Path.Combine("Workflow.Definitions", "Lint") + Path.DirectorySeparatorChar;

    [Test]
    public void No_source_names_a_law_or_an_article() => Assert.That(Lines().Where(l => Told(l.Text)).Select(Placed), Is.Empty);

    [Test]
    public void No_text_of_a_source_holds_a_number_of_days_in_Chinese() =>
        Assert.That(Lines().Where(l => Length().IsMatch(l.Text)).Select(Placed), Is.Empty);

    [Test]
    public void No_sentence_names_a_law_or_an_article() =>
        Assert.That(Said().Where(l => Told(NoCitation().Replace(l.Text, ""))).Select(Placed), Is.Empty);

    [Test]
    public void No_sentence_holds_a_number_of_days() =>
        Assert.That(Said().Where(l => !Shows(l.File) && Amount().IsMatch(Example().Replace(l.Text, ""))).Select(Placed), Is.Empty);

    /// <summary>What titles mean to lint stands in one table, so that an office can read on what lint goes by.</summary>
    [Test]
    public void Lint_knows_no_word_of_Chinese_but_those_of_its_table() =>
        Assert.That(
            Lines().Where(l => l.File.Contains(Lint, StringComparison.Ordinal) && Chinese().IsMatch(l.Text)).Select(Placed),
            Is.Empty
        );

    [Test]
    public void No_source_knows_a_step_of_the_law_or_the_start_of_a_period() =>
        Assert.That(Lines().Where(l => Knows(l.Text)).Select(Placed), Is.Empty);

    [TestCase("w => w.Ground == \"申请复议期间\"", true)]
    [TestCase("step.Ground is \"听证\"", true)]
    [TestCase("Within(\"自收到复议决定书之日起\", period)", true)]
    [TestCase("$\"自{day}起\"", false)]
    [TestCase("$\"送达文书：《{title}》\"", false)]
    [TestCase("// 自收到之日起", false)]
    public void The_reading_finds_a_step_of_the_law(string line, bool knows) => Assert.That(Knows(line), Is.EqualTo(knows));

    [TestCase("/// <summary>Does not end on a day off 民法典 203.</summary>", true)]
    [TestCase("\"依《行政许可法》不予受理\"", true)]
    [TestCase("// 中华人民共和国行政强制法", true)]
    [TestCase("\"国办发〔2015〕58号\"", true)]
    [TestCase("\"依照第四十二条第一款\"", true)]
    [TestCase("\"第12条\"", true)]
    [TestCase("// see Article 42", true)]
    [TestCase("// see Art. 42 (1)", true)]
    [TestCase("\"某某法(2003) 第四条第二款\"", false)]
    [TestCase("\"{n} articles\"", false)]
    public void The_reading_finds_a_law(string line, bool told) => Assert.That(Told(line), Is.EqualTo(told));

    [TestCase("  zh: 期限内有连续三日以上休假的", true)]
    [TestCase("  en: runs of 3 days or more", true)]
    [TestCase("  zh: 应为“20个工作日”这样的期间", false)]
    [TestCase("  en: Write it like ''for: 5 working days''.", false)]
    [TestCase("  zh: 最后一日", false)]
    public void The_reading_finds_a_number_of_days_in_a_sentence(string line, bool told) =>
        Assert.That(Amount().IsMatch(Example().Replace(line, "")), Is.EqualTo(told));

    [TestCase("\"自收到之日起60日内\"", true)]
    [TestCase("\"六十日\"", true)]
    [TestCase("\"20个工作日\"", true)]
    [TestCase("\"两个月\"", true)]
    [TestCase("$\"{days}日\"", false)]
    [TestCase("\"10月1日\"", false)]
    [TestCase("// 星期六日", false)]
    public void The_reading_finds_a_number_of_days(string line, bool told) => Assert.That(Length().IsMatch(line), Is.EqualTo(told));

    private static bool Told(string line) =>
        Names.Any(name => line.Contains(name, StringComparison.Ordinal)) || Law().IsMatch(line) || Article().IsMatch(line);

    private static IEnumerable<string> Of(string file) => ShippedLaws.Read(file, new Problems()) is { } law ? [law.Title, law.Zh] : [];

    // A help shows what somebody may type.
    private static bool Shows(string file) =>
        Path.GetFileName(file) is var name && (name.StartsWith("help", StringComparison.Ordinal) || name == "examples.json");

    private static bool Knows(string line) =>
        Start().IsMatch(line) || Literal().Matches(line).Any(m => Steps.Contains(m.Groups["text"].Value));

    private static string Placed((string File, int Number, string Text) line) => $"{line.File}:{line.Number} {line.Text.Trim()}";

    private static IEnumerable<(string File, int Number, string Text)> Lines() =>
        from file in Repository.Sources("engine", "host")
        from line in File.ReadLines(file).Select((text, i) => (file, i + 1, text))
        select line;

    // What the engine and the host say, but for the specimens, which show a law's place with a law.
    private static IEnumerable<(string File, int Number, string Text)> Said() =>
        from folder in new[] { Path.Combine("engine", "Workflow.Definitions", "Wording"), Path.Combine("host", "Wording") }
        let root = Path.Combine(Repository.Root, folder)
        from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".yaml" or ".json" && Path.GetFileName(file) != "specimens.yaml"
        from line in File.ReadLines(file).Select((text, i) => (file, i + 1, text))
        select line;

    [GeneratedRegex("\"[^\"]*\\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex("\"(?<text>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    // The words around a day that the data say are grammar.
    [GeneratedRegex("\"[^\"]*自[^\"{]+起", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    // What the data do not hold yet is a law too.
    [GeneratedRegex(
        "(许可|处罚|复议|诉讼|强制|消防|公开|登记|征收|规划|建筑|归档)[^\"]{0,12}(法|条例|规定|办法)|[〔（][12][0-9]{3}[〕）][0-9]+号",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Law();

    // 某某法 is nobody's law: the example of a citation.
    [GeneratedRegex(
        "(?<!某某法\\(2003\\) )第[一二三四五六七八九十百零〇0-9]+条|\\b[Aa]rt(icle|icles|s?\\.) ?[0-9]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Article();

    // The number of an order that somebody types, and what is the first of something else.
    [GeneratedRegex("--(document|order) \\S+|第一条(?=记录)", RegexOptions.CultureInvariant)]
    private static partial Regex NoCitation();

    // One day is no limit: the last day, the same day.
    [GeneratedRegex(
        "(?<![月0-9二三四五六七八九十百星期])([0-9]+|[二三四五六七八九十百]+|两)(个工作日|工作日|个月|日|天|小时|年内)"
            + "|\\b([2-9]|[0-9]{2,}|two|three|four|five|six|seven|ten|fifteen|twenty|thirty|sixty) (working )?(day|month|hour|year)s",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Amount();

    // A sentence quotes what could be written.
    [GeneratedRegex("“[^”]*”|''[^']+''|(?<= )'[^':]+'(?=[,. ])", RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    // In what is written between quotation marks.
    [GeneratedRegex(
        "\"[^\"]*(?<![月0-9一二三四五六七八九十百星期])([0-9]+|[一二三四五六七八九十百]+|两)(个工作日|工作日|个月|日|天|小时|年内)[^\"]*\"",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Length();
}

using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Syntax;

/// <summary>The commonest slips of YAML stand at their own line and column, with their cure, in words of the office.</summary>
public sealed class SlipTests
{
    private const string Good = """
        process: base
        title: 样例
        item: {code: P-1, type: 行政许可}
        parties:
          applicant: 申请人
        steps:
          - step: receive
            title: 收件
            by: hall.clerk
        """;

    private static readonly string[] Jargon =
    [
        "scann",
        "pars",
        "token",
        "scalar",
        "mapping",
        "Mark",
        "Idx",
        "解析",
        "System.",
        "state of the object",
    ];

    // Each a line that replaces one of the good ones, and where the slip is told.
    private static readonly (int Line, string Written, string Code, int Column)[] Slips =
    [
        (5, "\tapplicant: 申请人", "yaml.indentation", 1),
        (7, "\t- step: receive", "yaml.indentation", 1),
        (8, "\t\ttitle: 收件", "yaml.indentation", 1),
        (8, "  \ttitle: 收件", "yaml.indentation", 3),
        (5, "\u3000applicant: 申请人", "yaml.indentation", 1),
        (8, "\u3000\u3000title: 收件", "yaml.indentation", 1),
        (8, "  \u00A0 title: 收件", "yaml.indentation", 3),
        (8, "    \u200Btitle: 收件", "yaml.hidden_sign", 5),
        (8, "    ti\u200Btle: 收件", "yaml.hidden_sign", 7),
        (8, "    title: 收件\u2028行", "yaml.hidden_sign", 14),
        (8, "    title: \"收件\u2028行\"", "yaml.hidden_sign", 15),
        (8, "    title: 收\u0085件", "yaml.hidden_sign", 13),
        (8, "    title: 收\u202E件", "yaml.hidden_sign", 13),
        (8, "    title: 收\a件", "yaml.hidden_sign", 13),
        (8, "    title: \"收\\0件\"", "yaml.hidden_sign", 12),
        (8, "    title: \"收\\u202E件\"", "yaml.hidden_sign", 12),
        (3, "item: {code: P-1, type: 行政许可", "yaml.unclosed", 7),
        (3, "item: {code: \"P-1, type: 行政许可}", "yaml.syntax", 14),
        (3, "item: {code: 'P-1', type: '行政许可}", "yaml.syntax", 27),
        (3, "item: {code: P-1，type: 行政许可}", "yaml.full_width", 17),
        (3, "item: {code：P-1, type: 行政许可}", "yaml.full_width", 12),
        (9, "    by: [hall.clerk，hall.officer]", "yaml.full_width", 20),
        (9, "    by: [hall.clerk, hall.leader、hall.officer]", "yaml.full_width", 33),
        (8, "    title: &a 收件", "yaml.alias", 12),
        (8, "    title: *a", "yaml.alias", 12),
        (8, "    title: !x 收件", "yaml.tag", 12),
        (8, "    title: {name}收件", "yaml.syntax", 12),
        (8, "    title: \"收\"件", "yaml.syntax", 12),
        (8, "    title: 收件: 窗口", "yaml.syntax", 14),
        (8, "    title: @收件", "yaml.syntax", 12),
        (8, "    title: %收件", "yaml.syntax", 12),
        (8, "    title:收件", "yaml.syntax", 11),
        (2, "title:样例", "yaml.syntax", 7),
        (2, " title: 样例", "yaml.syntax", 2),
        (8, "     title: 收件", "yaml.syntax", 6),
        (8, "    title: \"收件", "yaml.syntax", 12),
        (8, "    title: '收件", "yaml.syntax", 12),
        (8, "    title: 收件 #1 窗口", "yaml.cut_text", 15),
        (8, "    title: #1 窗口", "yaml.cut_text", 12),
        (3, "item: {code: P-1 #1, type: 行政许可}", "yaml.cut_text", 18),
        (9, "    by: {when: decide in (a, b), end: c}", "yaml.split_text", 16),
        (9, "    by: {when: decide in (a, b, c) and d = e, end: c, if: x in (a, b)}", "yaml.split_text", 16),
    ];

    [Test]
    public void The_good_file_has_no_slip() => Assert.That(Problems(Good), Is.Empty);

    [TestCaseSource(nameof(Slips))]
    public void A_slip_is_told_where_it_is((int Line, string Written, string Code, int Column) slip)
    {
        var lines = Good.Split('\n');
        lines[slip.Line - 1] = slip.Written;
        foreach (var end in new[] { "\n", "\r\n" })
        {
            var told = Problems(string.Join(end, lines))[0];
            Assert.That(
                (told.Code, told.At.Line, told.At.Column),
                Is.EqualTo((slip.Code, slip.Line, slip.Column)),
                told.In(Language.En).ToString()
            );
        }
    }

    [TestCaseSource(nameof(Slips))]
    public void It_is_told_with_its_cure_and_without_words_of_a_library((int Line, string Written, string Code, int Column) slip)
    {
        var lines = Good.Split('\n');
        lines[slip.Line - 1] = slip.Written;
        var told = Problems(string.Join('\n', lines))[0];
        foreach (var said in new[] { told.In(Language.Zh), told.In(Language.En) })
        {
            Assert.That(Jargon.Where(word => $"{said}".Contains(word, StringComparison.Ordinal)), Is.Empty, $"{said}");
            if (slip.Code != "yaml.unclosed")
                Assert.That(said.WayOut, Is.Not.Null, $"{said}");
        }
    }

    // The same slip in a definition and in a file of scenarios: a line of each, and where the slip stands behind the key.
    [TestCase("title", "scenario", "\"收件")]
    [TestCase("title", "scenario", "'收件")]
    [TestCase("title", "scenario", "“收件”")]
    [TestCase("title", "scenario", "‘收件’")]
    [TestCase("by", "on", "“x”")]
    [TestCase("by", "complete", "“receive”")]
    [TestCase("by", "complete", "\"receive")]
    [TestCase("by", "materials", "[application，lease]")]
    [TestCase("by", "materials", "[application、lease]")]
    [TestCase("by", "materials", "[\"application, lease]")]
    [TestCase("by", "materials", "[application, lease")]
    [TestCase("by", "fields", "{a：b}")]
    [TestCase("by", "fields", "{a: b，c: d}")]
    [TestCase("by", "fields", "{a: \"b, c: d}")]
    public void A_slip_of_a_scenario_or_a_story_is_told_as_that_of_a_definition(string key, string storyKey, string slip)
    {
        var told = Told("process: x\nsteps:\n  - step: a\n", $"    {key}: {slip}\n", key.Length, Definition);
        foreach (var (head, read) in new (string, Func<string, IReadOnlyList<Problem>>)[] { (Scenarios, OfScenarios), (Story, OfStory) })
            Assert.That(
                storyKey == "scenario" ? Titled(head, slip, read) : Told(head, $"        {storyKey}: {slip}\n", storyKey.Length + 4, read),
                Is.EqualTo(told)
            );
    }

    // The title of a scenario stands as deep as a step's, that of a story at the margin.
    private static (string Code, int Column, string? Way) Titled(string head, string slip, Func<string, IReadOnlyList<Problem>> read) =>
        head == Scenarios
            ? Told("process: three-certificates\nscenarios:\n", $"  - scenario: {slip}\n    moves: []\n", 8, read)
            : Told("", $"story: {slip}\nprocess: three-certificates\nmoves: []\n", 1, read);

    private const string Scenarios =
        "process: three-certificates\nscenarios:\n  - scenario: a\n    moves:\n      - note: b\n        on: 2014-05-05\n";

    private const string Story = "story: a\nprocess: three-certificates\nmoves:\n      - note: b\n        on: 2014-05-05\n";

    // What is told of the line, without the name of the thing that was expected.
    private static (string Code, int Column, string? Way) Told(string head, string line, int key, Func<string, IReadOnlyList<Problem>> read)
    {
        var at = head.Count(c => c == '\n') + 1;
        var told = read((line.Contains(" on:") ? head.Replaced("        on: 2014-05-05\n", "") : head) + line)
            .First(p => p.At.Line >= at - 1 && p.Code.StartsWith("yaml.", StringComparison.Ordinal));
        return (told.Code, told.At.Column - key, told.In(Language.En).WayOut);
    }

    private static IReadOnlyList<Problem> Definition(string text) =>
        DefinitionReader.Read("p.yaml", Encoding.UTF8.GetBytes(text), DefinitionLibrary.Empty).Problems;

    private static IReadOnlyList<Problem> OfScenarios(string text) =>
        ScenarioReader.Read("s.yaml", Encoding.UTF8.GetBytes(text), ShippedStories.World).Problems;

    private static IReadOnlyList<Problem> OfStory(string text) =>
        ScenarioReader.ReadStory("s.yaml", Encoding.UTF8.GetBytes(text), ShippedStories.World).Problems;

    [TestCase("title: 收件   # 第一窗口")]
    [TestCase("title: 收件 ## 第一窗口")]
    [TestCase("title: \"收件 #1 窗口\"")]
    [TestCase("title: 收件#1窗口")]
    [TestCase("title: 收件\n#第一窗口")]
    [TestCase("title: |\n  收件 #1 窗口")]
    [TestCase("{title: 收件 (甲), by: \"a in (b, c)\"}")]
    public void A_comment_and_a_text_in_quotes_are_no_slips(string text) => Assert.That(Problems(text), Is.Empty);

    [Test]
    public void Everything_that_commas_took_apart_is_one_problem_each_and_the_rest_is_read()
    {
        var told = Definition(
            Good.Replace("    by: hall.clerk", "    by: hall.clerk\n    outcomes: {a: {title: 甲, when: receive in (a, b), end: c}, b: 乙}")
        );
        Assert.That(
            told.Where(p => p.At.Line == 10).Select(p => (p.Code, p.At.Line, p.In(Language.En).WayOut)),
            Is.EqualTo(new[] { ("yaml.split_text", 10, "Put it in quotes: \"receive in (a, b)\".") })
        );
    }

    [Test]
    public void A_full_width_space_begins_a_paragraph_of_text_where_it_pleases() =>
        Assert.That(Problems("text: |\n  　　一、事实\n  二、理由：\n"), Is.Empty);

    [TestCase("- :\n- ? : x\n")]
    [TestCase("? : x\n")]
    [TestCase("a: b\n- c\n")]
    [TestCase("a:\n  - b\n c: d\n")]
    public void What_nobody_writes_is_refused_without_words_of_a_library(string text)
    {
        foreach (var told in Problems(text))
            Assert.That(
                Jargon.Where(word => $"{told.In(Language.En)} {told.In(Language.Zh)}".Contains(word)),
                Is.Empty,
                $"{told.In(Language.En)}"
            );
    }

    private static IReadOnlyList<Problem> Problems(string text)
    {
        var problems = new Problems();
        SyntaxReader.Read("p.yaml", text, problems);
        return problems.All;
    }
}

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

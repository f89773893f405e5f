using System.Text.Json;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Writing;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint.Writing;

public sealed class WritingTests
{
    private static readonly Problem[] Two =
    [
        new(new Position("market/三证.yaml", 3, 7), YamlProblems.FullWidth("：", ":")),
        new(new Position("b.yaml", 1, 1), FileProblems.MissingKey("title", Things.TheProcess), Severity.Warning),
    ];

    [Test]
    public void Text_has_a_line_per_problem() =>
        Assert.That(
            LintText.Write(Two, Language.En),
            Is.EqualTo(
                """
                market/三证.yaml:3:7 error yaml.full_width Expected half-width punctuation between keys and values, but found '：'. Write ': ' instead of '：'.
                b.yaml:1:1 warning file.missing_key Expected 'title' in the process, but it is missing.

                """
            )
        );

    [Test]
    public void Chinese_is_written_without_spaces_between_sentences() =>
        Assert.That(
            LintText.Write(Two, Language.Zh),
            Is.EqualTo(
                """
                market/三证.yaml:3:7 错误 yaml.full_width 键与值之间应使用半角标点，此处为“：”。请将“：”改为半角“: ”。
                b.yaml:1:1 警告 file.missing_key 该流程缺少“title”。

                """
            )
        );

    [Test]
    public void Text_closes_with_a_total() => Assert.That(LintText.Total(Two, Language.En), Is.EqualTo("1 error, 1 warning."));

    [Test]
    public void Json_has_an_object_per_problem()
    {
        using var json = JsonDocument.Parse(LintJson.Write(LintAnswer.Of(new LintVerdict(Two, [], false), Language.En)));
        var problems = json.RootElement.GetProperty("problems");
        var first = problems[0];
        Assert.That(
            first.EnumerateObject().Where(p => p.Name != "values").Select(p => $"{p.Name}={p.Value}"),
            Is.EqualTo(
                new[]
                {
                    "file=market/三证.yaml",
                    "line=3",
                    "column=7",
                    "severity=error",
                    "code=yaml.full_width",
                    "message=Expected half-width punctuation between keys and values, but found '：'.",
                    "hint=Write ': ' instead of '：'.",
                    "law=",
                }
            )
        );
        Assert.That(
            first.GetProperty("values").EnumerateObject().Select(p => $"{p.Name}={p.Value}"),
            Is.EqualTo(new[] { "sign=：", "half=:" })
        );
        Assert.That(problems[1].GetProperty("hint").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void Sarif_has_what_the_standard_requires()
    {
        using var json = JsonDocument.Parse(LintSarif.Write(Two, Language.En));
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.That(json.RootElement.GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
        Assert.That(json.RootElement.GetProperty("$schema").GetString(), Does.Contain("sarif-schema-2.1.0"));
        Assert.That(run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString(), Is.Not.Empty);
        Assert.That(
            rules.EnumerateArray().Select(r => r.GetProperty("id").GetString()),
            Is.Unique.And.SupersetOf(LintRules.All.Select(r => r.Code))
        );
        foreach (var result in run.GetProperty("results").EnumerateArray().Some())
            Assert.That(
                rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(),
                Is.EqualTo(result.GetProperty("ruleId").GetString())
            );
    }

    [Test]
    public void Sarif_points_at_the_line()
    {
        using var json = JsonDocument.Parse(LintSarif.Write(Two, Language.En));
        var result = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.That(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo("market/%E4%B8%89%E8%AF%81.yaml"));
        Assert.That(place.GetProperty("region").GetProperty("startLine").GetInt32(), Is.EqualTo(3));
        Assert.That(place.GetProperty("region").GetProperty("startColumn").GetInt32(), Is.EqualTo(7));
        Assert.That(result.GetProperty("level").GetString(), Is.EqualTo("error"));
        Assert.That(
            result.GetProperty("message").GetProperty("text").GetString(),
            Is.EqualTo("Expected half-width punctuation between keys and values, but found '：'. Write ': ' instead of '：'.")
        );
    }
}

using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workflow.Tests.Support;

namespace Workflow.Tests.Host.Wording;

/// <summary>The interface speaks one language at a time: the one that a request asks for.</summary>
public sealed partial class SpokenLanguageTests
{
    private static readonly string[] Spoken = ["title", "detail", "wayOut", "sentence", "words", "kindWords", "note", "failure", "fault"];

    private RunningHost _host = null!;
    private string _number = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _number = await _host.Lodge();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_walk_in_chinese_meets_no_english_sentence()
    {
        foreach (var (where, text) in await Walk("zh-CN"))
            Assert.That(EnglishWords().IsMatch(text), Is.False, $"{where}: {text}");
    }

    [Test]
    public async Task A_walk_in_english_meets_no_chinese_sentence()
    {
        foreach (var (where, text) in await Walk("en"))
            Assert.That(ChineseSentence().IsMatch(text), Is.False, $"{where}: {text}");
    }

    [Test]
    public async Task Without_a_language_the_host_speaks_chinese()
    {
        var answer = await _host.Get("/api/cases/none", "chen-jie", ("Accept-Language", "*"));
        Assert.That(
            (Text(answer, "title"), Text(answer, "detail"), Text(answer, "wayOut")),
            Is.EqualTo(("没有找到", "没有案号为“none”的案件。", "案件清单见 GET /api/cases。"))
        );
    }

    [Test]
    public async Task A_problem_carries_its_values_in_one_form_for_machines()
    {
        foreach (var language in new[] { "zh", "en" })
            Assert.That(
                (string?)(await _host.Get("/api/cases/none", "chen-jie", ("Accept-Language", language))).Json["values"]!["number"],
                Is.EqualTo("none")
            );
    }

    private async Task<List<(string Where, string Text)>> Walk(string language)
    {
        var found = new List<(string, string)>();
        foreach (var (method, path, person, body) in Requests())
        {
            var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await _host.Send(new HttpMethod(method), path, person, content, ("Accept-Language", language));
            if (answer.Text.Length > 0)
                Collect(answer.Json, $"{method} {path} {answer.Status}", found);
        }

        Assert.That(found, Has.Count.GreaterThan(100));
        return found;
    }

    private IEnumerable<(string Method, string Path, string? Person, string? Body)> Requests()
    {
        var commands = $"/api/cases/{_number}/commands";
        yield return ("GET", $"/api/cases/{_number}", null, null);
        foreach (
            var path in new[]
            {
                "/api/nowhere",
                "/api/cases/none",
                "/api/cases?cursor=x",
                "/api/cases?limit=0",
                "/api/cases?limit=many",
                "/api/cases?stage=x",
                "/api/cases?stage=7",
                "/api/definitions/none",
                "/api/definitions/none?digest=x",
                "/api/alerts",
                "/api/access",
            }
        )
            yield return ("GET", path, "chen-jie", null);
        foreach (
            var path in new[]
            {
                "",
                "/timeline",
                "/receipts",
                "/steps/receive/draft",
                "/replay?at=soon",
                "/replay?at=2014-05-06&entry=1",
                "/replay?legal=2099-01-01",
                "/replay?entry=99",
                "/clocks/none/explanation",
                "/next?step=receive&outcome=done",
                "/attachments/none",
            }
        )
        foreach (var person in new[] { "chen-jie", "li-ming", "liu-yang", "xu-min" })
            yield return ("GET", $"/api/cases/{_number}{path}", person, null);
        foreach (
            var body in new[]
            {
                "",
                "[]",
                "{",
                "null",
                "{\"do\": 1}",
                "{\"do\": \"explode\"}",
                "{\"do\": \"claim\"}",
                "{\"do\": \"claim\", \"step\": null}",
                "{\"do\": \"claim\", \"step\": \"receive\", \"more\": 1}",
                "{\"do\": \"claim\", \"step\": \"receive\", \"step\": \"receive\"}",
                "{\"do\": \"expire-clock\", \"clock\": \"acceptance\"}",
                "{\"do\": \"claim\", \"step\": \"nowhere\"}",
                "{\"do\": \"complete\", \"step\": \"acceptance\", \"outcome\": \"accept\"}",
                "{\"do\": \"comment\", \"text\": \"\"}",
            }
        )
        foreach (var person in new[] { "wang-fang", "liu-yang" })
            yield return ("POST", commands, person, body);
        yield return ("POST", "/api/cases", "chen-jie", "{\"do\": \"claim\", \"step\": \"receive\"}");
        yield return ("POST", "/api/cases", "chen-jie", "{\"process\": \"none\"}");
        yield return (
            "POST",
            "/api/commands",
            "wang-fang",
            "[null, {\"case\": 1, \"command\": {}}, {\"case\": \"none\", \"command\": {\"do\": \"claim\", \"step\": \"receive\"}}, {\"case\": \"x\"}]"
        );
        yield return ("POST", "/api/commands", "wang-fang", "[]");
        yield return ("POST", "/api/handovers", "wang-fang", "{}");
        yield return ("POST", "/api/adoptions", "qian-jin", "{\"do\": \"cancel\", \"reasons\": \"x\"}");
        yield return (
            "POST",
            $"/api/cases/{_number}/migration/preview",
            "li-ming",
            "{\"to\": \"none\", \"document\": \"x\", \"reasons\": \"x\"}"
        );
        yield return ("POST", "/api/alerts/close", "lu-ping", "{\"id\": \"none\"}");
        yield return ("POST", "/api/alerts/close", "lu-ping", "{}");
        yield return ("POST", "/api/alerts/close", "chen-jie", "{}");
        yield return ("POST", "/api/attachments", "chen-jie", "{}");
        yield return ("PUT", $"/api/cases/{_number}/steps/nowhere/draft", "wang-fang", "{}");
        yield return ("PUT", $"/api/cases/{_number}/steps/receive/draft", "wang-fang", "{\"step\": \"other\"}");
        yield return ("DELETE", "/api/cases", "chen-jie", null);
        foreach (
            var body in new[]
            {
                "{}",
                "[]",
                "{\"limits\": {\"none\": \"1 day\"}}",
                "{\"limits\": {\"acceptance\": \"soon\"}}",
                "{\"calendars\": {\"x\": \"y\"}}",
                "{\"definition\": \"process: [[\"}",
                "{\"calendars\": {\"2027.yaml\": \"x\"}}",
                "{\"limits\": {\"acceptance\": \"1 day\"}, \"until\": \"x\"}",
            }
        )
        foreach (var person in new[] { "chen-jie", "xu-min" })
            yield return ("POST", $"/api/cases/{_number}/whatif", person, body);
        foreach (
            var path in new[]
            {
                "/api/jobs/none",
                "/api/seals/99",
                "/api/export?format=x",
                "/api/export?format=csv&gzip=true",
                "/api/export?format=file",
                "/api/stats?from=2014-05-07&to=2014-05-06",
                "/api/stats?format=pdf",
            }
        )
        foreach (var person in new[] { "chen-jie", "xu-min" })
            yield return ("GET", path, person, null);
        yield return ("POST", "/api/conform", "xu-min", "{}");
    }

    private static void Collect(JsonNode? node, string where, List<(string, string)> found)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Collect(item, where, found);
        if (node is not JsonObject thing)
            return;
        foreach (var (name, value) in thing)
            if (Spoken.Contains(name) && value?.GetValueKind() == System.Text.Json.JsonValueKind.String)
                found.Add(($"{where} {thing["code"]} {name}", value.GetValue<string>()));
            else
                Collect(value, where, found);
    }

    private static string? Text(HostAnswer answer, string member) => (string?)answer.Json[member];

    [GeneratedRegex("[A-Za-z']+ [a-z']+ [a-z']+")]
    private static partial Regex EnglishWords();

    [GeneratedRegex("[。；，：、“”（）]")]
    private static partial Regex ChineseSentence();
}

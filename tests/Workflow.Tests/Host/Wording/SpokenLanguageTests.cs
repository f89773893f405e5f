using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflow.Tests.Host.Wording;

/// <summary>The interface speaks one language at a time: the one that a request asks for.</summary>
public sealed partial class SpokenLanguageTests
{
    // What machines know things by, what somebody wrote or recorded, and what laws, people and holidays are called: the same in every language.
    private static readonly HashSet<string> Unspoken =
    [
        .. new[] { "id", "choice", "ground", "grounds", "actor", "type", "instance", "values" },
        .. new[] { "text", "reasons", "opinion", "way", "receipt", "number", "numbers", "series", "notice" },
        .. new[] { "basis", "zh", "en", "name" },
    ];

    private static readonly (string Path, string Type)[] OtherMediaTypes =
    [
        ("/api/definitions/lint", "application/json"),
        ("/api/cases", "text/yaml"),
        ("/api/conform", "text/csv"),
        ("/api/attachments", "text/html"),
    ];

    private RunningHost _host = null!;
    private string _number = "";
    private string _accepted = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _number = await _host.Lodge();
        _accepted = await _host.Lodge();
        await _host.Do(
            _accepted,
            "wang-fang",
            """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""
        );
        await _host.Do(_accepted, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_walk_in_chinese_meets_no_english_sentence()
    {
        foreach (var (where, text) in await Walk("zh-CN"))
        {
            Assert.That(Tongues.EnglishWords().IsMatch(OfMachine().Replace(text, "")), Is.False, $"{where}: {text}");
            // What is wrong in the writing of a request is told in the words that it must be written in.
            // A state alone is a word of machines.
            if (!where.Contains(" json.") && !where.Contains(" request.") && Tongues.Chinese().IsMatch(text))
                Assert.That(StateWords.In(text), Is.Empty, $"{where}: {text}");
        }
    }

    [Test]
    public async Task A_walk_in_english_meets_no_chinese_sentence()
    {
        foreach (var (where, text) in await Walk("en"))
            Assert.That(ChineseSentence().IsMatch(text), Is.False, $"{where}: {text}");
    }

    // The process that is walked has English titles for everything; only people and companies have no English name.
    [Test]
    public async Task A_walk_in_english_meets_no_chinese_title()
    {
        string[] people = ["陈杰", "王芳", "刘洋", "李明", "许敏", "陆平", "钱进", "示范商贸有限公司"];
        foreach (var (where, text) in await Walk("en"))
        {
            var told = PaperNumber().Replace(OfMachine().Replace(text, ""), "");
            Assert.That(
                Tongues.Chinese().IsMatch(people.Aggregate(told, (t, name) => t.Replace(name, "", StringComparison.Ordinal))),
                Is.False,
                $"{where}: {text}"
            );
        }
    }

    [TestCase("zh-Hans-CN", "没有案号为“none”的案件。")]
    [TestCase("EN-us", "There is no case with the number 'none'.")]
    [TestCase("en;q=0, zh-CN", "没有案号为“none”的案件。")]
    [TestCase("fr, en-GB;q=0.8, zh;q=0.5", "There is no case with the number 'none'.")]
    public async Task A_language_is_taken_with_its_region_and_its_weight(string header, string detail) =>
        Assert.That(Text(await _host.Get("/api/cases/none", "chen-jie", ("Accept-Language", header)), "detail"), Is.EqualTo(detail));

    [Test]
    public async Task A_refusal_tells_ids_beside_titles_so_that_the_call_can_be_corrected()
    {
        var body = "{\"do\": \"complete\", \"step\": \"receive\", \"outcome\": \"doen\"}";
        var answer = await _host.Do(_number, "wang-fang", body, ("Accept-Language", "zh"));
        Assert.That((answer.Code, Text(answer, "wayOut")), Is.EqualTo(("step.outcome_unknown", "是否想写“done”（完成）？")));
        Assert.That((string?)answer.Json["values"]!["step"]!["id"], Is.EqualTo("receive"));
        Assert.That((string?)answer.Json["values"]!["outcomes"]![0]!["id"], Is.EqualTo("done"));
    }

    [Test]
    public async Task Whatever_may_not_be_done_tells_ids_beside_titles()
    {
        var shown = await _host.Get($"/api/cases/{_number}", "wang-fang", ("Accept-Language", "zh"));
        var refusals = new List<JsonObject>();
        Refusals(shown.Json, refusals);
        Assert.That(refusals, Is.Not.Empty, shown.Text);
        Assert.That(refusals.Where(r => r["values"] is null && $"{r["sentence"]}".Contains('“', StringComparison.Ordinal)), Is.Empty);
    }

    private static void Refusals(JsonNode? node, List<JsonObject> found)
    {
        if (node is JsonObject thing && thing.ContainsKey("code") && thing.ContainsKey("sentence"))
            found.Add(thing);
        foreach (
            var child in node is JsonObject o ? o.Select(m => m.Value)
            : node is JsonArray a ? a
            : []
        )
            Refusals(child, found);
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

        foreach (var (path, type) in OtherMediaTypes)
        {
            var body = new StringContent("process: x", Encoding.UTF8, type);
            var answer = await _host.Send(HttpMethod.Post, path, "xu-min", body, ("Accept-Language", language));
            Assert.That(answer.Status, Is.EqualTo(415), path);
            Collect(answer.Json, $"POST {path} {type}", found);
        }

        Assert.That(found, Has.Count.GreaterThan(300));
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
                "/api/cases?stgae=open",
                "/api/me?x=1",
                "/api/stats?from=soon",
                "/api/export?gzip=maybe",
                "/api/definitions/three-certificate",
                "/api/work?for=nobody",
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
                "/next?step=recieve&outcome=done",
                "/next?step=receive&outcome=doen",
                "/next",
                "/clocks/acceptence/explanation",
                "/steps/recieve/draft",
                "/attachments/none",
            }
        )
        foreach (var person in new[] { "chen-jie", "li-ming", "liu-yang", "xu-min" })
            yield return ("GET", $"/api/cases/{_number}{path}", person, null);
        foreach (var path in new[] { "", "/timeline", "/replay?entry=3", "/clocks/acceptance/explanation", "/clocks/handling/explanation" })
        foreach (var person in new[] { "chen-jie", "li-ming", "wang-fang", "xu-min" })
            yield return ("GET", $"/api/cases/{_accepted}{path}", person, null);
        foreach (
            var body in new[]
            {
                "",
                "[]",
                "{",
                "null",
                "{\"do\": 1}",
                "{\"do\": \"explode\"}",
                "{\"do\": \"calim\", \"step\": \"receive\"}",
                "{\"do\": \"claim\", \"step\": \"recieve\"}",
                "{\"do\": \"complete\", \"step\": \"receive\", \"outcome\": \"doen\"}",
                "{\"do\": \"complete\", \"step\": \"receive\", \"outcome\": \"done\", \"fields\": {\"nmae\": \"x\"}}",
                "{\"do\": \"complete\", \"step\": \"receive\", \"outcome\": \"done\", \"materials\": [\"aplication\"]}",
                "{\"do\": \"comment\", \"text\": \"x\", \"step\": \"recieve\"}",
                "{\"do\": \"pause-clock\", \"clock\": \"acceptence\", \"ground\": \"x\", \"reasons\": \"x\"}",
                "{\"do\": \"transfer\", \"step\": \"receive\", \"to\": \"nobody\", \"reasons\": \"x\"}",
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
        yield return ("POST", "/api/cases", "chen-jie", "{\"process\": \"three-certificate\"}");
        foreach (
            var (right, wrong) in new[]
            {
                ("\"applicant\"", "\"aplicant\""),
                ("\"application\"", "\"aplication\""),
                ("\"premises\"", "\"premisses\""),
                ("\"name\": \"示范商贸有限公司\"", "\"name\": \"\""),
            }
        )
            yield return ("POST", "/api/cases", "chen-jie", RunningHost.Lodging.Replaced(right, wrong));
        yield return ("POST", "/api/cases?effectiveOn=soon", "chen-jie", RunningHost.Lodging);
        yield return (
            "POST",
            "/api/commands",
            "wang-fang",
            $"[{{\"case\": \"{_number}\", \"command\": {{\"do\": \"frob\"}}}}, {{\"case\": \"{_number}\", \"command\": {{\"do\": \"claim\", \"step\": \"x\"}}}}]"
        );
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
                if (item?.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    found.Add((where, item.GetValue<string>()));
                else
                    Collect(item, where, found);
        if (node is not JsonObject thing)
            return;
        foreach (var (name, value) in thing.Where(member => !Unspoken.Contains(member.Key) && !IsTitleOfName(thing, member.Key)))
            if (value?.GetValueKind() == System.Text.Json.JsonValueKind.String)
                found.Add(($"{where} {thing["code"]} {name}", value.GetValue<string>()));
            else
                Collect(value, where, found);
    }

    // A name among the values: its title stands in every language as it was written.
    private static bool IsTitleOfName(JsonObject thing, string member) => member == "title" && thing.ContainsKey("id");

    private static string? Text(HostAnswer answer, string member) => (string?)answer.Json[member];

    // What the machine says is announced as its own.
    [GeneratedRegex("系统原文：[^）]*")]
    private static partial Regex OfMachine();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}+〔[0-9]{4}〕[0-9]+号")]
    private static partial Regex PaperNumber();

    [GeneratedRegex("[。；，：、“”（）]")]
    private static partial Regex ChineseSentence();
}

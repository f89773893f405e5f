using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Workflow.Host.Cases;

namespace Workflow.Tests.Host.Answers;

/// <summary>The published description of the interface is true of what is sent and answered.</summary>
public sealed partial class DescriptionTests
{
    private RunningHost _host = null!;
    private JsonObject _document = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _number = await _host.Lodge();
        await _host.Do(_number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        _document = (await _host.Get("/openapi/v1.json", null, ("X-Forwarded-Host", "evil.example"))).Json.AsObject();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("/api/cases", "/api/cases")]
    [TestCase("/api/cases/{number}", "/api/cases/#")]
    [TestCase("/api/cases/{number}/timeline", "/api/cases/#/timeline")]
    [TestCase("/api/work", "/api/work")]
    [TestCase("/api/copies", "/api/copies")]
    [TestCase("/api/me", "/api/me")]
    [TestCase("/api/definitions", "/api/definitions")]
    [TestCase("/api/cases/{number}/clocks/{clock}/explanation", "/api/cases/#/clocks/acceptance/explanation")]
    public async Task An_answer_is_as_its_schema_says(string path, string asked)
    {
        foreach (var person in new[] { "wang-fang", "chen-jie" })
        {
            var answer = await _host.Get(asked.Replace("#", _number, StringComparison.Ordinal), person);
            Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
            Assert.That(
                Faults(At("paths", path, "get", "responses", "200", "content", "application/json", "schema"), answer.Json),
                Is.Empty
            );
        }
    }

    [Test]
    public async Task A_refusal_is_as_its_schema_says()
    {
        var answer = await _host.Get("/api/cases/none", "chen-jie");
        Assert.That(
            Faults(
                At("paths", "/api/cases/{number}", "get", "responses", "404", "content", "application/problem+json", "schema"),
                answer.Json
            ),
            Is.Empty
        );
    }

    [Test]
    public void The_plain_body_of_the_walkthrough_is_as_its_schema_says()
    {
        var body = JsonNode.Parse(
            """{"do": "lodge", "process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "陈杰"}], "form": {"name": "晨光", "premises": "自有"}, "materials": ["application"]}"""
        )!;
        Assert.That(Faults(At("paths", "/api/cases", "post", "requestBody", "content", "application/json", "schema"), body), Is.Empty);
    }

    [Test]
    public void Pages_of_different_things_have_different_names()
    {
        var pages = new[] { "/api/cases", "/api/work", "/api/copies", "/api/cases/{number}/timeline" }.Select(path =>
            At("paths", path, "get", "responses", "200", "content", "application/json", "schema")["$ref"]!.GetValue<string>()
        );
        Assert.That(
            pages,
            Is.EqualTo(
                new[] { "ListCasesItem", "ListWorkItem", "ListCopiesItem", "ShowTimelineItem" }.Select(name =>
                    $"#/components/schemas/PageOf{name}"
                )
            )
        );
    }

    [Test]
    public void Whole_numbers_are_whole_numbers() =>
        Assert.That(
            _document["components"]!["schemas"]!["CaseView"]!["properties"]!["revision"]!["type"]!.ToJsonString(),
            Is.EqualTo("\"integer\"")
        );

    [Test]
    public void Every_parameter_is_called_as_a_caller_writes_it()
    {
        var names = (
            from path in _document["paths"]!.AsObject()
            from asked in path.Value!.AsObject()
            from parameter in asked.Value!["parameters"]?.AsArray() ?? []
            where parameter!["in"]!.GetValue<string>() != "header"
            select $"{path.Key} {parameter["name"]}"
        ).ToList();
        Assert.That(names, Does.Contain("/api/conform process").And.Contain("/api/cases/{number} number"));
        Assert.That(names.Where(name => !char.IsAsciiLetterLower(name[name.LastIndexOf(' ') + 1])), Is.Empty);
    }

    [Test]
    public void Every_chapter_says_what_it_holds() =>
        Assert.That(
            _document["tags"]!.AsArray().Where(t => t!["description"] is null).Select(t => t!["name"]!.GetValue<string>()),
            Is.Empty
        );

    [Test]
    public void Every_operation_and_every_parameter_is_described_in_both_languages()
    {
        var untold = new List<string>();
        foreach (var (path, method, operation) in Operations().Some())
        {
            if (!InBoth().IsMatch($"{operation["summary"]}"))
                untold.Add($"{method} {path}");
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                if (!InBoth().IsMatch($"{parameter!["description"]}"))
                    untold.Add($"{method} {path} {parameter["name"]}");
        }

        untold.AddRange(_document["tags"]!.AsArray().Where(t => !InBoth().IsMatch($"{t!["description"]}")).Select(t => $"{t!["name"]}"));
        Assert.That(untold, Is.Empty);
    }

    [Test]
    public void Every_record_and_every_member_says_what_it_is()
    {
        var schemas = _document["components"]!["schemas"]!.AsObject();
        var untold = schemas.Where(s => !IsDescribed(s.Value!)).Select(s => s.Key).ToList();
        foreach (var (name, schema) in schemas.Some())
            untold.AddRange((schema!["properties"]?.AsObject() ?? []).Where(m => !IsDescribed(m.Value!)).Select(m => $"{name}.{m.Key}"));
        Assert.That(untold, Is.Empty);
    }

    [Test]
    public void Every_example_is_as_its_schema_says()
    {
        var (faults, counted) = (new List<string>(), 0);
        foreach (var (path, method, operation) in Operations())
        foreach (var (where, content) in Contents(operation))
        foreach (var example in ExamplesOf(content))
        {
            counted++;
            faults.AddRange(Faults(content["schema"]!, example).Select(fault => $"{method} {path} {where}: {fault}"));
        }

        foreach (var (name, schema) in _document["components"]!["schemas"]!.AsObject())
        foreach (var example in schema!["examples"]?.AsArray() ?? [])
        {
            counted++;
            faults.AddRange(Faults(schema, example!).Select(fault => $"{name}: {fault}"));
        }

        Assert.That(faults, Is.Empty);
        Assert.That(counted, Is.GreaterThan(60));
    }

    [Test]
    public void Every_command_that_a_person_may_give_has_an_example_that_is_read()
    {
        var examples = At("paths", "/api/cases/{number}/commands", "post", "requestBody", "content", "application/json", "examples")
            .AsObject();
        Assert.That(examples.Select(e => e.Key), Is.EquivalentTo(Commands().Except(["expire-clock", "rederive-clocks", "name-called"])));
        foreach (var (name, example) in examples.Some())
            Assert.That(() => CommandBody.Read(example!["value"]!.ToJsonString()), Throws.Nothing, name);
    }

    [Test]
    public void Every_body_of_json_and_the_chief_answers_have_an_example()
    {
        var lacking = Operations()
            .Where(o => o.Operation["requestBody"]?["content"]?["application/json"] is { } taken && !ExamplesOf(taken).Any())
            .Select(o => o.Path);
        Assert.That(lacking, Is.Empty);
        foreach (
            var (path, method, status) in new[]
            {
                ("/api/cases", "post", "201"),
                ("/api/cases/{number}/commands", "post", "200"),
                ("/api/cases", "get", "200"),
                ("/api/definitions/lint", "post", "200"),
            }
        )
            Assert.That(ExamplesOf(At("paths", path, method, "responses", status, "content", "application/json")), Is.Not.Empty, path);
    }

    private IEnumerable<string> Commands() =>
        _document["components"]!["schemas"]!
            .AsObject()
            .Where(s => s.Key.StartsWith("CaseCommand", StringComparison.Ordinal) && s.Value!["properties"]?["do"]?["enum"] is not null)
            .Select(s => (string)s.Value!["properties"]!["do"]!["enum"]![0]!);

    private IEnumerable<(string Path, string Method, JsonNode Operation)> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!);

    private static IEnumerable<(string Where, JsonNode Content)> Contents(JsonNode operation) =>
        (operation["requestBody"]?["content"]?.AsObject() ?? [])
            .Select(c => ($"body {c.Key}", c.Value!))
            .Concat(
                from answer in operation["responses"]!.AsObject()
                from content in answer.Value!["content"]?.AsObject() ?? []
                select ($"{answer.Key} {content.Key}", content.Value!)
            );

    private static IEnumerable<JsonNode> ExamplesOf(JsonNode content) =>
        (content["example"] is { } only ? [only] : Array.Empty<JsonNode>()).Concat(
            (content["examples"]?.AsObject() ?? []).Select(e => e.Value!["value"]!)
        );

    // A member that is of a described record alone needs no more words.
    private bool IsDescribed(JsonNode schema) =>
        !string.IsNullOrWhiteSpace((string?)schema["description"])
        || ((string?)schema["$ref"] is { } elsewhere && IsDescribed(_document["components"]!["schemas"]![elsewhere.Split('/')[^1]]!));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}.* / .*[A-Za-z]{3}")]
    private static partial Regex InBoth();

    [Test]
    public void It_names_no_host_and_asks_no_token_where_none_is_needed()
    {
        Assert.That(_document.ToJsonString(), Does.Not.Contain("evil.example"));
        Assert.That(At("paths", "/health/live", "get", "security").ToJsonString(), Is.EqualTo("[]"));
        Assert.That(
            At("paths", "/api/me", "get", "responses").AsObject().Select(r => r.Key),
            Is.SupersetOf(new[] { "200", "400", "401", "429", "500", "503" })
        );
    }

    // A word of OpenAPI that tells generators which branch to take; the schema says the same without it.
    private static void DropDiscriminators(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            if (members["discriminator"] is JsonObject)
                members.Remove("discriminator");
            foreach (var (_, member) in members)
                DropDiscriminators(member);
        }
        else if (node is JsonArray list)
        {
            foreach (var member in list)
                DropDiscriminators(member);
        }
    }

    private JsonNode At(params string[] path) =>
        path.Aggregate((JsonNode)_document, (node, name) => node[name] ?? throw new KeyNotFoundException(name));

    private List<string> Faults(JsonNode schema, JsonNode answer)
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["components"] = _document["components"]!.DeepClone(),
            ["allOf"] = new JsonArray(schema.DeepClone()),
        };
        DropDiscriminators(whole);
        var found = JsonSchema
            .FromText(whole.ToJsonString())
            .Evaluate(JsonDocument.Parse(answer.ToJsonString()).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return found.IsValid
            ? []
            :
            [
                .. (found.Details ?? [])
                    .Where(d => d.Errors is not null)
                    .SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {d.EvaluationPath} {e.Key}: {e.Value}"))
                    .Take(12),
            ];
    }
}

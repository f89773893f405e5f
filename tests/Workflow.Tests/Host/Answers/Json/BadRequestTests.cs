using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Workflow.Host.Answers;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Answers.Json;

public sealed class BadRequestTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("", "The JSON cannot be read at line 1, byte 1, path $: it is not well-formed JSON.")]
    [TestCase("{\"process\": \"x\",\n  oops}", "The JSON cannot be read at line 2, byte 3, path $: it is not well-formed JSON.")]
    [TestCase("[]", "an object is expected")]
    [TestCase("{\"process\": 1}", "path $.process")]
    [TestCase("{\"process\": \"x\", \"surprise\": 1}", "surprise")]
    [TestCase("{\"process\": \"x\", \"process\": \"y\"}", "process")]
    public async Task Malformed_json_is_told_with_its_place(string json, string words)
    {
        var answer = await _host.Post("/api/cases", "chen-jie", json);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")), answer.Text);
        Assert.That(answer.Json["detail"]!.GetValue<string>(), Does.Contain(words));
    }

    [TestCase("explode", "There is no command 'explode'.", "The case shows what can be done now; /swagger lists every command.")]
    [TestCase("compelte", "There is no command 'compelte'.", "Did you mean 'complete'?")]
    [TestCase("Claim", "There is no command 'Claim'.", "Did you mean 'claim'?")]
    public async Task A_command_that_nobody_knows_is_answered_with_the_one_that_was_meant(string name, string sentence, string way)
    {
        foreach (var path in new[] { "/api/cases", $"/api/cases/{await _host.Lodge()}/commands" })
        {
            var answer = await _host.Post(
                path,
                path == "/api/cases" ? "chen-jie" : "wang-fang",
                $"{{\"do\": \"{name}\", \"step\": \"receive\"}}"
            );
            Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "command.unknown")), answer.Text);
            Assert.That(((string?)answer.Json["detail"], (string?)answer.Json["wayOut"]), Is.EqualTo((sentence, way)));
        }
    }

    [TestCase("/api/cases?limit=many", "The request cannot be read: 'limit' must be a whole number, and 'many' is not.")]
    [TestCase("/api/cases?limit=1\".", "The request cannot be read: 'limit' must be a whole number, and '1\".' is not.")]
    [TestCase("/api/stats?from=soon", "The request cannot be read: 'from' must be a day like 2020-05-14, and 'soon' is not.")]
    [TestCase("/api/export?gzip=maybe", "The request cannot be read: 'gzip' must be true or false, and 'maybe' is not.")]
    public async Task A_value_of_the_wrong_kind_is_told_with_the_kind_that_is_expected(string path, string sentence)
    {
        var answer = await _host.Get(path, "xu-min");
        Assert.That((answer.Status, answer.Code, (string?)answer.Json["detail"]), Is.EqualTo((400, "request.malformed", sentence)));
    }

    [Test]
    public void Every_value_of_the_interface_is_of_a_kind_that_can_be_told()
    {
        var described = _host.Part<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(g => g.Items);
        var asked = described.SelectMany(d => d.ParameterDescriptions).Where(p => p.Source == BindingSource.Query);
        Assert.That(asked.Where(p => !KnownQuery.Reads(p.Type)).Select(p => $"{p.Name}: {p.Type}"), Is.Empty);
    }

    [Test]
    public async Task Whom_one_acts_for_and_the_format_are_asked_only_where_they_are_read()
    {
        var described = _host.Part<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(g => g.Items).ToList();
        foreach (var name in new[] { "for", "format" })
        foreach (var at in Without(described, name))
        {
            var path = Regex.Replace(at.RelativePath!, "{[^}]*}", "1");
            var answer = await _host.Send(new HttpMethod(at.HttpMethod!), $"/{path}?{name}=nobody", "xu-min");
            var code = at.ParameterDescriptions.Any(p => p.Source == BindingSource.Query) ? "request.query" : "request.no_query";
            Assert.That((answer.Status, answer.Code), Is.EqualTo((400, code)), $"{at.HttpMethod} {path}: {answer.Text}");
            Assert.That((string?)answer.Json["detail"], Does.Contain($"'{name}'"), $"{at.HttpMethod} {path}");
        }
    }

    private static List<ApiDescription> Without(IEnumerable<ApiDescription> described, string name)
    {
        var without = described
            .Where(IsOfInterface)
            .Where(d => d.ParameterDescriptions.All(p => !p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        Assert.That(without, Has.Count.GreaterThan(40), name);
        return without;
    }

    private static bool IsOfInterface(ApiDescription described) => described.RelativePath!.StartsWith("api/", StringComparison.Ordinal);

    [TestCase("wang-fagn", "zhou-li", "wang-fagn", "Did you mean 'wang-fang' (王芳)?")]
    [TestCase("wang-fang", "zhou-lii", "zhou-lii", "Did you mean 'zhou-li' (周丽)?")]
    [TestCase("wang-fang", "x", "x", null)]
    public async Task Work_is_handed_over_between_people_whom_the_register_knows(string from, string to, string unknown, string? way)
    {
        var answer = await _host.Post("/api/handovers", "gao-yang", $$"""{"from": "{{from}}", "to": "{{to}}", "reasons": "调离"}""");
        Assert.That(
            (answer.Status, answer.Code, (string?)answer.Json["detail"], (string?)answer.Json["wayOut"]),
            Is.EqualTo((422, "person.unknown", $"The register does not know '{unknown}'.", way))
        );
    }

    [TestCase("wang-fagn", "zhou-li")]
    [TestCase("wang-fang", "zhou-lii")]
    [TestCase("wang-fagn", "zhou-lii")]
    [TestCase("he-jun", "liu-yang")]
    public async Task A_party_is_not_told_who_works_here(string from, string to)
    {
        var known = await _host.Post("/api/handovers", "chen-jie", """{"from": "wang-fang", "to": "zhou-li", "reasons": "x"}""");
        var answer = await _host.Post("/api/handovers", "chen-jie", $$"""{"from": "{{from}}", "to": "{{to}}", "reasons": "x"}""");
        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, known.Text)));
        Assert.That(answer.Json["items"]!.AsArray(), Is.Empty);
    }

    [TestCase("""{"do": 5}""", "path $.do: a text is expected there, not 5.", null)]
    [TestCase("""{"do": "complete", "step": "receive", "outcome": null}""", "path $.outcome: a text is expected there, not null.", null)]
    [TestCase("""{"do": "complete", "step": 5, "outcome": "done"}""", "path $.step: a text is expected there, not 5.", null)]
    [TestCase(
        """{"do": "complete", "step": "receive", "outcome": "done", "with": "x"}""",
        "path $.with: a list is expected there, not \"x\".",
        null
    )]
    [TestCase(
        """{"do": "complete", "step": "receive", "outcome": "done", "with": [5]}""",
        "path $.with[0]: a text is expected there, not 5.",
        null
    )]
    [TestCase(
        """{"do": "complete", "step": "receive", "outcome": "done", "fields": [1]}""",
        "path $.fields: an object is expected there, not a list.",
        null
    )]
    [TestCase(
        """{"do": "extend-clock", "clock": "handling", "by": {"amount": "1", "unit": "Days"}, "reasons": "x"}""",
        "path $.by.amount: a whole number is expected there, not \"1\".",
        null
    )]
    [TestCase("""{"do": "claim", "step": "receive", "hash": "x"}""", "path $.hash: 'hash' is not known there.", "There can be step.")]
    [TestCase("""{"do": "claim", "stpe": "receive"}""", "path $.stpe: 'stpe' is not known there.", "Did you mean 'step'?")]
    [TestCase(
        """{"do": "transfer", "step": "receive", "to": "zhou-li", "reasons": "x"}""",
        "path $.to: 'to' is not known there.",
        "There can be step, person, reasons and participant."
    )]
    [TestCase("""{"do": "transfer", "step": "receive"}""", "path $: person and reasons are missing.", null)]
    [TestCase("""{"do": "transfer", "step": "receive", "reasons": "x"}""", "path $: person is missing.", null)]
    [TestCase(
        """{"do": "complete", "step": "receive", "outcome": "done", "fields": {"x": {"is": "txt"}}}""",
        "path $.fields.x: no kind of value there is called 'txt'.",
        "Did you mean 'text'?"
    )]
    public async Task A_body_of_another_shape_is_told_what_was_expected_and_what_was_found(string json, string words, string? way)
    {
        var answer = await _host.Do(await _host.Lodge(), "wang-fang", json);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")), answer.Text);
        Assert.That(((string?)answer.Json["detail"], (string?)answer.Json["wayOut"]), Is.EqualTo((Tail(answer, words), way)));
    }

    [Test]
    public async Task Everything_that_is_wrong_in_a_body_is_told_at_once_each_at_its_place()
    {
        var answer = await _host.Do(
            await _host.Lodge(),
            "wang-fang",
            """{"do": "extend-clock", "clock": 5, "by": {"amount": "1", "unti": "Days"}, "hash": "x", "reasons": null}"""
        );
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")), answer.Text);
        Assert.That(
            answer.Json["errors"]!.AsArray().Select(e => $"{e!["pointer"]} {e["code"]} {e["detail"]} {e["wayOut"]}".Trim()),
            Is.EqualTo(
                new[]
                {
                    "#/clock json.wrong_kind The JSON cannot be read at path $.clock: a text is expected there, not 5.",
                    "#/by/amount json.wrong_kind The JSON cannot be read at path $.by.amount: a whole number is expected there, not \"1\".",
                    "#/by/unti json.unknown_member The JSON cannot be read at path $.by.unti: 'unti' is not known there. Did you mean 'unit'?",
                    "#/by/unit json.missing The JSON cannot be read at path $.by.unit: unit is missing.",
                    "#/hash json.unknown_member The JSON cannot be read at path $.hash: 'hash' is not known there. There can be clock, by and reasons.",
                    "#/reasons json.wrong_kind The JSON cannot be read at path $.reasons: a text is expected there, not null.",
                }
            )
        );
    }

    [TestCase(
        "/api/cases",
        "chen-jie",
        """{"process": 1, "parties": [{"role": 2}], "a/b~c": 1}""",
        "#/process #/parties/0/role #/parties/0/name #/a~1b~0c"
    )]
    [TestCase(
        "/api/cases",
        "chen-jie",
        """{"process": "x", "parties": [], "form": {"a": {"is": "txt"}, "b": null}, "materials": [null, 5]}""",
        "#/form/a #/form/b #/materials/0 #/materials/1"
    )]
    [TestCase("/api/handovers", "gao-yang", """{"from": 1, "too": 2}""", "#/from #/too #/to #/reasons")]
    [TestCase(
        "/api/cases/#/commands",
        "wang-fang",
        """{"do": "complete", "step": "\u0000", "with": ["a", 5, {"b": 1}], "fields": []}""",
        "#/step #/with/1 #/with/2 #/fields #/outcome"
    )]
    [TestCase(
        "/api/cases/#/migration/preview",
        "li-ming",
        """{"to": 1, "map": {"steps": {"a": 5}}, "document": "x"}""",
        "#/to #/map/steps/a #/reasons"
    )]
    public async Task Every_body_is_told_everything_that_is_wrong_in_it(string path, string person, string body, string pointers)
    {
        var answer = await _host.Post(path.Replace("#", await _host.Lodge(), StringComparison.Ordinal), person, body);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")), answer.Text);
        Assert.That(string.Join(' ', answer.Json["errors"]!.AsArray().Select(e => $"{e!["pointer"]}")), Is.EqualTo(pointers), answer.Text);
        // Texts that nobody writes are found before anything has a shape.
        var (first, told) = ((string?)answer.Json["errors"]![0]!["detail"], (string?)answer.Json["detail"]);
        if (!told!.Contains("path $:", StringComparison.Ordinal))
            Assert.That(told.Split("path ")[1], Is.EqualTo(first!.Split("path ")[1]), "The sentence is the first of the list.");
    }

    [TestCase("{")]
    [TestCase("")]
    public async Task What_is_no_json_has_one_place(string body)
    {
        var answer = await _host.Post("/api/cases", "chen-jie", body);
        Assert.That((answer.Code, answer.Json["errors"]), Is.EqualTo(("json.malformed", (object?)null)));
    }

    // Where the serializer stood is its affair; the path and what follows it are ours.
    private static string Tail(HostAnswer answer, string words) => $"{((string?)answer.Json["detail"])!.Split("path ")[0]}{words}";

    [Test]
    public async Task A_stage_that_nobody_knows_is_answered_with_those_in_which_a_case_may_be()
    {
        foreach (var stage in new[] { "foo", "none" })
            Assert.That(
                (string?)(await _host.Get($"/api/cases?stage={stage}", "xu-min")).Json["detail"],
                Is.EqualTo($"'stage' is Open, Concluded or Closed, not '{stage}'.")
            );
    }

    [TestCase("/api/cases?stgae=open", "Did you mean 'stage'?")]
    [TestCase("/api/me?x=1", "Leave out what follows the ? of the address.")]
    public async Task A_parameter_that_nobody_knows_is_answered_with_a_way_out(string path, string way)
    {
        var answer = await _host.Get(path, "chen-jie");
        Assert.That((answer.Status, (string?)answer.Json["wayOut"]), Is.EqualTo((400, way)), answer.Text);
    }

    [TestCase(
        "/api/definitions/lint",
        "application/json",
        "Only application/yaml, application/x-yaml, text/yaml, text/x-yaml or text/plain is accepted here; this is application/json."
    )]
    [TestCase("/api/cases", "text/yaml", "Only application/json is accepted here; this is text/yaml.")]
    [TestCase("/api/conform", "text/csv", "Only multipart/form-data is accepted here; this is text/csv.")]
    public async Task Another_media_type_is_told_what_was_sent_and_what_is_taken(string path, string sent, string sentence)
    {
        var answer = await _host.Send(HttpMethod.Post, path, "xu-min", new StringContent("process: x", Encoding.UTF8, sent));
        Assert.That((answer.Status, answer.Code), Is.EqualTo((415, "request.media_type")), answer.Text);
        Assert.That((string?)answer.Json["detail"], Is.EqualTo(sentence));
    }

    [TestCase("""{"do": "extend-clock", "clock": "handling", "by": {"amount": 1, "unit": 99}, "reasons": "x"}""")]
    [TestCase("""{"do": "extend-clock", "clock": "handling", "by": null, "reasons": "x"}""")]
    [TestCase("""{"do": "complete", "step": "receive"}""")]
    [TestCase("""{"do": "complete", "step": "receive", "outcome": "done", "with": null}""")]
    public async Task A_command_of_the_wrong_shape_names_none_of_our_types(string json)
    {
        var answer = await _host.Do(await _host.Lodge(), "wang-fang", json);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")), answer.Text);
        Assert.That(answer.Json["detail"]!.GetValue<string>(), Does.Not.Contain("Workflow.").And.Not.Contain(".NET"));
    }

    [Test]
    public async Task Json_that_nests_too_deep_is_refused()
    {
        var answer = await _host.Post("/api/cases", "chen-jie", $"{{\"form\": {new string('[', 10_000)}{new string(']', 10_000)}}}");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")));
    }

    [Test]
    public async Task A_body_over_a_mebibyte_is_refused()
    {
        // It is refused by its length, before anything of it is sent; a client that sends at once may find the connection closed.
        var answer = await _host.Post(
            "/api/cases",
            "chen-jie",
            $"{{\"process\": \"{new string('x', 1 << 20)}\"}}",
            ("Expect", "100-continue")
        );
        Assert.That((answer.Status, answer.Code), Is.EqualTo((413, "request.too_large")));
    }

    [Test]
    public async Task Another_media_type_is_refused()
    {
        var answer = await _host.Send(
            HttpMethod.Post,
            "/api/cases",
            "chen-jie",
            new StringContent("process: x", Encoding.UTF8, "text/yaml")
        );
        Assert.That((answer.Status, answer.Code), Is.EqualTo((415, "request.media_type")));
    }

    [Test]
    public async Task Bytes_that_are_no_utf_8_are_refused()
    {
        var body = new ByteArrayContent([(byte)'{', 0xff, 0xfe]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await _host.Send(HttpMethod.Post, "/api/cases", "chen-jie", body);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "request.encoding")));
    }

    [TestCase("/api/cases?cursor=nonsense", "request.cursor")]
    [TestCase("/api/cases?limit=0", "request.limit")]
    [TestCase("/api/work?limit=100000", "request.limit")]
    [TestCase("/api/cases?limit=many", "request.malformed")]
    public async Task A_bad_query_is_refused(string path, string code)
    {
        var answer = await _host.Get(path, "chen-jie");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, code)));
    }

    [Test]
    public async Task Lint_over_http_follows_the_rules_and_knows_its_profiles()
    {
        var process = await File.ReadAllTextAsync(Path.Combine(Repository.Definitions, "market", "three-certificates.yaml"));
        // Each department has three working days.
        var slow = process.Replaced("for: 2 working days", "for: 4 working days");
        var (clean, broken) = (
            new StringContent(slow, Encoding.UTF8, "application/yaml"),
            process.Replaced("until: decided", "until: never")
        );
        var answer = await _host.Send(HttpMethod.Post, "/api/definitions/lint?profile=four-steps-three-days", "xu-min", clean);
        Assert.That(answer.Json["publishable"]!.GetValue<bool>(), Is.True, answer.Text);
        Assert.That(answer.Json["problems"]!.AsArray().Select(p => p!["code"]!.GetValue<string>()), Has.Some.StartsWith("profile."));
        answer = await _host.Send(
            HttpMethod.Post,
            "/api/definitions/lint",
            "xu-min",
            new StringContent(broken, Encoding.UTF8, "application/yaml")
        );
        Assert.That(answer.Json["publishable"]!.GetValue<bool>(), Is.False, answer.Text);
        answer = await _host.Send(
            HttpMethod.Post,
            "/api/definitions/lint?profile=mine",
            "xu-min",
            new StringContent(process, Encoding.UTF8, "application/yaml")
        );
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "request.among")));
    }

    [TestCase("/api/cases/none", "case.unknown_number")]
    [TestCase("/api/definitions/none", "process.unknown")]
    [TestCase("/api/nowhere", "request.unknown_path")]
    public async Task What_does_not_exist_is_a_problem_too(string path, string code)
    {
        var answer = await _host.Get(path, "chen-jie");
        Assert.That((answer.Status, answer.MediaType, answer.Code), Is.EqualTo((404, "application/problem+json", code)));
    }

    [TestCase("""{"do": "expire-clock", "clock": "acceptance"}""")]
    [TestCase("""{"do": "rederive-clocks"}""")]
    public async Task A_person_does_not_give_the_commands_of_rules(string json)
    {
        var answer = await _host.Do(await _host.Lodge(), "wang-fang", json);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((422, "command.rule_only")));
    }

    [Test]
    public async Task A_person_does_not_lodge_in_the_name_of_another_case()
    {
        var answer = await _host.Post(
            "/api/cases",
            "chen-jie",
            RunningHost.Lodging.Replaced("{\"process\"", "{\"parent\": {\"case\": \"x\", \"step\": \"y\"}, \"process\"")
        );
        Assert.That((answer.Status, answer.Code), Is.EqualTo((422, "command.called_only")));
    }

    [Test]
    public async Task The_title_is_in_the_language_asked_for()
    {
        var chinese = await _host.Get("/api/cases/none", "chen-jie", ("Accept-Language", "fr"));
        var english = await _host.Get("/api/cases/none", "chen-jie", ("Accept-Language", "en-GB,zh;q=0.5"));
        Assert.That(
            (chinese.Json["title"]!.GetValue<string>(), english.Json["title"]!.GetValue<string>()),
            Is.EqualTo(("没有找到", "Not found"))
        );
    }

    [Test]
    public void Both_languages_have_the_same_words() => Assert.That(Words.In("zh").Keys, Is.EquivalentTo(Words.In("en").Keys));
}

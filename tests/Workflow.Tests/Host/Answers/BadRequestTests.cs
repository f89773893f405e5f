using System.Net.Http.Headers;
using System.Text;
using Workflow.Host.Wording;
using Workflow.Tests.Support;

namespace Workflow.Tests.Host.Answers;

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
    [TestCase("{\"do\": \"explode\"}", "explode")]
    public async Task Malformed_json_is_told_with_its_place(string json, string words)
    {
        var answer = await _host.Post("/api/cases", "chen-jie", json);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")), answer.Text);
        Assert.That(answer.Json["detail"]!.GetValue<string>(), Does.Contain(words));
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
        var answer = await _host.Post("/api/cases", "chen-jie", $"{{\"process\": \"{new string('x', 1 << 20)}\"}}");
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
        var (clean, broken) = (
            new StringContent(process, Encoding.UTF8, "application/yaml"),
            process.Replace("until: decided", "until: never", StringComparison.Ordinal)
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
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "request.profile")));
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
            RunningHost.Lodging.Replace(
                "{\"process\"",
                "{\"parent\": {\"case\": \"x\", \"step\": \"y\"}, \"process\"",
                StringComparison.Ordinal
            )
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

using System.Net;
using System.Net.Sockets;
using System.Text;
using Workflow.Storage.Reading;

namespace Workflow.Tests.Host.Answers;

/// <summary>What has broken parsers before: each is answered with a problem, the process goes on, and nothing is written.</summary>
public sealed class HostileRequestTests
{
    private RunningHost _host = null!;
    private string _case = "";
    private List<CaseHead> _before = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _case = await _host.Lodge();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [SetUp]
    public void Look() => _before = Heads();

    [TearDown]
    public async Task Nothing_is_written_and_the_host_goes_on()
    {
        Assert.That((await _host.Get("/health/ready")).Status, Is.EqualTo(200));
        Assert.That(Heads(), Is.EqualTo(_before));
    }

    private List<CaseHead> Heads() => [.. new CaseReads(_host.Place.Database).List(new CaseFilter(), null, 1_000)];

    private static IEnumerable<TestCaseData> Lodgings()
    {
        yield return Of("a lone surrogate", """{"form": {"name": "\ud800"}}""");
        yield return Of("a lone surrogate in a key", """{"form": {"\udc00": "x"}}""");
        yield return Of(
            "NUL in a name",
            """{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie\u0000", "name": "x"}], "form": {"name": "x"}}"""
        );
        yield return Of("NUL in the process", """{"process": "three\u0000certificates"}""");
        yield return Of("NUL byte", "{\"process\": \"\0\"}");
        yield return Of("a number beyond every type", """{"process": "three-certificates", "form": {"name": 1e999999999}}""");
        yield return Of(
            "a number of 10,000 digits",
            $$$"""{"process": "three-certificates", "form": {"name": {{{new string('9', 10_000)}}} }}"""
        );
        yield return Of("not a number", """{"process": "three-certificates", "form": {"name": NaN}}""");
        yield return Of("null for a value", """{"process": "three-certificates", "form": {"name": null}}""");
        yield return Of("null for a form", """{"process": "three-certificates", "form": null}""");
        yield return Of("null for a party", """{"process": "three-certificates", "parties": [null]}""");
        yield return Of("null for a material", """{"process": "three-certificates", "materials": [null]}""");
        yield return Of("null for the process", """{"process": null}""");
        yield return Of("null", "null");
        yield return Of("a number", "1");
        yield return Of("a field twice", """{"process": "three-certificates", "form": {"name": "x", "name": "y"}}""");
        yield return Of("a column twice", """{"process": "three-certificates", "form": {"name": [{"a": 1, "a": 2}]}}""");
        yield return Of(
            "a sealed value made up",
            """{"process": "three-certificates", "form": {"name": {"is": "sealed", "sha256": "00"}}}"""
        );
        yield return Of("an unknown kind of value", """{"process": "three-certificates", "form": {"name": {"is": "System.Object"}}}""");
        yield return Of("a value without its kind", """{"process": "three-certificates", "form": {"name": {"text": "x"}}}""");
        yield return Of("null inside a value", """{"process": "three-certificates", "form": {"name": {"is": "text", "text": null}}}""");
        yield return Of("rows of nothing", """{"process": "three-certificates", "form": {"name": {"is": "rows", "rows": null}}}""");
        yield return Of("rows of null", """{"process": "three-certificates", "form": {"name": {"is": "rows", "rows": [null]}}}""");
        yield return Of("plain rows of null", """{"process": "three-certificates", "form": {"name": [null]}}""");
        yield return Of("a column of null", """{"process": "three-certificates", "form": {"name": [{"a": null}]}}""");
        yield return Of("10,000 deep objects", string.Concat(Enumerable.Repeat("""{"form":""", 10_000)) + "1" + new string('}', 10_000));
        yield return Of(
            "10,000 deep rows",
            $$$"""{"process": "three-certificates", "form": {"name": {{{new string('[', 10_000)}}}{{{new string(']', 10_000)}}} }}"""
        );
        yield return Of("an open end", """{"process": "three-certificates", "form": {""");
        yield return Of("a tail", """{"process": "three-certificates"} {}""");
        yield return Of("a comment", """{"process": "three-certificates" /* x */}""");
        yield return Of(
            "a text of 5,000 characters",
            $$$"""{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "x"}], "form": {"name": "{{{new string('x', 5_000)}}}"}}"""
        );
        yield return Of(
            "a party's name of 100,000 characters",
            $$$"""{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "{{{new string('x', 100_000)}}}"}], "form": {"name": "x"}, "materials": ["application"]}"""
        );
        yield return Of(
            "NUL in a party's name",
            """{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "a\u0000b"}], "form": {"name": "x"}, "materials": ["application"]}"""
        );
        yield return Of(
            "NUL in a field",
            """{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "x"}], "form": {"name": "a\u0000b"}, "materials": ["application"]}"""
        );
        yield return Of(
            "a lone surrogate in a party's name",
            """{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "\udfff"}], "form": {"name": "x"}, "materials": ["application"]}"""
        );
    }

    [TestCaseSource(nameof(Lodgings))]
    public async Task A_hostile_lodging_is_a_problem(string json) => IsProblem(await _host.Post("/api/cases", "chen-jie", json));

    private static IEnumerable<TestCaseData> Commands()
    {
        yield return Of("an index beyond every row", """{"do": "complete", "step": "receive[99999999999999999999]", "outcome": "done"}""");
        yield return Of("a negative index", """{"do": "complete", "step": "receive[-1]", "outcome": "done"}""");
        yield return Of("no command", "{}");
        yield return Of("a command without its name", """{"step": "receive", "outcome": "done"}""");
        yield return Of("a command named by nothing", """{"do": null, "step": "receive"}""");
        yield return Of(
            "a number that is null",
            """{"do": "complete", "step": "receive", "outcome": "done", "numbers": {"receipt": null}}"""
        );
        yield return Of(
            "an opinion of 100,000 characters",
            $$$"""{"do": "answer", "step": "licence", "choice": "grant", "opinion": "{{{new string('x', 100_000)}}}"}"""
        );
        yield return Of("an empty step", """{"do": "complete", "step": "", "outcome": "done"}""");
        yield return Of("an index without a step", """{"do": "claim", "step": "[1]"}""");
        yield return Of("an open bracket", """{"do": "claim", "step": "receive["}""");
        yield return Of("a lone surrogate for a step", """{"do": "claim", "step": "\ud800"}""");
        yield return Of("NUL in the reasons", """{"do": "complete", "step": "withdrawal", "outcome": "done", "reasons": "a\u0000b"}""");
        yield return Of("a remark of nothing", """{"do": "comment", "text": ""}""");
        yield return Of("a remark with NUL", """{"do": "comment", "text": "a\u0000b"}""");
        yield return Of("a remark with a lone surrogate", """{"do": "comment", "text": "\ud800"}""");
        yield return Of("a remark of 100,000 characters", $$$"""{"do": "comment", "text": "{{{new string('x', 100_000)}}}"}""");
        yield return Of(
            "an extension by centuries",
            """{"do": "extend-clock", "clock": "handling", "by": {"amount": 2147483647, "unit": "WorkingDays"}, "reasons": "x"}"""
        );
        yield return Of(
            "an extension by less than nothing",
            """{"do": "extend-clock", "clock": "handling", "by": {"amount": -2147483648, "unit": "Months"}, "reasons": "x"}"""
        );
        yield return Of(
            "a pause to the end of time",
            """{"do": "pause-clock", "clock": "handling", "ground": "检验", "document": "x", "to": "9999-12-31"}"""
        );
        yield return Of(
            "a pause to the beginning of time",
            """{"do": "pause-clock", "clock": "handling", "ground": "检验", "document": "x", "to": "0001-01-01"}"""
        );
        yield return Of("a file of the greatest size", """{"do": "attach", "sha256": "00", "name": "x", "size": 9223372036854775807}""");
        yield return Of("a file named upwards", """{"do": "attach", "sha256": "../../etc/passwd", "name": "../../x", "size": 1}""");
        yield return Of(
            "a thousand signers",
            $$$"""{"do": "complete", "step": "receive", "outcome": "done", "with": [{{{string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"\"p{i}\""))}}}]}"""
        );
        yield return Of("two commands in one", """{"do": "claim", "do": "release", "step": "receive"}""");
        yield return Of("a return to itself", """{"do": "return", "from": "receive", "to": "receive", "reasons": "x"}""");
    }

    [TestCaseSource(nameof(Commands))]
    public async Task A_hostile_command_is_a_problem(string json) =>
        IsProblem(await _host.Do(_case, json.Contains("\"withdrawal\"", StringComparison.Ordinal) ? "chen-jie" : "wang-fang", json));

    [TestCase("?effectiveOn=0001-01-01&proof=x")]
    [TestCase("?effectiveOn=9999-12-31&proof=x")]
    [TestCase("?effectiveOn=1899-12-31&proof=x")]
    [TestCase("?effectiveOn=2014-13-45")]
    [TestCase("?effectiveOn=%00")]
    [TestCase("?for=%00")]
    [TestCase("?for=%ED%A0%80")]
    public async Task A_hostile_query_of_a_command_is_a_problem(string query)
    {
        IsProblem(await _host.Post($"/api/cases{query}", "chen-jie", RunningHost.Lodging));
        IsProblem(
            await _host.Post(
                $"/api/cases/{_case}/commands{query}",
                "wang-fang",
                """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""
            )
        );
    }

    [TestCase("/api/cases?limit=99999999999999999999")]
    [TestCase("/api/cases?limit=-1")]
    [TestCase("/api/cases?stage=99")]
    [TestCase("/api/cases?stage=Nonsense")]
    [TestCase("/api/cases?cursor=bnVsbA")]
    [TestCase("/api/cases?cursor=e30")]
    [TestCase("/api/cases?cursor=%00")]
    [TestCase("/api/work?cursor=e30")]
    [TestCase("/api/work?cursor=W10")]
    [TestCase("/api/cases/..%2f..%2fetc%2fpasswd")]
    [TestCase("/api/definitions/three-certificates?digest=%00")]
    public async Task A_hostile_address_is_a_problem(string path) => IsProblem(await _host.Get(path, "xu-min"));

    [TestCase("/timeline?cursor=e30")]
    [TestCase("/timeline?cursor=eyJOdW1iZXIiOi05OTk5OTk5OTk5OTk5OTk5OTk5OTl9")]
    [TestCase("/clocks/%00/explanation")]
    [TestCase("/clocks/handling%2399999999999999/explanation")]
    [TestCase("/attachments/%00")]
    public async Task A_hostile_address_below_a_case_is_answered(string path) =>
        Assert.That((await _host.Get($"/api/cases/{_case}{path}", "xu-min")).Status, Is.EqualTo(200).Or.InRange(400, 499));

    [TestCase("utf-16")]
    [TestCase("gb2312")]
    [TestCase("nonsense")]
    public async Task A_body_that_says_it_is_in_another_charset_is_a_problem(string charset)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(RunningHost.Lodging));
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
        IsProblem(await _host.Send(HttpMethod.Post, "/api/cases", "chen-jie", body));
    }

    [TestCase("Idempotency-Key", "")]
    [TestCase("If-Match", "\"99999999999999999999999\"")]
    [TestCase("If-Match", "\"-1\"")]
    [TestCase("If-Match", "\"1\", \"2\"")]
    public async Task A_hostile_header_is_a_problem(string name, string value) =>
        IsProblem(await _host.Do(_case, "wang-fang", """{"do": "claim", "step": "receive"}""", (name, value), ("X-Other", "x")));

    private static IEnumerable<TestCaseData> Files()
    {
        yield return Of("an anchor of anchors", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n");
        yield return Of("10,000 deep lists", new string('[', 10_000));
        yield return Of("NUL", "process: \0");
        yield return Of("a tag", "process: !!python/object:os.system x\n");
        yield return Of("two documents", "process: a\n---\nprocess: b\n");
        yield return Of("nothing", "");
    }

    [TestCaseSource(nameof(Files))]
    public async Task A_hostile_definition_is_not_publishable(string yaml)
    {
        var answer = await _host.Send(
            HttpMethod.Post,
            "/api/definitions/lint",
            "xu-min",
            new StringContent(yaml, Encoding.UTF8, "application/yaml")
        );
        Assert.That(
            (answer.Status, answer.Status == 200 && answer.Json["publishable"]!.GetValue<bool>()),
            Is.EqualTo((200, false)).Or.EqualTo((400, false)),
            answer.Text
        );
    }

    [TestCase("GET / HTTP/1.1\r\n\r\n")]
    [TestCase("GET /api/cases HTTP/9.9\r\nHost: x\r\n\r\n")]
    [TestCase("\0\0\0\0\r\n\r\n")]
    [TestCase("POST /api/cases HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [TestCase("POST /api/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task Bytes_that_are_no_request_do_not_stop_the_host(string bytes)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _host.Address.Port);
        await socket.SendAsync(Encoding.Latin1.GetBytes(bytes));
        var answer = new byte[12];
        Assert.That(
            Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer)),
            Is.Empty.Or.StartsWith("HTTP/1.1 4").Or.StartsWith("HTTP/1.1 505")
        );
    }

    private static void IsProblem(HostAnswer answer)
    {
        Assert.That(
            (answer.Status is >= 400 and < 500, answer.MediaType),
            Is.EqualTo((true, "application/problem+json")),
            $"{answer.Status} {answer.Text}"
        );
        Assert.That(answer.Code, Is.Not.Empty);
    }

    private static TestCaseData Of(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);
}

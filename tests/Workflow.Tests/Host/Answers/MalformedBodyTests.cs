using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Answers;

/// <summary>Every address that takes a body, given every slip in what is said about the body: a sentence of ours, and never a fault of the host.</summary>
public sealed partial class MalformedBodyTests
{
    private static readonly string?[] Types =
    [
        null,
        "",
        "nonsense",
        "application/json; charset=",
        "application/json; charset=\"",
        "application/json; charset=gbk",
        "application/json; charset=utf-16",
        "application/json;;;",
        "application/",
        "/json",
        "application/json, text/plain",
        "application/yaml; charset=gb18030",
        "text/plain; charset=x-unknown",
        "application/pdf; x",
        "multipart/form-data",
        "multipart/form-data; boundary",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"a",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=x; boundary=y",
        "multipart/form-data; boundary=" + LongBoundary,
        "multipart/mixed; boundary=x",
    ];

    // None is a body of any kind that is asked for here.
    private static readonly byte[][] Contents =
    [
        [],
        [0xff, 0xfe, 0x00, 0x7b],
        "\u0000"u8.ToArray(),
        "null"u8.ToArray(),
        "5"u8.ToArray(),
        "[[null]]"u8.ToArray(),
        "{\"\": {}}"u8.ToArray(),
        "--x\r\n\r\n"u8.ToArray(),
        "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--x--"u8.ToArray(),
    ];

    private const string LongBoundary =
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";

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
    public async Task Whatever_is_said_of_a_body_it_is_answered_with_a_sentence()
    {
        var (faults, asked, taken) = (new List<string>(), 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (method, path) in TakesBody())
        foreach (var type in Types)
        foreach (var content in Contents)
        {
            var answer = await Send(method, path, type, content);
            asked++;
            if (answer.Status is >= 200 and < 300)
                taken.Add(path);
            else if (!IsSentence(answer))
                faults.Add($"{method} {path} '{type}' {content.Length}: {answer.Status} {answer.Text}");
        }

        Assert.That(asked, Is.GreaterThan(1000));
        Assert.That(faults, Is.Empty);
        // Text may be a file, a list of commands may be empty or has a result for each, and a job may begin without any body.
        Assert.That(taken, Is.EquivalentTo(new[] { "/api/attachments", "/api/commands", "/api/jobs/verify" }));
    }

    [TestCase("multipart/form-data")]
    [TestCase("multipart/form-data; boundary=")]
    [TestCase("multipart/form-data; boundary=" + LongBoundary)]
    public async Task A_form_without_a_boundary_is_told_what_it_lacks(string type)
    {
        string[] forms = ["/api/conform", "/api/jobs/verify", "/api/verify"];
        Assert.That(TakesBody().Select(a => a.Path).Intersect(forms), Is.EquivalentTo(forms));
        foreach (var path in forms)
        {
            var answer = await Send("POST", path, type, []);
            Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "request.boundary")), $"{path} {answer.Text}");
            Assert.That(
                (string?)answer.Json["detail"],
                Is.EqualTo("The Content-Type of a form must name the boundary between its parts, in 1 to 100 characters.")
            );
        }
    }

    [TestCase("gzip")]
    [TestCase("br, gzip")]
    [TestCase("nonsense")]
    public async Task A_body_in_a_coding_that_is_not_read_is_told_so_everywhere(string coding)
    {
        Assert.That(TakesBody().Count(), Is.GreaterThanOrEqualTo(17));
        foreach (var (method, path) in TakesBody())
        {
            var answer = await Send(method, path, "application/json", "{}"u8.ToArray(), coding);
            Assert.That((answer.Status, answer.Code), Is.EqualTo((415, "request.coding")), $"{path} {answer.Text}");
            Assert.That((string?)answer.Json["detail"], Is.EqualTo($"A body is sent as it is, and not in the coding '{coding}'."));
        }
    }

    private IEnumerable<(string Method, string Path)> TakesBody() =>
        _host
            .Part<IApiDescriptionGroupCollectionProvider>()
            .ApiDescriptionGroups.Items.SelectMany(g => g.Items)
            .Where(d => d.SupportedRequestFormats.Count > 0)
            .Select(d => (d.HttpMethod!, $"/{Filled(d.RelativePath!)}"));

    private string Filled(string path) =>
        Place()
            .Replace(
                path,
                m =>
                    m.Value == "{number}" ? _number
                    : m.Value == "{key}" ? "receive"
                    : "x"
            );

    private Task<HostAnswer> Send(string method, string path, string? type, byte[] content, string? coding = null)
    {
        var body = new ByteArrayContent(content);
        if (type is not null)
            body.Headers.TryAddWithoutValidation("Content-Type", type);
        if (coding is not null)
            body.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return _host.Send(new HttpMethod(method), path, WhoMay(path), body);
    }

    private static string WhoMay(string path) =>
        path.Contains("/alerts/", StringComparison.Ordinal) || path.Contains("/adoptions", StringComparison.Ordinal) ? "lu-ping"
        : path.Contains("/commands", StringComparison.Ordinal) || path.Contains("/draft", StringComparison.Ordinal) ? "wang-fang"
        : "xu-min";

    // Of a code that has its sentence, and said in English without a place that was left open.
    private static bool IsSentence(HostAnswer answer) =>
        answer is { Status: >= 400 and < 500, MediaType: "application/problem+json" }
        && answer.Json is JsonObject problem
        && Sentence().IsMatch($"{problem["detail"]}")
        && problem["code"]?.GetValue<string>() is { } code
        && code is not ("host.fault" or "request.refused")
        && HostMessages.All.Rows[code] is not null;

    [GeneratedRegex(@"^[A-Z'][^{}\p{IsCJKUnifiedIdeographs}]+\.$")]
    private static partial Regex Sentence();

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}

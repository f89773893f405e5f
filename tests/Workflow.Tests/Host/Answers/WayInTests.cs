using Workflow.Host.Identity;

namespace Workflow.Tests.Host.Answers;

/// <summary>What every address of the interface keeps to, whatever it shows.</summary>
public sealed class WayInTests
{
    private RunningHost _host = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _number = await _host.Lodge();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("/api/me", "chen-jie", 200)]
    [TestCase("/api/me", null, 401)]
    [TestCase("/api/cases/none", "chen-jie", 404)]
    public async Task No_answer_is_kept_guessed_at_or_signed_by_its_server(string path, string? person, int status)
    {
        using var answer = await _host.Raw(HttpMethod.Get, path, person, ("Accept-Language", "en"));
        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(status));
            Assert.That($"{answer.Headers.CacheControl}", Does.StartWith("no-store"));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(answer.Headers.Contains("Server"), Is.False);
            Assert.That(answer.Content.Headers.ContentLanguage, Is.EqualTo(new[] { "en" }));
            Assert.That(answer.Headers.Vary, Does.Contain("Accept-Language"));
        });
    }

    [Test]
    public async Task Head_answers_as_get_does_without_the_body()
    {
        using var answer = await _host.Raw(HttpMethod.Head, $"/api/cases/{_number}", "chen-jie");
        Assert.That(
            ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, (await answer.Content.ReadAsByteArrayAsync()).Length),
            Is.EqualTo((200, "application/json", 0))
        );
        using var unsigned = await _host.Raw(HttpMethod.Head, $"/api/cases/{_number}");
        Assert.That((int)unsigned.StatusCode, Is.EqualTo(401));
    }

    [Test]
    public async Task Options_names_the_methods_of_a_path()
    {
        using var answer = await _host.Raw(HttpMethod.Options, "/api/cases");
        Assert.That(
            ((int)answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow.Order())),
            Is.EqualTo((204, "GET, HEAD, OPTIONS, POST"))
        );
    }

    [TestCase("/api/cases?stag=Open", "This address has no parameter 'stag'.")]
    [TestCase("/api/copies?lamp=red", "This address has no parameter 'lamp'.")]
    [TestCase("/api/me?x=1", "This address takes no parameters; it came with 'x'.")]
    public async Task A_slip_in_the_name_of_a_filter_shows_nothing(string path, string sentence)
    {
        var answer = await _host.Get(path, "chen-jie");
        Assert.That((answer.Status, answer.Json["detail"]!.GetValue<string>()), Is.EqualTo((400, sentence)));
    }

    [Test]
    public async Task The_value_of_a_filter_may_be_written_in_either_case() =>
        Assert.That((await _host.Get("/api/cases?stage=open", "chen-jie")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));

    [Test]
    public async Task What_was_handed_out_may_be_sent_back()
    {
        var path = $"/api/cases/{_number}";
        using var first = await _host.Raw(HttpMethod.Get, path, "wang-fang");
        var tag = $"{first.Headers.ETag}";
        using var again = await _host.Raw(HttpMethod.Get, path, "wang-fang", ("If-None-Match", tag));
        using var other = await _host.Raw(HttpMethod.Get, path, "chen-jie", ("If-None-Match", tag));
        Assert.That(((int)again.StatusCode, (int)other.StatusCode), Is.EqualTo((304, 200)));
        Assert.That(
            (await _host.Do(_number, "wang-fang", """{"do": "comment", "text": "已阅"}""", ("If-Match", tag))).Status,
            Is.EqualTo(200)
        );
        Assert.That(
            (await _host.Do(_number, "wang-fang", """{"do": "claim", "step": "receive"}""", ("If-Match", tag))).Status,
            Is.EqualTo(200),
            "The step was not touched."
        );
        Assert.That(
            (await _host.Do(_number, "wang-fang", """{"do": "release", "step": "receive"}""", ("If-Match", tag))).Code,
            Is.EqualTo("step.revision_changed")
        );
        Assert.That((await _host.Do(_number, "wang-fang", """{"do": "release", "step": "receive"}""")).Status, Is.EqualTo(200));
    }

    [TestCase("/api/cases", "wang-fang")]
    [TestCase("/api/work", "wang-fang")]
    [TestCase("/api/copies", "wang-fang")]
    [TestCase("/api/cases/#/timeline", "wang-fang")]
    [TestCase("/api/cases/#/receipts", "wang-fang")]
    [TestCase("/api/definitions", "chen-jie")]
    [TestCase("/api/tokens", "chen-jie")]
    [TestCase("/api/jobs", "xu-min")]
    [TestCase("/api/seals", "xu-min")]
    [TestCase("/api/alerts", "he-jun")]
    public async Task A_list_that_has_not_changed_is_not_sent_again(string path, string person)
    {
        var asked = path.Replace("#", _number, StringComparison.Ordinal);
        using var first = await _host.Raw(HttpMethod.Get, asked, person);
        Assert.That(((int)first.StatusCode, first.Content.Headers.ContentType?.MediaType), Is.EqualTo((200, "application/json")));
        Assert.That(first.Headers.ETag, Is.Not.Null);
        var token = first.RequestMessage!.Headers.Authorization!.ToString();
        using var again = await _host.Raw(
            HttpMethod.Get,
            asked,
            null,
            ("Authorization", token),
            ("If-None-Match", $"{first.Headers.ETag}")
        );
        Assert.That(((int)again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length), Is.EqualTo((304, 0)));
    }

    [Test]
    public async Task A_list_that_has_changed_is_sent()
    {
        var path = $"/api/cases/{_number}/timeline";
        using var first = await _host.Raw(HttpMethod.Get, path, "wang-fang");
        await _host.Do(_number, "wang-fang", """{"do": "comment", "text": "又阅"}""");
        using var again = await _host.Raw(HttpMethod.Get, path, "wang-fang", ("If-None-Match", $"{first.Headers.ETag}"));
        Assert.That((int)again.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task A_definition_under_its_digest_never_changes()
    {
        var digest = (await _host.Get($"/api/cases/{_number}", "chen-jie")).Json["definition"]!.GetValue<string>();
        var path = $"/api/definitions/three-certificates?digest={digest}";
        using var first = await _host.Raw(HttpMethod.Get, path, "chen-jie");
        using var again = await _host.Raw(HttpMethod.Get, path, "chen-jie", ("If-None-Match", $"{first.Headers.ETag}"));
        Assert.That(($"{first.Headers.CacheControl}", (int)again.StatusCode), Is.EqualTo(("max-age=31536000, private, immutable", 304)));
    }

    [Test]
    public async Task An_unknown_process_is_not_found()
    {
        var answer = await _host.Post("/api/cases", "chen-jie", """{"process": "no-such", "parties": [], "form": {}, "materials": []}""");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((404, "process.unknown")));
    }

    [Test]
    public async Task Whoever_asks_too_much_is_told_when_to_come_again()
    {
        await using var host = await RunningHost.Start(change: o => o with { Rates = new RateLimits(Person: 3) });
        for (var i = 0; i < 3; i++)
            Assert.That((await host.Get("/api/me", "chen-jie")).Status, Is.EqualTo(200));
        using var refused = await host.Raw(HttpMethod.Get, "/api/me", "chen-jie", ("Accept-Language", "en"));
        Assert.That(((int)refused.StatusCode, $"{refused.Headers.RetryAfter}"), Is.EqualTo((429, "1")));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Too many requests in a short time; try again in 1 second."));
        Assert.That((await host.Get("/api/me", "wang-fang")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Behind_a_proxy_it_stands_under_a_path()
    {
        await using var host = await RunningHost.Start(change: o => o with { PathBase = "wf" });
        Assert.That((await host.Get("/wf/api/me", "chen-jie")).Status, Is.EqualTo(200));
        using var lodged = await host.Raw(HttpMethod.Get, "/wf/swagger/index.html");
        Assert.That((int)lodged.StatusCode, Is.EqualTo(200));
    }
}

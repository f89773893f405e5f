namespace Workflow.Tests.Host.Identity;

public sealed class IdentityTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("GET", "/api/cases")]
    [TestCase("POST", "/api/cases")]
    [TestCase("GET", "/api/cases/x")]
    [TestCase("POST", "/api/cases/x/commands")]
    [TestCase("GET", "/api/cases/x/timeline")]
    [TestCase("GET", "/api/cases/x/clocks/y/explanation")]
    [TestCase("GET", "/api/work")]
    [TestCase("GET", "/api/definitions")]
    [TestCase("GET", "/api/definitions/x")]
    [TestCase("POST", "/api/definitions/lint")]
    [TestCase("POST", "/api/attachments")]
    [TestCase("GET", "/api/cases/x/attachments/y")]
    [TestCase("GET", "/api/access")]
    [TestCase("GET", "/api/nowhere")]
    public async Task Every_path_wants_a_token(string method, string path)
    {
        var answer = await _host.Send(new HttpMethod(method), path);
        Assert.That((answer.Status, answer.MediaType, answer.Code), Is.EqualTo((401, "application/problem+json", "identity.no_token")));
    }

    [Test]
    public async Task A_strange_token_is_nobodys()
    {
        var answer = await _host.Get("/api/work", null, ("Authorization", "Bearer wf_made-up"));
        Assert.That(answer.Status, Is.EqualTo(401));
    }

    [TestCase("/health/ready")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/swagger/index.html")]
    public async Task The_description_and_the_health_are_open(string path) => Assert.That((await _host.Get(path)).Status, Is.EqualTo(200));

    [Test]
    public async Task The_description_is_of_version_3_1_and_names_every_path()
    {
        var description = (await _host.Get("/openapi/v1.json")).Json;
        Assert.That(description["openapi"]!.GetValue<string>(), Does.StartWith("3.1"));
        Assert.That(
            description["paths"]!.AsObject().Select(p => p.Key),
            Is.SupersetOf(new[] { "/api/cases", "/api/cases/{number}/commands", "/api/work", "/health/ready" })
        );
    }

    [TestCase("chen-jie", 200, Description = "a party")]
    [TestCase("li-ming", 200, Description = "an office that takes part")]
    [TestCase("sun-jing", 200, Description = "a supervisor")]
    [TestCase("xu-min", 200, Description = "an auditor")]
    [TestCase("liu-yang", 403, Description = "another citizen")]
    [TestCase("shi-lan", 403, Description = "an office that takes no part")]
    public async Task A_case_is_seen_by_those_it_concerns(string person, int status)
    {
        var number = await _host.Lodge();
        foreach (var path in new[] { "", "/timeline" })
            Assert.That((await _host.Get($"/api/cases/{number}{path}", person)).Status, Is.EqualTo(status));
        var listed = (await _host.Get("/api/cases", person)).Json["items"]!.AsArray().Any(c => c!["number"]!.GetValue<string>() == number);
        Assert.That(listed, Is.EqualTo(status == 200));
    }

    [Test]
    public async Task A_stranger_sends_no_command()
    {
        var answer = await _host.Do(await _host.Lodge(), "liu-yang", """{"do": "comment", "text": "?"}""");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "case.not_visible")));
    }

    [Test]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        var answer = await _host.Do(await _host.Lodge(), "xu-min", """{"do": "comment", "text": "?"}""");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "case.not_yours")));
    }

    [Test]
    public async Task Nobody_acts_for_a_person_whose_deputy_they_are_not()
    {
        var answer = await _host.Post(
            $"/api/cases/{await _host.Lodge()}/commands?for=li-ming",
            "zhao-lei",
            """{"do": "comment", "text": "?"}"""
        );
        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "identity.not_deputy")));
    }

    [TestCase("for: [three-certificates]", 200, "receive")]
    [TestCase("for: [window.clerk]", 200, "receive")]
    [TestCase("for: [joint-acceptance]", 403, "")]
    public async Task A_deputy_for_a_part_finds_that_part_at_every_door(string scope, int status, string waits)
    {
        using var folder = new ChangedDefinitions(
            "register.yaml",
            "absences: [{from: 2015-06-01, to: 2015-06-12, deputy: wang-fang}]",
            $"absences: [{{from: 2014-05-06, to: 2014-05-06, deputy: shi-lan, {scope}}}]"
        );
        await using var host = await RunningHost.Start(definitions: folder.Path);
        var number = await host.Lodge();
        var sees = (await host.Get($"/api/cases/{number}", "shi-lan")).Status;
        var listed = (await host.Get("/api/cases", "shi-lan")).Json["items"]!.AsArray().Count;
        var work = (await host.Get("/api/work", "shi-lan")).Json["items"]!.AsArray().Select(i => $"{i!["step"]}");
        var draft = (
            await host.Send(
                HttpMethod.Put,
                $"/api/cases/{number}/steps/receive/draft",
                "shi-lan",
                new StringContent("""{"reasons": "齐全"}""", System.Text.Encoding.UTF8, "application/json")
            )
        ).Status;
        var claimed = (
            await host.Post($"/api/cases/{number}/commands?for=zhou-li", "shi-lan", """{"do": "claim", "step": "receive"}""")
        ).Status;
        Assert.Multiple(() =>
        {
            Assert.That((sees, listed, draft, claimed), Is.EqualTo((status, status == 200 ? 1 : 0, status, status)));
            Assert.That(string.Join(' ', work), Is.EqualTo(waits));
        });
    }
}

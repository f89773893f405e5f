namespace Workflow.Tests.Host;

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

    [TestCase("/health")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/swagger/index.html")]
    public async Task The_description_and_the_health_are_open(string path) => Assert.That((await _host.Get(path)).Status, Is.EqualTo(200));

    [Test]
    public async Task The_description_is_of_version_3_1_and_names_every_path()
    {
        var description = (await _host.Get("/openapi/v1.json")).Json;
        Assert.That(description["openapi"]!.GetValue<string>(), Does.StartWith("3.1"));
        Assert.That(description["paths"]!.AsObject().Select(p => p.Key), Is.SupersetOf(new[] { "/api/cases", "/api/cases/{number}/commands", "/api/work", "/health" }));
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
        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "case.not_yours")));
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
        var answer = await _host.Post($"/api/cases/{await _host.Lodge()}/commands?for=li-ming", "zhao-lei", """{"do": "comment", "text": "?"}""");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "identity.not_deputy")));
    }
}

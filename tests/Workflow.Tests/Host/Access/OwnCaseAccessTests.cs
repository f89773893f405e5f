namespace Workflow.Tests.Host.Access;

/// <summary>An officer who is a party of a case finds it nowhere as an officer: in no inbox, draft, hand-over or list of copies.</summary>
public sealed class OwnCaseAccessTests
{
    private const string Lodging = """
        {"process": "three-certificates", "parties": [{"role": "applicant", "person": "li-ming", "name": "李明"}],
         "form": {"name": "李明自己的公司", "premises": "自有"}, "materials": ["application"]}
        """;

    private RunningHost _host = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task Come_to_the_step_of_their_own_post()
    {
        _host = await RunningHost.Start();
        var lodged = await _host.Post("/api/cases", "li-ming", Lodging);
        Assert.That(lodged.Status, Is.EqualTo(201), lodged.Text);
        _number = lodged.Json["case"]!.GetValue<string>();
        await Do("wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        await Do("wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("li-ming", false)]
    [TestCase("zhao-lei", true)]
    public async Task The_task_of_the_post_waits_for_colleagues_alone(string person, bool waits) =>
        Assert.That(
            (await _host.Get("/api/work", person)).Json["items"]!.AsArray().Any(i => i!["case"]!.GetValue<string>() == _number),
            Is.EqualTo(waits)
        );

    [Test]
    public async Task Colleagues_on_a_page_of_one_are_not_hidden_by_what_is_left_out()
    {
        var other = await _host.Lodge();
        Assert.That(
            (
                await _host.Do(
                    other,
                    "wang-fang",
                    """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""
                )
            ).Status,
            Is.EqualTo(200)
        );
        Assert.That(
            (await _host.Do(other, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""")).Status,
            Is.EqualTo(200)
        );
        var page = (await _host.Get("/api/work?limit=1", "li-ming")).Json;
        Assert.That(page["items"]!.AsArray().Single()!["case"]!.GetValue<string>(), Is.EqualTo(other));
    }

    [TestCase("GET", "/api/export")]
    [TestCase("POST", "/api/jobs/readjudicate")]
    [TestCase("POST", "/api/jobs/whatif")]
    [TestCase("POST", "/api/jobs/verify")]
    [TestCase("GET", "/api/jobs/1/result")]
    public async Task An_auditor_who_is_a_party_takes_out_no_ledger_that_holds_the_case(string method, string path)
    {
        var lodging = Lodging.Replace("\"li-ming\", \"name\": \"李明\"", "\"xu-min\", \"name\": \"许敏\"", StringComparison.Ordinal);
        var own = (await _host.Post("/api/cases", "xu-min", lodging)).Json["case"]!.GetValue<string>();
        var refused = await _host.Send(new HttpMethod(method), path, "xu-min");
        Assert.That((refused.Status, refused.Code), Is.EqualTo((403, "evidence.own_case")), refused.Text);
        Assert.That((await _host.Get($"/api/cases/{own}/export", "xu-min")).Code, Is.EqualTo("case.internal"));
        Assert.That((await _host.Get("/api/export", "sun-jing")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task No_draft_is_begun_there()
    {
        var path = $"/api/cases/{_number}/steps/licence/draft";
        var body = new StringContent("""{"outcome": "grant"}""", null, "application/json");
        Assert.That((await _host.Send(HttpMethod.Put, path, "li-ming", body)).Code, Is.EqualTo("draft.not_yours"));
        Assert.That((await _host.Get(path, "li-ming")).Code, Is.EqualTo("draft.not_yours"));
    }

    [Test]
    public async Task A_hand_over_does_not_tell_who_holds_it()
    {
        await Do("zhao-lei", """{"do": "claim", "step": "licence"}""");
        var answer = await _host.Post("/api/handovers", "li-ming", """{"from": "zhao-lei", "to": "wang-fang", "reasons": "出差"}""");
        Assert.That((answer.Status, answer.Text.Contains(_number, StringComparison.Ordinal)), Is.EqualTo((200, false)));
        await Do("zhao-lei", """{"do": "release", "step": "licence"}""");
    }

    [Test]
    public async Task A_copy_sent_to_them_by_name_is_theirs()
    {
        await Do("zhao-lei", """{"do": "copy", "people": ["li-ming"]}""");
        Assert.That((await _host.Get("/api/copies", "li-ming")).Text, Does.Contain(_number));
    }

    private async Task Do(string person, string json)
    {
        var answer = await _host.Do(_number, person, json);
        Assert.That(answer.Status, Is.EqualTo(200), $"{json}: {answer.Text}");
    }
}

using System.Text;

namespace Workflow.Tests.Host.Cases;

/// <summary>What only looks filled in is not, and what is named must be there.</summary>
public sealed class FilledInTests
{
    private RunningHost _host = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _number = await Received();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("\\u200b\\u200d")]
    [TestCase("\\u3000")]
    public async Task A_required_field_of_nothing_visible_is_empty(string name)
    {
        var body = RunningHost.Lodging.Replaced("""{"is": "text", "text": "示范商贸有限公司"}""", $"\"{name}\"");
        Assert.That((await _host.Post("/api/cases", "chen-jie", body)).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Reasons_of_nothing_visible_are_none()
    {
        var answer = await _host.Do(
            _number,
            "wang-fang",
            """{"do": "complete", "step": "acceptance", "outcome": "not-required", "reasons": "\u200b"}"""
        );
        Assert.That(answer.Status, Is.EqualTo(422), answer.Text);
    }

    [TestCase("310115000000001\\n")]
    [TestCase("../x")]
    [TestCase("=1+1")]
    public async Task A_number_is_one_that_could_stand_on_a_paper(string number)
    {
        var accepted = await Received();
        await _host.Do(accepted, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        var answer = await _host.Do(
            accepted,
            "li-ming",
            $$$"""{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "{{{number}}}"}}"""
        );
        Assert.That(answer.Status, Is.EqualTo(422), answer.Text);
    }

    [TestCase("plan.pdf", 5)]
    [TestCase("../../etc/passwd", 11)]
    [TestCase("a\\r\\nSet-Cookie: x", 11)]
    [TestCase("合同\\u202Efdp.exe", 11)]
    public async Task An_attachment_has_its_size_and_a_plain_name(string name, int size)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("%PDF-1.4\n%%"));
        content.Headers.ContentType = new("application/pdf");
        var stored = (await _host.Send(HttpMethod.Post, "/api/attachments", "chen-jie", content)).Json;
        Assert.That(stored["size"]!.GetValue<int>(), Is.EqualTo(11));
        var answer = await _host.Do(
            _number,
            "chen-jie",
            $$"""{"do": "attach", "sha256": "{{stored["sha256"]}}", "name": "{{name}}", "size": {{size}}}"""
        );
        Assert.That(answer.Status, Is.EqualTo(422), answer.Text);
    }

    [Test]
    public async Task A_party_is_somebody_whom_the_register_knows()
    {
        var body = RunningHost.Lodging.Replaced("\"chen-jie\"", "\"nobody-9\"");
        Assert.That((await _host.Post("/api/cases", "wang-fang", body)).Code, Is.EqualTo("command.party_unknown"));
    }

    [TestCase("王芳")]
    [TestCase(" 王芳 ")]
    [TestCase("wang-fang")]
    public async Task Nobody_lodges_under_the_name_of_another_person_of_the_register(string name)
    {
        var body = RunningHost.Lodging.Replace("\"name\": \"示范商贸有限公司\"}]", $"\"name\": \"{name}\"}}]", StringComparison.Ordinal);
        Assert.That((await _host.Post("/api/cases", "chen-jie", body)).Code, Is.EqualTo("command.name_of_another"));
    }

    [TestCase("陈杰")]
    [TestCase("王芳商贸有限公司")]
    public async Task Everybody_lodges_under_their_own_name_or_that_of_an_organisation(string name)
    {
        var body = RunningHost.Lodging.Replace("\"name\": \"示范商贸有限公司\"}]", $"\"name\": \"{name}\"}}]", StringComparison.Ordinal);
        Assert.That((await _host.Post("/api/cases", "chen-jie", body)).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Nobody_joins_a_case_under_the_name_of_another_either()
    {
        var answer = await _host.Do(
            _number,
            "li-ming",
            """{"do": "add-party", "party": "applicant", "person": "chen-jie", "name": "黄华", "reasons": "与申请有利害关系"}"""
        );
        Assert.That(answer.Code, Is.EqualTo("command.name_of_another"));
    }

    private async Task<string> Received()
    {
        var number = await _host.Lodge();
        await _host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        return number;
    }
}

namespace Workflow.Tests.Host;

/// <summary>What people of an office do with one another, over HTTP.</summary>
public sealed class OfficeWalkTests
{
    [Test]
    public async Task A_task_is_handed_over_signed_and_taken_back()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await Done(host, number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        await Done(host, number, "wang-fang", """{"do": "take-back", "step": "receive"}""");
        await Done(host, number, "wang-fang", """{"do": "add-signer", "step": "receive", "person": "zhou-li", "place": "Before", "reasons": "请核对"}""");
        var waits = await host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done"}""");
        Assert.That((waits.Status, waits.Code), Is.EqualTo((409, "step.signer_waits")));
        Assert.That(await Inbox(host, "zhou-li"), Does.Contain("receive before:1"));
        await Done(host, number, "zhou-li", """{"do": "reply", "step": "receive", "opinion": "无误"}""");
        await Done(host, number, "wang-fang", """{"do": "transfer", "step": "receive", "person": "zhou-li", "reasons": "休假"}""");
        Assert.That((await Inbox(host, "wang-fang"), await Inbox(host, "zhou-li")), Is.EqualTo(("", "receive window.clerk")));
        await Done(host, number, "zhou-li", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
    }

    [Test]
    public async Task Many_commands_have_a_result_each()
    {
        await using var host = await RunningHost.Start();
        var (one, other) = (await host.Lodge(), await host.Lodge());
        const string received = """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""";
        var answer = await host.Post("/api/commands", "wang-fang", $$"""
            [{"case": "{{one}}", "command": {{received}}, "key": "a"}, {"case": "nowhere", "command": {{received}}},
             {"case": "{{one}}", "command": {{received}}, "key": "a"}, {"case": "{{one}}", "command": {{received}}}, {"case": "{{other}}", "command": {{received}}}]
            """);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.Json["items"]!.AsArray().Select(i => i!["code"]?.GetValue<string>() ?? "done"), Is.EqualTo(new[] { "done", "case.unknown", "done", "step.not_open", "done" }));
        Assert.That(answer.Json["items"]!.AsArray().Where(i => i!["done"]!.GetValue<bool>()).Select(i => i!["entry"]!.GetValue<int>()), Is.EqualTo(new[] { 2, 2, 2 }));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""[{"case": 1, "command": {}}]""")]
    [TestCase("""[{"case": "x", "command": {"do": "claim", "step": "receive"}, "more": 1}]""")]
    [TestCase("""[{"case": "x", "command": {"do": "expire-clock", "clock": "total"}}]""")]
    public async Task A_list_of_the_wrong_shape_is_refused_as_a_whole(string body)
    {
        await using var host = await RunningHost.Start();
        Assert.That((await host.Post("/api/commands", "wang-fang", body)).Status, Is.EqualTo(400).Or.EqualTo(422));
    }

    private static async Task Done(RunningHost host, string number, string person, string command)
    {
        var answer = await host.Do(number, person, command);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    private static async Task<string> Inbox(RunningHost host, string person) =>
        string.Join(", ", (await host.Get("/api/work", person)).Json["items"]!.AsArray().Select(i => $"{i!["step"]!.GetValue<string>()} {i["entitlement"]!.GetValue<string>()}"));
}

namespace Workflow.Tests.Host.Identity;

/// <summary>Whoever names supervision and audit as parties takes no case from them, and they hear of it.</summary>
public sealed class OverseersNamedTests
{
    private static readonly string[] Overseers = ["sun-jing", "he-jun", "xu-min"];

    private const string Parties = """
        [{"role": "applicant", "person": "chen-jie", "name": "陈杰"}, {"role": "applicant", "person": "sun-jing", "name": "孙静"},
         {"role": "applicant", "person": "he-jun", "name": "何军"}, {"role": "applicant", "person": "xu-min", "name": "许敏"}]
        """;

    private const string Adoption = $$"""
        {"process": "three-certificates", "system": "旧系统", "number": "旧-18", "lodgedOn": "2014-05-05", "parties": {{Parties}},
         "form": {"name": "示范市晨光商贸有限公司"}, "materials": ["application"], "at": ["receive"],
         "document": "移交〔2014〕4号", "reasons": "新系统上线"}
        """;

    private const string Lodging = $$"""
        {"process": "three-certificates", "parties": {{Parties}}, "form": {"name": "示范市晨光商贸有限公司", "premises": "自有"},
         "materials": ["application"]}
        """;

    [TestCase("/api/adoptions", "qian-jin", Adoption)]
    [TestCase("/api/cases", "chen-jie", Lodging)]
    public async Task A_case_that_names_them_is_seen_and_supervised_as_any_other(string path, string by, string body)
    {
        await using var host = await RunningHost.Start();
        host.Time.Now = DateTimeOffset.Parse("2014-05-06T09:00:00+08:00");
        var begun = await host.Post(path, by, body);
        Assert.That(begun.Status, Is.EqualTo(201), begun.Text);
        var number = begun.Json["case"]!.GetValue<string>();
        await Do(host, number, "wang-fang", """{"do": "comment", "text": "内部意见甲"}""");
        await Do(host, number, "sun-jing", """{"do": "supervise", "text": "查"}""");
        await Do(host, number, "he-jun", """{"do": "supervise", "text": "再查"}""");
        await Do(host, number, "sun-jing", """{"do": "supervise", "text": "又查"}""");
        foreach (var person in Overseers)
            Assert.That((await host.Get($"/api/cases/{number}", person)).Text, Does.Contain("内部意见甲"), person);
        Assert.That(
            (await host.Do(number, "qian-jin", """{"do": "confirm-party", "person": "xu-min"}""")).Code,
            Is.EqualTo("party.oversight")
        );
        Assert.That(
            (await host.Get("/api/alerts", "xu-min"))
                .Json.AsArray()
                .Where(a => a!["kind"]!.GetValue<string>() == "party.officer")
                .Select(a => a!["id"]!.GetValue<string>()),
            Is.EquivalentTo(Overseers.Select(p => $"party.officer {number} {p}"))
        );
    }

    [Test]
    public async Task What_is_about_officers_audit_closes_with_reasons_and_the_administrator_does_not()
    {
        await using var host = await RunningHost.Start();
        host.Time.Now = DateTimeOffset.Parse("2014-05-06T09:00:00+08:00");
        var number = (await host.Post("/api/cases", "chen-jie", Lodging)).Json["case"]!.GetValue<string>();
        string Body(string person, string reasons) => $$"""{"id": "party.officer {{number}} {{person}}"{{reasons}}}""";
        async Task<string?> Close(string by, string person, string reasons) =>
            (await host.Post("/api/alerts/close", by, Body(person, reasons))).Code;
        Assert.That(await Close("lu-ping", "sun-jing", ", \"reasons\": \"已办\""), Is.EqualTo("alert.for_audit"));
        Assert.That(await Close("chen-jie", "sun-jing", ", \"reasons\": \"已办\""), Is.EqualTo("alert.not_yours"));
        Assert.That(await Close("xu-min", "sun-jing", ""), Is.EqualTo("alert.reasons_missing"));
        Assert.That(await Close("xu-min", "sun-jing", ", \"reasons\": \" \""), Is.EqualTo("alert.reasons_missing"));
        var closed = await host.Post("/api/alerts/close", "xu-min", Body("sun-jing", ", \"reasons\": \"核实系同名\""));
        Assert.That(closed.Status, Is.EqualTo(204), closed.Text);
        Assert.That((await host.Get("/api/alerts", "xu-min")).Json.AsArray(), Has.Count.EqualTo(2));
        await Do(host, number, "xu-min", """{"do": "confirm-party", "person": "xu-min"}""");
        Assert.That(await Close("xu-min", "he-jun", ", \"reasons\": \"本人\""), Is.EqualTo("alert.unknown"));
    }

    [Test]
    public async Task What_is_raised_anew_tells_how_it_was_closed_each_time_before()
    {
        await using var host = await RunningHost.Start();
        host.Time.Now = DateTimeOffset.Parse("2014-05-06T09:00:00+08:00");
        var number = (await host.Post("/api/cases", "chen-jie", Lodging)).Json["case"]!.GetValue<string>();
        await Close(host, number, "核实系同名");
        await Do(host, number, "sun-jing", """{"do": "confirm-party", "person": "sun-jing"}""");
        await Close(host, number, "本人确认");
        await Do(host, number, "sun-jing", """{"do": "unconfirm-party", "person": "sun-jing", "reasons": "误认"}""");
        var alert = (await host.Get("/api/alerts", "xu-min")).Json.AsArray().Single(a => (string)a!["id"]! == Alert(number))!;
        Assert.That(
            alert["closedBefore"]!.AsArray().Select(c => ((string?)c!["by"], (string?)c["byName"], (string?)c["reasons"])),
            Is.EqualTo(new[] { ("xu-min", "许敏", "核实系同名"), ("xu-min", "许敏", "本人确认") })
        );
    }

    private static string Alert(string number) => $"party.officer {number} sun-jing";

    private static async Task Close(RunningHost host, string number, string reasons)
    {
        host.Time.Now += TimeSpan.FromMinutes(1);
        var closed = await host.Post("/api/alerts/close", "xu-min", $$"""{"id": "{{Alert(number)}}", "reasons": "{{reasons}}"}""");
        Assert.That(closed.Status, Is.EqualTo(204), closed.Text);
    }

    private static async Task Do(RunningHost host, string number, string by, string command)
    {
        var answer = await host.Do(number, by, command);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }
}

using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Deadlines;

/// <summary>What a person must look at, over HTTP.</summary>
public sealed class AlertTests
{
    // Received on 05-06, deemed accepted after 05-13 and recorded only on 05-20, because nobody swept.
    [Test]
    public async Task What_came_late_is_listed_until_an_administrator_closes_it()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        Assert.That(
            (
                await host.Do(
                    number,
                    "wang-fang",
                    """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""
                )
            ).Status,
            Is.EqualTo(200)
        );
        host.Time.Now = DateTimeOffset.Parse("2014-05-20T09:00:00+08:00");
        await host.Place.Sweep.Run(host.Time.Now, 10, default);
        var alert = (await host.Get("/api/alerts", "lu-ping")).Json.AsArray().Single()!;
        Assert.That(
            new[] { "kind", "kindWords", "case", "clock", "dueOn", "recordedOn" }.Select(key => alert[key]!.GetValue<string>()),
            Is.EqualTo(
                new[] { "sweep.caught-up", Words.In("en")["alert.sweep.caught-up"], number, "acceptance", "2014-05-13", "2014-05-20" }
            )
        );
        var body = $$"""{"id": "{{alert["id"]}}"}""";
        Assert.That((await host.Post("/api/alerts/close", "sun-jing", body)).Code, Is.EqualTo("alert.not_yours_to_close"));
        Assert.That((await host.Post("/api/alerts/close", "lu-ping", body)).Status, Is.EqualTo(204));
        Assert.That((await host.Get("/api/alerts", "sun-jing")).Json.AsArray(), Is.Empty);
        Assert.That((await host.Post("/api/alerts/close", "lu-ping", body)).Code, Is.EqualTo("alert.unknown"));
    }

    [TestCase("{}", "alert.id_missing")]
    [TestCase("[]", "alert.id_missing")]
    [TestCase("{\"id\": 7}", "alert.id_missing")]
    [TestCase("{", "json.malformed")]
    public async Task A_body_that_names_no_alert_is_refused(string body, string code)
    {
        await using var host = await RunningHost.Start();
        Assert.That((await host.Post("/api/alerts/close", "lu-ping", body)).Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Who_handles_cases_does_not_see_the_list()
    {
        await using var host = await RunningHost.Start();
        var answer = await host.Get("/api/alerts", "wang-fang");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "alert.not_yours")));
    }
}

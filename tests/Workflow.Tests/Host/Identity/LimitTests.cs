using System.Text;
using Dapper;
using Workflow.Host.Attachments;
using Workflow.Host.Identity;

namespace Workflow.Tests.Host.Identity;

/// <summary>What one person may ask, bring and keep open is bounded, whichever way they come.</summary>
public sealed class LimitTests
{
    [Test]
    public async Task A_browser_is_counted_as_its_person()
    {
        await using var host = await RunningHost.Start(change: o => o with { Rates = new RateLimits(Person: 30) });
        using var clerk = await Visitor.SignedIn(host, "wang-fang");
        var statuses = new List<int>();
        for (var i = 0; i < 60; i++)
            statuses.Add((await clerk.Open("/cases")).Status);
        Assert.That(statuses, Does.Contain(429));
        Assert.That(statuses.Take(20), Is.All.EqualTo(200));
    }

    [Test]
    public async Task Of_one_token_only_so_many_browsers_are_signed_in_and_none_when_it_has_ended()
    {
        await using var host = await RunningHost.Start();
        var token = host.Token("wang-fang");
        for (var i = 0; i < BrowserSessions.MostOfToken + 4; i++)
        {
            using var browser = Visitor.At(host);
            var page = await browser.Open("/sign-in");
            await browser.Send(page, page.Address, ("token", token));
        }

        Assert.That(host.Part<BrowserSessions>().Count, Is.EqualTo(BrowserSessions.MostOfToken));
        var ended = await host.Send(HttpMethod.Delete, $"/api/tokens/{BearerTokens.Hash(token)[..12]}", "wang-fang");
        Assert.That((ended.Status, host.Part<BrowserSessions>().Count), Is.EqualTo((204, 0)), ended.Text);
    }

    [Test]
    public async Task Nobody_fills_the_disk_within_a_day()
    {
        await using var host = await RunningHost.Start();
        using (var connection = host.Place.Database.Connect())
            connection.Execute(
                """
                insert into attachments (sha256, size, media_type, stored_at) values ('a', @size, 'text/plain', '2014-05-06T00:00:00.0000000Z');
                insert into uploads (sha256, person, uploaded_at) values ('a', 'chen-jie', '2014-05-06T00:00:00.0000000Z')
                """,
                new { size = UploadFile.MaxBytesOfDay - 3 }
            );
        Assert.That((await Upload(host, "chen-jie", "四个字多")).Code, Is.EqualTo("file.much_today"));
        Assert.That((await Upload(host, "liu-yang", "四个字多")).Status, Is.EqualTo(201));
        host.Time.Now = host.Time.Now.AddDays(1).AddHours(1);
        Assert.That((await Upload(host, "chen-jie", "又一天")).Status, Is.EqualTo(201));
    }

    private static Task<HostAnswer> Upload(RunningHost host, string person, string text) =>
        host.Send(HttpMethod.Post, "/api/attachments", person, new StringContent(text, Encoding.UTF8, "text/plain"));
}

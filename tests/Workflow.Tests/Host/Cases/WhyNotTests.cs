using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflow.Tests.Host.Cases;

/// <summary>Why something may not be done is told with the names of people, whoever asks and wherever the case stands.</summary>
public sealed class WhyNotTests
{
    private static readonly (string Person, string Command)[] Acts =
    [
        ("wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""),
        ("wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}"""),
        ("li-ming", """{"do": "claim", "step": "licence"}"""),
        ("li-ming", """{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "440101000123456"}}"""),
        ("wu-xia", """{"do": "claim", "step": "organisation-code"}"""),
    ];

    [TestCase("zh")]
    [TestCase("en")]
    public async Task No_reason_calls_anybody_by_an_id(string language)
    {
        await using var host = await RunningHost.Start();
        var people = host.Place.Folder.Register.People.Select(p => p.Id).ToList();
        var id = new Regex($@"(?<![\w-])({string.Join('|', people.Select(Regex.Escape))})(?![\w-])");
        var (number, told) = (await host.Lodge(), 0);
        foreach (var (actor, command) in Acts)
        {
            var done = await host.Do(number, actor, command);
            Assert.That(done.Status, Is.EqualTo(200), done.Text);
            foreach (var person in people)
            foreach (var reason in Reasons((await host.Get($"/api/cases/{number}", person, ("Accept-Language", language))).Json))
            {
                told++;
                Assert.That(id.IsMatch(reason), Is.False, $"{person} after {command}: {reason}");
            }
        }

        Assert.That(told, Is.GreaterThan(100));
    }

    private static IEnumerable<string> Reasons(JsonNode shown) =>
        (shown["actions"] as JsonArray ?? []).Select(a => a!["whyNot"]).OfType<JsonObject>().Select(r => $"{r["sentence"]} {r["wayOut"]}");
}

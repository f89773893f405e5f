using System.Text.Json.Nodes;
using static Workflow.Tests.Support.Hosts.Typed;

namespace Workflow.Tests.Host.Foresight;

public sealed class ForesightTests
{
    [Test]
    public async Task Before_acting_one_sees_who_comes_next_and_nothing_is_written()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        var next = await host.Get($"/api/cases/{number}/next?step=acceptance&outcome=accept", "wang-fang");
        var opens = next.Json["opens"]!.AsArray().Single()!;
        Assert.That(
            (next.Status, opens["key"]!.GetValue<string>(), opens["who"]![0]!.GetValue<string>(), opens["dueOn"]!.GetValue<string>()),
            Is.EqualTo((200, "licence", "an officer of the Administration for Industry and Commerce", "2014-05-08")),
            next.Text
        );
        Assert.That(
            next.Json["clocks"]!.AsArray().Select(c => $"{c!["id"]} {c["change"]}"),
            Does.Contain("handling Starts").And.Contain("acceptance Stops")
        );
        Assert.That((await host.Get($"/api/cases/{number}", "wang-fang")).Json["revision"]!.GetValue<long>(), Is.EqualTo(2));
        Assert.That(
            (await host.Get($"/api/cases/{number}/next?step=acceptance&outcome=accept", "li-ming")).Json["refusal"]![
                "code"
            ]!.GetValue<string>(),
            Is.EqualTo("step.not_yours")
        );
        Assert.That((await host.Get($"/api/cases/{number}/next?step=acceptance&outcome=accept", "huang-hua")).Status, Is.EqualTo(403));
        Assert.That((await host.Get($"/api/cases/{number}/next?step=acceptance", "wang-fang")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task The_verb_tells_it_in_words()
    {
        await using var host = await RunningHost.Start();
        // Long ago: by today a rule has received it and silence has accepted it.
        var number = await host.Lodge();
        var told = await Run("next", number, "licence", "grant", "--database", host.DatabaseFile, "--definitions", Repository.Definitions);
        Assert.That((told.Exit, told.Error), Is.EqualTo((0, "")));
        Assert.That(
            told.Out,
            Does.Contain($"{number}, at once:\n  opens    ")
                .And.Contain("likely on, ")
                .And.Contain("(organisation-code): an officer of the Quality and Technology Bureau, Registered")
        );
        Assert.That(
            JsonNode.Parse(
                (
                    await Run(
                        "next",
                        number,
                        "licence",
                        "grant",
                        "--json",
                        "--database",
                        host.DatabaseFile,
                        "--definitions",
                        Repository.Definitions
                    )
                ).Out
            )!["path"]!["end"]!.GetValue<string>(),
            Is.EqualTo("Concluded")
        );
        Assert.That(
            (await Run("next", number, "licence", "maybe", "--database", host.DatabaseFile, "--definitions", Repository.Definitions)).Out,
            Does.StartWith(
                "step.outcome_unknown 'maybe' is no outcome of 'Issue of the business licence'; its outcomes are Registered and Registration refused."
            )
        );
        Assert.That((await Run("cases", "--database", host.DatabaseFile, "--json")).Out, Does.Contain("\"entries\": 1"));
    }

    [Test]
    public async Task A_party_learns_of_no_hidden_limit_by_looking_ahead_or_by_a_refusal()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        await host.Do(number, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        var seen = (await host.Get($"/api/cases/{number}", "chen-jie")).Json["clocks"]!.AsArray().Select(c => $"{c!["id"]}").ToList();
        var opened = await host.Do(number, "chen-jie", """{"do": "open", "step": "withdrawal"}""");
        Assert.That(opened.Status, Is.EqualTo(200), opened.Text);
        var ahead = await host.Get($"/api/cases/{number}/next?step=withdrawal&outcome=done", "chen-jie");
        Assert.That(ahead.Status, Is.EqualTo(200), ahead.Text);
        Assert.That(ahead.Json["clocks"]!.AsArray().Select(c => $"{c!["id"]}"), Is.SubsetOf(seen));
        Assert.That(ahead.Json["opens"]!.AsArray().Select(o => o!["dueOn"]), Is.All.Null);
        await host.Do(
            number,
            "li-ming",
            """{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "310115000000001"}}"""
        );
        foreach (var clock in new[] { "organisation-code", "tax-registration", "acceptance", "nowhere" })
        {
            var extend = $$"""{"do": "extend-clock", "clock": "{{clock}}", "by": {"amount": 1, "unit": "WorkingDays"}, "reasons": "r"}""";
            Assert.That((await host.Do(number, "chen-jie", extend)).Code, Is.EqualTo("command.of_office"), clock);
        }
    }
}

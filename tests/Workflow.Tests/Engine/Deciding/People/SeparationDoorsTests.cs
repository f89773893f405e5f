using Workflow.Engine.Record.Commands;
using Workflow.Tests.Host;
using Workflow.Tests.Support;
using static Workflow.Tests.Support.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Who drafted may not check, whichever door they try: claim, act, be handed it, sign, work for the holder, stand in, in a list, over HTTP.</summary>
public sealed class SeparationDoorsTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: check, title: 复核, by: hall.officer, not-by: [draft]}
        """;

    [Test]
    public void Who_drafted_is_refused_at_every_door_of_the_check() => Lodged(Steps).Does("one", Done("draft"))
        .Refused("one", new Claim("check"), "step.separation")
        .Refused("one", Done("check"), "step.separation")
        .Refused("two", Done("check") with { With = ["one"] }, "step.separation")
        .Refused("two", new Transfer("check", "one", "分工"), "step.separation")
        .Refused("two", new Entrust("check", "one", "代拟"), "step.separation")
        .Refused("two", new AddSigner("check", "one", SignerPlace.Before, "会商"), "step.separation")
        .Does("two", new Claim("check"))
        .Does("two", Done("check"));

    [Test]
    public void A_deputy_is_neither_a_way_around_nor_are_they_let_off() => Lodged(Steps, "2026-07-01").Does("three", "two", Done("draft"))
        .Refused("two", new Claim("check"), "step.separation")
        .Refused("three", "two", new Claim("check"), "step.separation")
        .Refused("three", "two", Done("check"), "step.separation")
        .Refused("one", Done("check") with { With = ["two"] }, "step.separation")
        .Refused("one", new Transfer("check", "two", "分工"), "step.separation")
        .Does("one", Done("check"));

    [Test]
    public async Task So_it_is_over_HTTP_alone_and_in_a_list()
    {
        using var folder = new ChangedDefinitions("fragments/window-acceptance-2003.yaml", "    by: window.clerk\n    # Silence", "    by: window.clerk\n    not-by: [receive]\n    # Silence");
        await using var host = await RunningHost.Start(definitions: folder.Path);
        var number = await host.Lodge();
        const string accept = """{"do": "complete", "step": "acceptance", "outcome": "accept"}""";
        Assert.That((await host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""")).Status, Is.EqualTo(200));
        Assert.That((await host.Do(number, "wang-fang", accept)).Code, Is.EqualTo("step.separation"));
        Assert.That((await host.Do(number, "wang-fang", """{"do": "claim", "step": "acceptance"}""")).Code, Is.EqualTo("step.separation"));
        var list = await host.Post("/api/commands", "wang-fang", $$"""[{"case": "{{number}}", "command": {{accept}} }]""");
        Assert.That(list.Json["items"]![0]!["code"]!.GetValue<string>(), Is.EqualTo("step.separation"));
        var offers = (await host.Get($"/api/cases/{number}", "wang-fang")).Json["actions"]!.AsArray().Where(a => a!["target"]?.GetValue<string>() == "acceptance" && a["action"]!.GetValue<string>() is "complete" or "claim");
        Assert.That(offers.Select(a => a!["allowed"]!.GetValue<bool>()), Is.Not.Empty.And.All.False);
        Assert.That((await host.Do(number, "zhou-li", accept)).Status, Is.EqualTo(200));
    }
}

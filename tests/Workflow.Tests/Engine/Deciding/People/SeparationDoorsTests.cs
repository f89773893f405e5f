using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Who drafted may not check, whichever door they try: claim, act, be handed it, sign, work for the holder, stand in, in a list, over HTTP.</summary>
public sealed class SeparationDoorsTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: check, title: 复核, by: hall.officer, not-by: [draft]}
        """;

    [Test]
    public void Who_drafted_is_refused_at_every_door_of_the_check() =>
        Lodged(Steps)
            .Does("first-officer", Done("draft"))
            .Refused("first-officer", new Claim("check"), "step.separation")
            .Refused("first-officer", Done("check"), "step.separation")
            .Refused("second-officer", Done("check") with { With = ["first-officer"] }, "step.separation")
            .Refused("second-officer", new Transfer("check", "first-officer", "分工"), "step.separation")
            .Refused("second-officer", new Entrust("check", "first-officer", "代拟"), "step.separation")
            .Refused("second-officer", new AddSigner("check", "first-officer", SignerPlace.Before, "会商"), "step.separation")
            .Does("second-officer", new Claim("check"))
            .Does("second-officer", Done("check"));

    [Test]
    public void A_deputy_is_neither_a_way_around_nor_are_they_let_off() =>
        Lodged(Steps, "2026-07-01")
            .Does("legal-adviser", "second-officer", Done("draft"))
            .Refused("second-officer", new Claim("check"), "step.separation")
            .Refused("legal-adviser", "second-officer", new Claim("check"), "step.separation")
            .Refused("legal-adviser", "second-officer", Done("check"), "step.separation")
            .Refused("first-officer", Done("check") with { With = ["second-officer"] }, "step.separation")
            .Refused("first-officer", new Transfer("check", "second-officer", "分工"), "step.separation")
            .Does("first-officer", Done("check"));

    [Test]
    public async Task So_it_is_over_HTTP_alone_and_in_a_list()
    {
        using var folder = new ChangedDefinitions(
            "fragments/window-acceptance-2003.yaml",
            "    by: window.clerk\n    # Silence",
            "    by: window.clerk\n    not-by: [receive]\n    # Silence"
        );
        await using var host = await RunningHost.Start(definitions: folder.Path);
        var number = await host.Lodge();
        const string accept = """{"do": "complete", "step": "acceptance", "outcome": "accept"}""";
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
        Assert.That((await host.Do(number, "wang-fang", accept)).Code, Is.EqualTo("step.separation"));
        Assert.That((await host.Do(number, "wang-fang", """{"do": "claim", "step": "acceptance"}""")).Code, Is.EqualTo("step.separation"));
        var list = await host.Post("/api/commands", "wang-fang", $$"""[{"case": "{{number}}", "command": {{accept}} }]""");
        Assert.That(list.Json["items"]![0]!["code"]!.GetValue<string>(), Is.EqualTo("step.separation"));
        var offers = (await host.Get($"/api/cases/{number}", "wang-fang")).Json["actions"]!
            .AsArray()
            .Where(a => a!["target"]?.GetValue<string>() == "acceptance" && a["action"]!.GetValue<string>() is "complete" or "claim");
        Assert.That(offers.Select(a => a!["allowed"]!.GetValue<bool>()), Is.Not.Empty.And.All.False);
        Assert.That((await host.Do(number, "zhou-li", accept)).Status, Is.EqualTo(200));
    }
}

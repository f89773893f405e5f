using System.Text.Json.Nodes;
using static Workflow.Tests.Support.Hosts.Typed;

namespace Workflow.Tests.Host.Migration;

/// <summary>Moving cases to a next edition over HTTP and on the command line: first dry, then for real, and everything can be proved afterwards.</summary>
public sealed class MigrationTests
{
    private const string Map = """{"steps": {"licence": "registration"}}""";

    [Test]
    public async Task A_case_is_previewed_moved_worked_on_and_verified()
    {
        using var editions = new NextEdition();
        await using var host = await RunningHost.Start(definitions: editions.Folder);
        var number = await Accepted(host);
        host.Time.Now = DateTimeOffset.Parse("2014-05-07T09:00:00+08:00");
        var body = $$"""{"to": "{{Next(host)}}", "map": {{Map}}, "document": "批复3号", "reasons": "新版施行"}""";
        var preview = await host.Post($"/api/cases/{number}/migration/preview", "qian-jin", body);
        var clock = preview.Json["clocks"]!.AsArray().Single(c => c!["id"]!.GetValue<string>() == "handling")!;
        // 45 working days from 2014-05-06 end on 2014-07-09, 30 on 2014-06-18: Dragon Boat on Monday 2014-06-02 does not count.
        Assert.That(
            (
                preview.Status,
                preview.Json["possible"]!.GetValue<bool>(),
                clock["was"]!.GetValue<string>(),
                clock["now"]!.GetValue<string>()
            ),
            Is.EqualTo((200, true, "2014-07-09", "2014-06-18")),
            preview.Text
        );
        Assert.That((await host.Get($"/api/cases/{number}", "qian-jin")).Json["revision"]!.GetValue<long>(), Is.EqualTo(3));
        var moved = await host.Do(number, "qian-jin", body.Replaced("{\"to\"", "{\"do\": \"migrate\", \"to\""));
        Assert.That(moved.Status, Is.EqualTo(200), moved.Text);
        Assert.That(
            (
                await host.Do(
                    number,
                    "li-ming",
                    """{"do": "complete", "step": "registration", "outcome": "grant", "numbers": {"business-licence": "440101000123456"}}"""
                )
            ).Status,
            Is.EqualTo(200)
        );
        Assert.That(
            (await Run("verify", "--language", "en", "--database", host.DatabaseFile)).Out,
            Does.Contain("every chain holds").And.Contain("no difference")
        );
        Assert.That(
            (await Run("rebuild", "--language", "en", "--check", "--database", host.DatabaseFile)).Out,
            Does.Contain("Every row is what the ledger entails.")
        );
    }

    [Test]
    public async Task A_preview_says_what_stands_in_the_way_and_a_stranger_sees_none()
    {
        using var editions = new NextEdition();
        await using var host = await RunningHost.Start(definitions: editions.Folder);
        var number = await Accepted(host);
        host.Time.Now = DateTimeOffset.Parse("2014-05-07T09:00:00+08:00");
        var body = $$"""{"to": "{{Next(host)}}", "document": "", "reasons": "新版施行"}""";
        var preview = await host.Post($"/api/cases/{number}/migration/preview", "li-ming", body);
        Assert.That(
            preview.Json["obstacles"]!.AsArray().Select(o => o!["code"]!.GetValue<string>()),
            Is.EqualTo(new[] { "case.not_yours", "migrate.step_gone" }),
            preview.Text
        );
        Assert.That((await host.Post($"/api/cases/{number}/migration/preview", "huang-hua", body)).Status, Is.EqualTo(403));
        Assert.That((await host.Post("/api/cases/none/migration/preview", "qian-jin", body)).Status, Is.EqualTo(404));
        Assert.That((await host.Post($"/api/cases/{number}/migration/preview", "qian-jin", """{"to": 7}""")).Status, Is.EqualTo(400));
        Assert.That(
            (
                await host.Post(
                    $"/api/cases/{number}/migration/preview",
                    "qian-jin",
                    """{"to": "x", "map": {"steps": {"a": null}}, "document": "d", "reasons": "r"}"""
                )
            ).Status,
            Is.EqualTo(400)
        );
        Assert.That(
            (await host.Post($"/api/cases/{number}/migration/preview", "qian-jin", """{"do": "cancel", "reasons": "x"}""")).Status,
            Is.EqualTo(422)
        );
        Assert.That(
            (
                await host.Do(
                    number,
                    "qian-jin",
                    $$"""{"do": "migrate", "to": "{{Next(host)}}", "document": "批复", "reasons": "新版施行"}"""
                )
            ).Code,
            Is.EqualTo("migrate.step_gone")
        );
    }

    [Test]
    public async Task Every_open_case_of_a_process_is_moved_and_one_that_cannot_stops_none()
    {
        using var editions = new NextEdition();
        await using var host = await RunningHost.Start(definitions: editions.Folder);
        var (one, other) = (await Supplementing(host), await Accepted(host));
        await File.WriteAllTextAsync(Path.Combine(editions.Folder, "map.json"), Map);
        string[] verb =
        [
            "migrate",
            "--process",
            "three-certificates",
            "--to",
            "2014-05-10",
            "--by",
            "qian-jin",
            "--database",
            host.DatabaseFile,
            "--definitions",
            editions.Folder,
        ];
        var dry = await Run([.. verb, "--dry-run"]);
        Assert.That((dry.Exit, dry.Error.Trim()), Is.EqualTo((1, "2 cases: 1 would move, 1 not.")), dry.Out);
        Assert.That(
            dry.Out,
            Does.Contain($"{one} would move: ")
                .And.Contain($"{other} stays: ")
                .And.Contain("  migrate.step_gone 'Issue of the business licence' is open, and the target has no step 'licence' for it")
        );
        var moved = await Run([
            .. verb,
            "--map",
            Path.Combine(editions.Folder, "map.json"),
            "--document",
            "批复3号",
            "--reasons",
            "新版施行",
            "--json",
        ]);
        Assert.That(
            (moved.Exit, JsonNode.Parse(moved.Out)!.AsArray().Select(o => o!["moved"]!.GetValue<bool>())),
            Is.EqualTo((0, new[] { true, true })),
            moved.Out
        );
        Assert.That((await Run([.. verb, "--dry-run"])).Out, Does.Contain("migrate.same_definition"));
    }

    [TestCase(2, "migrate", "--to", "2014-05-10", "--by", "qian-jin", "--dry-run")]
    [TestCase(2, "migrate", "X", "--to", "2014-05-10", "--by", "qian-jin")]
    [TestCase(2, "migrate", "X", "--to", "2014-05-10", "--by", "qian-jin", "--dry-run", "--database", "/no/such.db")]
    [TestCase(2, "next", "X", "receive", "done", "--database", "/no/such.db")]
    [TestCase(2, "next", "X", "receive")]
    public async Task An_error_is_one_sentence_and_an_exit_code(int exit, params string[] args)
    {
        var run = await Run(args);
        Assert.That((run.Exit, run.Out, run.Error.Trim().Split('\n').Length), Is.EqualTo((exit, "", 1)), run.Error);
    }

    // Nobody but the window goes on with it, whatever day it is.
    private static async Task<string> Supplementing(RunningHost host)
    {
        var number = await host.Lodge();
        foreach (
            var act in new[]
            {
                """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""",
                """{"do": "complete", "step": "acceptance", "outcome": "supplement", "materials": [], "reasons": "申请书未签名"}""",
                """
                    {"do": "complete", "step": "supplement-delivery", "outcome": "done", "fields": {"served-on": "2014-05-06", "method": "直接送达", "signed-by": "陈杰", "relation": "受送达人本人"}}
                    """,
            }
        )
            Assert.That((await host.Do(number, "wang-fang", act)).Status, Is.EqualTo(200));
        return number;
    }

    private static async Task<string> Accepted(RunningHost host)
    {
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
        Assert.That(
            (await host.Do(number, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""")).Status,
            Is.EqualTo(200)
        );
        return number;
    }

    private static string Next(RunningHost host) =>
        host.Place.Processes.List("three-certificates").Single(p => p.InForce.From == new DateOnly(2014, 5, 7)).Digest;
}

using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Workflow.Host.Access;
using Workflow.Host.Screens.Sheets;
using Workflow.Storage.Access;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Seals;

namespace Workflow.Tests.Host.Access;

public sealed class AccessTests
{
    private RunningHost _host = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    // A case of its own for each test. What spoils the log, or is about all of it, has a host of its own too.
    [SetUp]
    public async Task Lodge() => _number = await _host.Lodge();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Reads_of_a_case_are_gathered_and_counted()
    {
        for (var i = 0; i < 3; i++)
            await _host.Get($"/api/cases/{_number}", "li-ming");
        var reads = (await Flushed()).Where(r => r.Who == "li-ming" && r.Kind == AccessKinds.Read && r.Case == _number).ToList();
        Assert.That(reads.Sum(r => r.Times), Is.EqualTo(3));
        Assert.That(reads.Select(r => (r.What, r.Case)).Distinct(), Is.EqualTo(new[] { ("GET /api/cases/{number}", (string?)_number) }));
    }

    [TestCase("/timeline", AccessKinds.Audited)]
    [TestCase("/clocks/nowhere/explanation", AccessKinds.Refused)]
    [TestCase("/attachments/nowhere", AccessKinds.Refused)]
    public async Task A_look_at_history_reasons_or_files_is_on_disk_before_the_answer(string path, string kind)
    {
        await _host.Get($"/api/cases/{_number}{path}", "xu-min");
        // What else waited may have been written by now too, and stand after it.
        var last = OnDisk(_host).First(r => r.Who == "xu-min" && r.Kind != AccessKinds.SignedIn);
        Assert.That((last.Kind, last.Who, last.Case), Is.EqualTo((kind, "xu-min", _number)));
    }

    [Test]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        using var connection = _host.Place.Database.Connect();
        var full = new FullTable(connection, "access_entries");
        var answer = await _host.Get($"/api/cases/{_number}/timeline", "xu-min");
        full.Dispose();
        Assert.That(answer.Status, Is.EqualTo(500));
        Assert.That(answer.Text, Does.Not.Contain("示范商贸有限公司"));
    }

    [Test]
    public async Task What_is_refused_in_bulk_is_on_record_case_by_case()
    {
        await _host.Post(
            "/api/commands",
            "liu-yang",
            $$$"""
            [{"case": "{{{_number}}}", "command": {"do": "claim", "step": "receive"}},
             {"case": "NOWHERE-1", "command": {"do": "claim", "step": "receive"}},
             {"case": "NOWHERE-2", "command": {"do": "claim", "step": "receive"}}]
            """
        );
        var told = (await Flushed()).Where(r => r.Who == "liu-yang" && r.What == "POST /api/commands").ToList();
        Assert.That(
            told.Where(r => r.Kind == AccessKinds.Refused).Select(r => (r.Case, r.Refusal)),
            Is.EquivalentTo(
                new[]
                {
                    (_number, "case.not_visible"),
                    ("NOWHERE-1", "case.unknown_number"),
                    ((string?)"NOWHERE-2", (string?)"case.unknown_number"),
                }
            )
        );
        Assert.That(told.Count(r => r.Kind == AccessKinds.Read), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_names_its_code_and_who_was_refused()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await host.Get($"/api/cases/{number}", "liu-yang");
        await host.Get($"/api/cases/{number}/timeline");
        await host.Do(number, "li-ming", """{"do": "complete", "step": "nowhere", "outcome": "x"}""");
        var refused = (await Flushed(host)).Where(r => r.Kind == AccessKinds.Refused).Select(r => (r.Who, r.Refusal, r.Case));
        Assert.That(
            refused,
            Is.EquivalentTo(
                new[]
                {
                    ("liu-yang", "case.not_visible", number),
                    (null, "identity.no_token", null),
                    ("li-ming", "step.unknown", (string?)number),
                }
            )
        );
    }

    [Test]
    public async Task A_person_signs_in_once_a_day()
    {
        await using var host = await RunningHost.Start();
        for (var i = 0; i < 2; i++)
            await host.Get("/api/work", "li-ming");
        host.Time.Now += TimeSpan.FromDays(1);
        await host.Get("/api/work", "li-ming");
        Assert.That(
            (await Flushed(host)).Where(r => r.Kind == AccessKinds.SignedIn && r.Who == "li-ming").Sum(r => r.Times),
            Is.EqualTo(2)
        );
    }

    [Test]
    public async Task A_publication_is_an_administrative_act() =>
        Assert.That(
            (await Flushed()).Where(r => r.Kind == AccessKinds.Administered).Select(r => r.What),
            Has.One.StartsWith("publish three-certificates ")
        );

    [Test]
    public async Task Auditors_read_it_page_by_page_and_nobody_else()
    {
        await Flushed();
        var first = (await _host.Get("/api/access?limit=2", "xu-min")).Json;
        var second = (await _host.Get($"/api/access?limit=2&cursor={first["next"]}", "xu-min")).Json;
        string[] Shown(JsonNode page) => [.. page["items"]!.AsArray().Select(i => $"{i!["log"]} {i["number"]}")];
        Assert.That(Shown(first).Concat(Shown(second)).Distinct().Count(), Is.EqualTo(4));
        foreach (var other in new[] { "li-ming", "sun-jing" })
            Assert.That((await _host.Get("/api/access", other)).Code, Is.EqualTo("identity.not_auditor"));
        Assert.That((await _host.Get($"/api/access?case={_number}", "xu-min")).Json["items"]!.AsArray(), Has.Count.EqualTo(0));
    }

    [Test]
    public async Task A_record_that_was_changed_is_found_and_a_log_that_was_cut_is_too()
    {
        await using var host = await RunningHost.Start();
        await Flushed(host);
        var seal = (await new LedgerSeals(host.Place.Database).Make(host.Time.Now, default))!;
        var head = HeadLine.Read(HeadLine.Of(seal));
        Assert.That(new Verify(host.Place.Database, [head]).Run() is { Holds: true, AccessEntries: > 1, Proven.Seal: 1 });
        using var connection = host.Place.Database.Connect();
        connection.Execute("delete from access_entries where entry_no = (select max(entry_no) from access_entries)");
        connection.Execute(
            "update access_heads set (entry_no, hash) = (select entry_no, hash from access_entries e order by entry_no desc limit 1)"
        );
        var fault = new Verify(host.Place.Database, [head]).Run().Faults.Single();
        Assert.That(
            $"{fault.Case} {fault.Words}",
            Does.Match("^access log .+ Expected entries up to [0-9]+, as seal 1 has it, but the last one is [0-9]+\\.$")
        );
    }

    [Test]
    public async Task Records_that_could_not_be_written_wait_and_stand_before_later_ones()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await Flushed(host);
        using var connection = host.Place.Database.Connect();
        var full = new FullTable(connection, "access_entries");
        for (var i = 0; i < 2; i++)
            await host.Get($"/api/cases/{number}", "li-ming");
        Assert.That(async () => await host.Part<AccessBatch>().Flush(default), Throws.InstanceOf<System.Data.Common.DbException>());
        await host.Get($"/api/cases/{number}", "li-ming");
        await host.Get("/api/work", "li-ming");
        full.Dispose();
        var after = (await Flushed(host)).Where(r => r.Who == "li-ming" && r.Kind == AccessKinds.Read).Select(r => (r.What, r.Times));
        Assert.That(after, Is.EqualTo(new[] { ("GET /api/work", 1), ("GET /api/cases/{number}", 3) }), "the latest first");
    }

    [Test]
    public async Task When_no_more_may_wait_nothing_is_read()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        using var connection = host.Place.Database.Connect();
        var full = new FullTable(connection, "access_entries");
        var batch = host.Part<AccessBatch>();
        for (var i = 0; i < AccessBatch.MostWaiting; i++)
            batch.Add(new AccessRecord(host.Time.Now, AccessKinds.Read, $"GET {i}"));
        var refused = await host.Get($"/api/cases/{number}", "li-ming");
        Assert.That((refused.Status, refused.Code), Is.EqualTo((503, "access.log_full")));
        Assert.That((await host.Get("/health/live")).Status, Is.EqualTo(200), "what is not recorded goes on");
        full.Dispose();
        await batch.Flush(default);
        Assert.That((await host.Get($"/api/cases/{number}", "li-ming")).Status, Is.EqualTo(200));
        Assert.That(
            connection.ExecuteScalar<long>("select count(*) from access_entries where body like '%\"GET %'"),
            Is.GreaterThanOrEqualTo(AccessBatch.MostWaiting)
        );
    }

    [TestCase("/API/cases/{0}", 200)]
    [TestCase("/Api/Cases/{0}", 200)]
    [TestCase("/aPI/cases/{0}/timeline", 200)]
    [TestCase("/api/cases/{0}/", 200)]
    [TestCase("/api//cases/{0}", 404)]
    public async Task However_a_path_is_spelt_what_is_shown_is_on_record(string path, int status)
    {
        var before = (await Flushed()).Sum(r => r.Times);
        var answer = await _host.Get(string.Format(null, path, _number), "li-ming");
        var after = await Flushed();
        Assert.That(answer.Status, Is.EqualTo(status));
        if (status != 200)
            return;
        Assert.That(after.Sum(r => r.Times), Is.GreaterThan(before));
        // The sign-in of the day is a record too: what was shown must have its own.
        Assert.That(
            after.Where(r => r.Who == "li-ming" && r.Case == _number).Select(r => r.Kind),
            Has.Some.AnyOf(AccessKinds.Read, AccessKinds.Revealed, AccessKinds.Audited)
        );
    }

    [Test]
    public void Every_endpoint_that_needs_a_sign_in_is_kept_and_the_others_show_no_case() =>
        Assert.That(
            _host
                .Part<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Distinct(),
            Is.EquivalentTo(
                new[]
                {
                    "/health/live",
                    "/health/ready",
                    "/sign-in",
                    "/sign-out",
                    "/language",
                    PageAssets.Style,
                    PageAssets.Script,
                    "/openapi/{documentName}.json",
                }
            )
        );

    [Test]
    public async Task An_auditor_who_asks_again_is_told_that_nobody_else_did()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await host.Get("/api/access", "xu-min");
        await Flushed(host);
        var tag = await Tag(host, null, 200);
        // Their own looks lengthen the log and are on it; they are no news to themselves.
        Assert.That(await Tag(host, tag, 304), Is.EqualTo(tag));
        Assert.That(await Tag(host, tag, 304), Is.EqualTo(tag));
        await host.Get($"/api/cases/{number}", "li-ming");
        await Flushed(host);
        Assert.That(await Tag(host, tag, 200), Is.Not.EqualTo(tag));
    }

    private static async Task<string> Tag(RunningHost host, string? known, int status)
    {
        (string, string)[] headers = known is null ? [] : [("If-None-Match", known)];
        using var answer = await host.Raw(HttpMethod.Get, "/api/access?limit=2", "xu-min", headers);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        return $"{answer.Headers.ETag}";
    }

    private Task<List<AccessRecord>> Flushed() => Flushed(_host);

    private static async Task<List<AccessRecord>> Flushed(RunningHost host)
    {
        await host.Part<AccessBatch>().Flush(default);
        return OnDisk(host);
    }

    private static List<AccessRecord> OnDisk(RunningHost host) =>
        [.. new AccessReads(host.Place.Database).Page(null, null, 1000).Select(e => e.Record)];
}

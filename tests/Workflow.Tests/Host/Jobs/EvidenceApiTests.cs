using System.IO.Compression;
using System.Text;
using Workflow.Host.Exports;
using Workflow.Host.Jobs;
using Workflow.Host.Seals;
using Workflow.Storage.Access;
using Workflow.Storage.Seals;

namespace Workflow.Tests.Host.Jobs;

/// <summary>What auditors do over HTTP: the same as the verbs, for nobody else, and on record before the answer.</summary>
public sealed partial class EvidenceApiTests
{
    private const string Auditor = "xu-min";
    private const string Supervisor = "sun-jing";

    private static readonly string Sample = Path.Combine(Repository.Definitions, "..", "samples", "receipt");

    private RunningHost _host = null!;
    private string _case = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _case = await _host.Lodge();
        await _host.Do(_case, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    private static readonly (string Method, string Path)[] Endpoints =
    [
        ("POST", "/api/cases/{case}/readjudicate"),
        ("POST", "/api/jobs/readjudicate"),
        ("POST", "/api/cases/{case}/whatif"),
        ("POST", "/api/jobs/whatif"),
        ("GET", "/api/stats"),
        ("GET", "/api/export"),
        ("GET", "/api/cases/{case}/export"),
        ("POST", "/api/conform"),
        ("POST", "/api/seals"),
        ("GET", "/api/seals"),
        ("GET", "/api/seals/1"),
        ("POST", "/api/seals/receipts"),
        ("POST", "/api/verify"),
        ("POST", "/api/jobs/verify"),
        ("GET", "/api/jobs/1/result"),
    ];

    [TestCaseSource(nameof(Endpoints))]
    public async Task Nobody_but_auditors_and_supervisors((string Method, string Path) at)
    {
        var path = at.Path.Replace("{case}", _case, StringComparison.Ordinal);
        // A clerk of the case, its party, and one who only looks after the system.
        foreach (var other in new[] { "wang-fang", "chen-jie", "lu-ping" })
        {
            var answer = await _host.Send(new HttpMethod(at.Method), path, other);
            Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "evidence.not_yours")), $"{other} {path}");
        }

        Assert.That((await _host.Send(new HttpMethod(at.Method), path)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task One_case_is_decided_again_at_once()
    {
        var answer = await _host.Send(HttpMethod.Post, $"/api/cases/{_case}/readjudicate", Supervisor);
        Assert.That(
            (answer.Status, (int)answer.Json["cases"]!, answer.Json["differences"]!.AsArray().Count),
            Is.EqualTo((200, 1, 0)),
            answer.Text
        );
        Assert.That((int)answer.Json["decisions"]!, Is.GreaterThan(0));
        Assert.That(Last(), Is.EqualTo((AccessKinds.Audited, "POST /api/cases/{number}/readjudicate", Supervisor, _case)));
        Assert.That(
            (await _host.Send(HttpMethod.Post, "/api/cases/NOBODY-1/readjudicate", Supervisor)).Code,
            Is.EqualTo("case.unknown_number")
        );
    }

    [Test]
    public async Task A_whole_ledger_is_decided_again_as_a_job()
    {
        var accepted = await _host.Send(HttpMethod.Post, "/api/jobs/readjudicate", Auditor);
        Assert.That((accepted.Status, accepted.Json["kind"]!.GetValue<string>()), Is.EqualTo((202, "readjudicate")), accepted.Text);
        var result = await Result(accepted, Auditor);
        Assert.That((result.Status, (long)result.Json["cases"]!), Is.EqualTo((200, 1L)), result.Text);
        var job = (await _host.Get($"/api/jobs/{accepted.Json["id"]}", Auditor)).Json;
        Assert.That((job["status"]!.GetValue<string>(), (long)job["progress"]!), Is.EqualTo(("done", (long)result.Json["decisions"]!)));
        var another = await _host.Get($"/api/jobs/{accepted.Json["id"]}", Supervisor);
        Assert.That(another.Code, Is.EqualTo("job.unknown"), "another's job");
        Assert.That((string?)another.Json["detail"], Does.StartWith($"You have no job '{accepted.Json["id"]}';"));
    }

    [Test]
    public async Task What_if_answers_as_json_and_as_a_page()
    {
        var json = await _host.Post(
            $"/api/cases/{_case}/whatif",
            Auditor,
            """{"limits": {"acceptance": "1 working day"}, "until": "2014-08-01T00:00:00Z"}"""
        );
        Assert.That((json.Status, (int)json.Json["cases"]!), Is.EqualTo((200, 1)), json.Text);
        var page = await _host.Post($"/api/cases/{_case}/whatif?format=html", Auditor, """{"limits": {"acceptance": "1 working day"}}""");
        Assert.That((page.Status, page.MediaType), Is.EqualTo((200, "text/html")), page.Text);
        Assert.That(page.Text, Does.Contain("acceptance=1 working day"));
        var job = await _host.Post("/api/jobs/whatif", Auditor, """{"limits": {"acceptance": "1 working day"}}""");
        Assert.That((long)(await Result(job, Auditor)).Json["cases"]!, Is.EqualTo(1));
        var shown = $"/api/jobs/{job.Json["id"]}/result?format=";
        Assert.That((await _host.Get($"{shown}html", Auditor)).MediaType, Is.EqualTo("text/html"));
        Assert.That((await _host.Get($"{shown}pdf", Auditor)).Code, Is.EqualTo("request.among"));
    }

    [TestCase("{}", 400, "whatif.nothing")]
    [TestCase("""{"limits": {"nowhere": "1 day"}}""", 422, "whatif.no_clock")]
    [TestCase("""{"limits": {"acceptance": "soon"}}""", 422, "whatif.length")]
    [TestCase("""{"limits": null}""", 400, "json.malformed")]
    [TestCase("""{"limit": {}}""", 400, "json.malformed")]
    [TestCase("""{"definition": "process: [[[["}""", 422, "opening.broken")]
    [TestCase("""{"calendars": {"../2027.yaml": "x"}}""", 400, "whatif.calendar_name")]
    [TestCase("""{"calendars": {"2027.yaml": "x"}}""", 422, "opening.broken")]
    public async Task What_if_of_nothing_readable_is_a_problem(string body, int status, string code)
    {
        foreach (var path in new[] { $"/api/cases/{_case}/whatif", "/api/jobs/whatif" })
        {
            var answer = await _host.Post(path, Auditor, body);
            Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Text);
        }
    }

    [TestCase("json", "application/json", "{\"outside\"")]
    [TestCase("csv", "text/csv", "table,row,part,whole,percent\n")]
    [TestCase("svg", "image/svg+xml", "<svg")]
    public async Task A_ledger_is_counted(string format, string mediaType, string begins)
    {
        var answer = await _host.Get($"/api/stats?format={format}", Auditor);
        Assert.That((answer.Status, answer.MediaType), Is.EqualTo((200, mediaType)), answer.Text);
        Assert.That(answer.Text, Does.StartWith(begins));
        Assert.That(Last().What, Is.EqualTo($"GET /api/stats {format}"));
    }

    [TestCase("/api/stats?from=2014-05-07&to=2014-05-06", "stats.span")]
    [TestCase("/api/stats?format=pdf", "request.among")]
    [TestCase("/api/export?format=pdf", "request.among")]
    [TestCase("/api/export?format=csv&gzip=true", "export.gzip")]
    [TestCase("/api/seals?limit=0", "request.limit")]
    public async Task A_query_that_cannot_be_answered_is_a_problem(string path, string code)
    {
        var answer = await _host.Get(path, Auditor);
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, code)));
    }

    [Test]
    public async Task Every_format_is_exported_for_a_case_and_recorded_first()
    {
        foreach (var format in ExportFormat.All.Some())
        {
            var bytes = await _host.Download($"/api/cases/{_case}/export?format={format.Name}", Auditor);
            Assert.That(bytes, Is.Not.Empty, format.Name);
            Assert.That(Last(), Is.EqualTo((AccessKinds.Exported, $"GET /api/cases/{{number}}/export {format.Name}", Auditor, _case)));
        }

        Assert.That((await _host.Get("/api/cases/NOBODY-1/export", Auditor)).Code, Is.EqualTo("case.unknown_number"));
        Assert.That(
            (await _host.Get("/api/export?format=file", Auditor)).Code,
            Is.EqualTo("casefile.no_case"),
            "a case file is of one case"
        );
    }

    [Test]
    public async Task An_export_that_cannot_be_recorded_does_not_leave()
    {
        using var connection = _host.Place.Database.Connect();
        var full = new FullTable(connection, "access_entries");
        var answer = await _host.Get("/api/export", Auditor);
        full.Dispose();
        Assert.That(answer.Status, Is.EqualTo(500));
        Assert.That(answer.Text, Does.Not.Contain(_case));
    }

    [Test]
    public async Task What_is_exported_and_sealed_here_is_verified_here()
    {
        await _host.Send(HttpMethod.Post, "/api/seals", Auditor);
        var latest = (await _host.Get("/api/seals", Auditor)).Json["items"]![0]!;
        var receipt = await _host.Download($"/api/seals/{latest["number"]}", Auditor);
        var export = await _host.Download("/api/export", Auditor);
        var verified = await _host.Upload(
            "/api/verify",
            Supervisor,
            ("export", "city.jsonl", export),
            ("receipt", "s.seal", receipt),
            ("head", "", Encoding.UTF8.GetBytes(latest["head"]!.GetValue<string>()))
        );
        Assert.That(
            (verified.Status, (bool)verified.Json["holds"]!, (long)verified.Json["report"]!["proven"]!["seal"]!),
            Is.EqualTo((200, true, (long)latest["number"]!)),
            verified.Text
        );
        var database = await Result(await _host.Upload("/api/jobs/verify", Supervisor, ("receipt", "s.seal", receipt)), Supervisor);
        Assert.That(
            ((bool)database.Json["holds"]!, (string?)database.Json["report"]!["proven"]!["by"]),
            Is.EqualTo((true, "the receipt 's.seal'")),
            database.Text
        );
        var bare = await Result(await _host.Send(HttpMethod.Post, "/api/jobs/verify", Supervisor), Supervisor);
        Assert.That(
            (bare.Json["holds"]!.GetValue<bool>(), bare.Json["report"]!["proven"]),
            Is.EqualTo((true, (object?)null)),
            "without a receipt nothing is proven"
        );
    }

    [Test]
    public async Task A_receipt_of_another_ledger_is_told_from_ours()
    {
        await _host.Send(HttpMethod.Post, "/api/seals", Auditor);
        var head = (await _host.Get("/api/seals", Auditor)).Json["items"]![0]!["head"]!.GetValue<string>();
        var forged = $"seal 1 sha256:{new string('0', 64)}";
        var compared = await _host.Upload(
            "/api/seals/receipts",
            Auditor,
            ("head", "", Encoding.UTF8.GetBytes(head)),
            ("head", "", Encoding.UTF8.GetBytes(forged))
        );
        Assert.That(compared.Json["receipts"]!.AsArray().Select(r => (bool)r!["holds"]!), Is.EqualTo(new[] { true, false }), compared.Text);
        Assert.That(
            (string?)compared.Json["receipts"]![1]!["fault"],
            Does.Match("^Expected seal 1 to have the hash 0{64}, as the printed head has it, but it has [0-9a-f]{64}\\.$")
        );
        var unusable = await _host.Upload("/api/seals/receipts", Auditor, ("receipt", "x.seal", "nothing"u8.ToArray()));
        Assert.That(((bool)unusable.Json["holds"]!, unusable.Json["notes"]!.AsArray().Count), Is.EqualTo((false, 1)), unusable.Text);
        Assert.That((await _host.Upload("/api/seals/receipts", Auditor, ("file", "x.seal", [1]))).Code, Is.EqualTo("request.part"));
        Assert.That(
            (await _host.Upload("/api/seals/receipts", Auditor, ("head", "", new byte[1025]))).Code,
            Is.EqualTo("request.part_too_large")
        );
    }

    [Test]
    public async Task A_time_stamp_from_outside_is_kept_beside_its_seal()
    {
        await using var authority = await LocalAuthority.Start();
        await _host.Send(HttpMethod.Post, "/api/seals", Auditor);
        var seal = new LedgerSeals(_host.Place.Database).Latest()!;
        using var http = new HttpClient();
        var token = await new TimestampAuthority(http, authority.Address).Stamp(seal, default);
        var compared = await _host.Upload(
            "/api/seals/receipts",
            Auditor,
            ("receipt", "archive.tsr", token),
            ("certificate", "ca.pem", await File.ReadAllBytesAsync(authority.Certificate))
        );
        Assert.That(
            ((bool)compared.Json["holds"]!, (int)compared.Json["tokensKept"]!, (long)compared.Json["receipts"]![0]!["seal"]!),
            Is.EqualTo((true, 1, seal.Number)),
            compared.Text
        );
        var listed = (await _host.Get("/api/seals", Auditor)).Json["items"]!.AsArray().First(i => (long)i!["number"]! == seal.Number)!;
        Assert.That(listed["tokens"]!.AsArray().Select(t => t!.GetValue<string>()), Is.EqualTo(new[] { "archive.tsr, brought by xu-min" }));
        var unread = await _host.Upload("/api/seals/receipts", Auditor, ("receipt", "archive.tsr", token));
        Assert.That(unread.Json["notes"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_not_a_form_is_refused()
    {
        Assert.That((await _host.Post("/api/conform", Auditor, "{}")).Code, Is.EqualTo("request.media_type"));
        var cut = new StringContent("--x\r\nContent-Disposition: form-data; name=\"log\"\r\n\r\n<log", Encoding.UTF8);
        cut.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        Assert.That((await _host.Send(HttpMethod.Post, "/api/conform", Auditor, cut)).Code, Is.EqualTo("request.malformed"));
        Assert.That(
            (await _host.Upload("/api/conform", Auditor, ("log", "a.xes", [1]), ("log", "b.xes", [2]))).Code,
            Is.EqualTo("request.part_repeated")
        );
    }

    [Test]
    public async Task A_job_is_cancelled_and_forgotten_by_its_owner()
    {
        var begun = new TaskCompletionSource();
        var job = _host
            .Part<RunningJobs>()
            .Start(
                "readjudicate",
                "he-jun",
                (_, stop) =>
                {
                    begun.SetResult();
                    stop.WaitHandle.WaitOne();
                    throw new OperationCanceledException(stop);
                }
            );
        await begun.Task;
        Assert.That((await _host.Get($"/api/jobs/{job.Id}/result", "he-jun")).Code, Is.EqualTo("job.no_result"));
        Assert.That(
            (await _host.Send(HttpMethod.Post, "/api/jobs/readjudicate", "he-jun")).Code,
            Is.EqualTo("job.running"),
            "one job each"
        );
        Assert.That((await _host.Send(HttpMethod.Delete, $"/api/jobs/{job.Id}", "he-jun")).Status, Is.EqualTo(204));
        await job.Ended;
        Assert.That((await _host.Get($"/api/jobs/{job.Id}", "he-jun")).Json["status"]!.GetValue<string>(), Is.EqualTo("cancelled"));
        await _host.Send(HttpMethod.Delete, $"/api/jobs/{job.Id}", "he-jun");
        var gone = await _host.Get($"/api/jobs/{job.Id}", "he-jun");
        Assert.That((gone.Status, gone.Code), Is.EqualTo((404, "job.unknown")));
    }

    [Test]
    public async Task Long_work_is_bounded()
    {
        var places = Enumerable.Range(0, LongWork.Most).Select(_ => _host.Part<LongWork>().Begin()).ToList();
        var busy = await _host.Get("/api/stats", Auditor);
        Assert.That((busy.Status, busy.Code), Is.EqualTo((503, "evidence.busy")));
        places.ForEach(p => p.Dispose());
        Assert.That((await _host.Get("/api/stats", Auditor)).Status, Is.EqualTo(200));
    }

    private async Task<HostAnswer> Result(HostAnswer accepted, string person)
    {
        Assert.That(accepted.Status, Is.EqualTo(202), accepted.Text);
        var id = accepted.Json["id"]!.GetValue<string>();
        await _host.Part<RunningJobs>().Find(id, person).Ended;
        return await _host.Get($"/api/jobs/{id}/result", person);
    }

    // Ordinary records of the same moment may be written meanwhile; what is on disk first is of these kinds.
    private (string Kind, string What, string? Who, string? Case) Last() =>
        new AccessReads(_host.Place.Database)
            .Page(null, null, 200)
            .Select(e => e.Record)
            .First(r => r.Kind is AccessKinds.Audited or AccessKinds.Exported)
            is var r
            ? (r.Kind, r.What, r.Who, r.Case)
            : default;

    private static byte[] Packed(string text)
    {
        var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}

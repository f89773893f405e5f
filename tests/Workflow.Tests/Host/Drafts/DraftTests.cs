using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Workflow.Host.Access;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Exports;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Vaults;

namespace Workflow.Tests.Host.Drafts;

/// <summary>What somebody has begun to fill in, over HTTP: theirs alone, until the step's run is over. On 2015-06-02 Zhou Li is away and Wang Fang stands in for her.</summary>
public sealed class DraftTests
{
    private const string Half = """{"materials": ["application"], "fields": {}}""";
    private const string Received = """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""";

    private RunningHost _host = null!;
    private string _number = null!;

    private string Receive => $"/api/cases/{_number}/steps/receive/draft";

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start("2015-06-02T09:00:00+08:00");

    // A case of its own for each test, and nothing else is looked at.
    [SetUp]
    public async Task Lodge() => _number = await _host.Lodge();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_draft_is_kept_overwritten_and_thrown_away()
    {
        Assert.That((await Put("wang-fang", "{}")).Status, Is.EqualTo(200));
        var saved = await Put("wang-fang", Half);
        Assert.That(
            (saved.Status, saved.Json["run"]!.GetValue<int>(), saved.Json["savedAt"]!.GetValue<DateTimeOffset>()),
            Is.EqualTo((200, 1, _host.Time.Now)),
            saved.Text
        );
        var shown = await _host.Get(Receive, "wang-fang");
        Assert.That(JsonNode.DeepEquals(shown.Json["body"], JsonNode.Parse(Half)), shown.Text);
        Assert.That(await SavedAt("wang-fang"), Is.EqualTo(_host.Time.Now));
        for (var i = 0; i < 2; i++)
            Assert.That((await _host.Send(HttpMethod.Delete, Receive, "wang-fang")).Status, Is.EqualTo(204));
        Assert.That(
            ((await _host.Get(Receive, "wang-fang")).Code, await SavedAt("wang-fang")),
            Is.EqualTo(("draft.none", (DateTimeOffset?)null))
        );
    }

    [Test]
    public async Task Nobody_else_sees_it_a_colleague_a_deputy_or_an_auditor()
    {
        await Put("zhou-li", Half);
        Assert.That((await _host.Get(Receive, "wang-fang")).Code, Is.EqualTo("draft.none"));
        Assert.That((await _host.Get($"{Receive}?for=zhou-li", "wang-fang")).Code, Is.EqualTo("request.no_query"));
        Assert.That(await SavedAt("wang-fang"), Is.Null);
        Assert.That((await _host.Get(Receive, "xu-min")).Code, Is.EqualTo("draft.not_yours"));
        Assert.That((await _host.Get(Receive, "liu-yang")).Code, Is.EqualTo("case.not_visible"));
        Assert.That((await _host.Get(Receive, "zhou-li")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task It_ends_with_the_run_whoever_ended_it()
    {
        await _host.Do(_number, "wang-fang", Received);
        await _host.Do(_number, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        var licence = $"/api/cases/{_number}/steps/licence/draft";
        const string begun = """{"outcome": "refuse", "reasons": "住所不符"}""";
        await _host.Send(HttpMethod.Put, licence, "zhao-lei", Json(begun));
        Assert.That(Rows(), Is.EqualTo(1));
        var granted = await _host.Do(
            _number,
            "li-ming",
            """{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "310115000000001"}}"""
        );
        Assert.That(granted.Status, Is.EqualTo(200), granted.Text);
        Assert.That(((await _host.Get(licence, "zhao-lei")).Code, Rows()), Is.EqualTo(("draft.step_not_open", 0)));
        Assert.That((await _host.Send(HttpMethod.Put, licence, "zhao-lei", Json(begun))).Code, Is.EqualTo("draft.step_not_open"));
        await _host.Do(_number, "li-ming", """{"do": "take-back", "step": "licence"}""");
        Assert.That((await _host.Get(licence, "zhao-lei")).Code, Is.EqualTo("draft.none"));
    }

    [Test]
    public async Task It_is_in_no_entry_export_or_row_of_the_ledger()
    {
        await Put("wang-fang", """{"reasons": "只有我知道的话"}""");
        using var connection = _host.Place.Database.Connect();
        Assert.That(connection.ExecuteScalar<long>("select count(*) from entries where body like '%只有我知道的话%'"), Is.Zero);
        using var export = new MemoryStream();
        new LedgerExport(_host.Place.Database).Write(export, null, true, _host.Time.Now, default);
        Assert.That(Encoding.UTF8.GetString(export.ToArray()), Does.Not.Contain("只有我知道的话").And.Contain(_number));
        Assert.That(new Rebuild(_host.Place.Database, _host.Place.Processes).Compare(), Is.Empty);
    }

    [Test]
    public async Task That_it_was_written_and_read_is_in_the_access_log()
    {
        await Put("wang-fang", Half);
        await _host.Get(Receive, "wang-fang");
        await _host.Send(HttpMethod.Delete, Receive, "wang-fang");
        await _host.Part<AccessBatch>().Flush(default);
        var records = _host
            .Part<AccessReads>()
            .Page(_number, null, 50)
            .Select(e => e.Record)
            .Where(r => r.What.EndsWith("/draft", StringComparison.Ordinal))
            .ToList();
        Assert.That(records.Select(r => r.What.Split(' ')[0]), Is.EquivalentTo(new[] { "PUT", "GET", "DELETE" }));
        Assert.That(records.Select(r => (r.Kind, r.Who)).Distinct(), Is.EqualTo(new[] { (AccessKinds.Read, "wang-fang") }));
    }

    [Test]
    public async Task An_erasure_of_the_case_takes_it_too()
    {
        await Put("wang-fang", Half);
        await new Erasure(_host.Place.Database, Administration.Log(_host.Place.Database)).Run(
            _number,
            "批复1号",
            "console test",
            _host.Time.Now,
            default
        );
        Assert.That(Rows(), Is.Zero);
    }

    [TestCase("[]", 400, "json.malformed")]
    [TestCase("{", 400, "json.malformed")]
    [TestCase("""{"outcom": "done"}""", 400, "json.malformed")]
    [TestCase("""{"outcome": 7}""", 400, "json.malformed")]
    [TestCase("""{"do": "terminate", "reasons": "x"}""", 400, "json.malformed")]
    [TestCase("""{"do": "claim"}""", 422, "draft.command")]
    [TestCase("""{"step": "decide"}""", 422, "draft.other_step")]
    public async Task What_could_never_become_a_command_there_is_refused(string body, int status, string code)
    {
        var answer = await Put("wang-fang", body);
        Assert.That((answer.Status, answer.Code, Rows()), Is.EqualTo((status, code, 0)), answer.Text);
    }

    [Test]
    public async Task One_that_is_too_long_is_refused()
    {
        var answer = await Put("wang-fang", $$"""{"reasons": "{{new string('x', 64 * 1024)}}"}""");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((413, "draft.too_large")));
    }

    [Test]
    public async Task A_step_that_there_is_not_or_that_waits_for_others_takes_none()
    {
        Assert.That((await _host.Get($"/api/cases/{_number}/steps/nowhere/draft", "wang-fang")).Code, Is.EqualTo("draft.step_unknown"));
        Assert.That((await Put("li-ming", Half)).Code, Is.EqualTo("draft.not_yours"));
    }

    private Task<HostAnswer> Put(string person, string body) => _host.Send(HttpMethod.Put, Receive, person, Json(body));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private int Rows()
    {
        using var connection = _host.Place.Database.Connect();
        return connection.ExecuteScalar<int>("select count(*) from drafts where case_no = @number", new { number = _number });
    }

    private async Task<DateTimeOffset?> SavedAt(string person) =>
        (await _host.Get("/api/work", person)).Json["items"]!
            .AsArray()
            .Single(i => $"{i!["case"]} {i["step"]}" == $"{_number} receive")!["draftSavedAt"]
            ?.GetValue<DateTimeOffset>();
}

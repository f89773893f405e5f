using System.Text.Json.Nodes;
using Workflow.Host.Access;
using Workflow.Host.Opening;

namespace Workflow.Tests.Host.Replaying;

/// <summary>Everything that auditors and statisticians run over a ledger takes a case that was moved to another definition.</summary>
public sealed class MovedEvidenceTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-moved-").FullName;
    private readonly NextEdition _editions = new();
    private RunningHost _host = null!;
    private string _case = "";

    [OneTimeSetUp]
    public async Task Move()
    {
        _host = await RunningHost.Start(definitions: _editions.Folder);
        LedgerMarks.RequireSimulated(_host.Place.Database, _host.Time.Now);
        _case = await _host.Lodge();
        await Do("wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        await Do("wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        _host.Time.Now = DateTimeOffset.Parse("2014-05-08T09:00:00+08:00");
        var next = _host.Place.Processes.List("three-certificates").Single(p => p.InForce.From == new DateOnly(2014, 5, 7)).Digest;
        await Do(
            "qian-jin",
            $$$"""{"do": "migrate", "to": "{{{next}}}", "map": {"steps": {"licence": "registration"}}, "document": "批复3号", "reasons": "新版施行"}"""
        );
        _host.Time.Now = DateTimeOffset.Parse("2014-05-09T09:00:00+08:00");
        await Do(
            "li-ming",
            """{"do": "complete", "step": "registration", "outcome": "grant", "numbers": {"business-licence": "440101000123456"}}"""
        );
        // Days have passed in milliseconds: what was read on the first is written before anybody looks on the last.
        await _host.Part<AccessBatch>().Flush(default);
    }

    [OneTimeTearDown]
    public async Task Delete()
    {
        await _host.DisposeAsync();
        _editions.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // 45 working days from 2014-05-06 end on 2014-07-09, 30 on 2014-06-18: Dragon Boat on Monday 2014-06-02 does not count.
    [Test]
    public async Task Why_tells_of_the_move_and_its_document() =>
        Assert.That(
            (await Run("why", _case, "handling")).Out,
            Does.Contain("随新版流程调整，最后一日由 2014-07-09 改为 2014-06-18，凭批复3号")
                .And.Match("2014-05-07 星期三 +1  计入 +示范市工商行政管理局·经办人〔核发营业执照〕")
        );

    [TestCase("1", "receive")]
    [TestCase("3", "licence")]
    [TestCase("4", "registration")]
    public async Task Replay_shows_each_entry_under_the_definition_of_its_time(string entry, string task)
    {
        var run = await Run("replay", _case, "--entry", entry, "--json");
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(
            JsonNode.Parse(run.Out)!["replay"]!["inbox"]!
                .AsArray()
                .SelectMany(i => i!["tasks"]!.AsArray())
                .Select(t => t!.GetValue<string>()),
            Does.Contain(task),
            run.Out
        );
    }

    [TestCase("2014-05-06", "2014-07-09")]
    [TestCase("2014-05-08", "2014-06-18")]
    public async Task The_legal_view_counts_by_the_definition_of_the_day(string day, string due) =>
        Assert.That((await Run("replay", _case, "--legal", day)).Out, Does.Contain($"至 {due}"));

    [Test]
    public async Task Every_decision_is_decided_again_without_a_difference() =>
        Assert.That((await Run("readjudicate")).Out, Does.Contain("全部重新裁决：没有差异"));

    [Test]
    public async Task What_if_changes_a_limit_in_both_definitions_and_the_move_goes_on()
    {
        var run = await Run("whatif", _case, "--limit", "handling=25 working days", "--json");
        Assert.That(run.Exit, Is.Zero, run.Error);
        var told = JsonNode.Parse(run.Out)!["differences"]!.AsArray().Single()!;
        // 25 working days from 2014-05-06 end on 2014-06-11.
        Assert.That(
            (told["refused"]!.AsArray().Count, told["clocks"]!.AsArray().Single()!["now"]!.GetValue<string>()),
            Is.EqualTo((0, "2014-06-11")),
            run.Out
        );
    }

    [Test]
    public async Task What_if_another_definition_stands_in_the_place_of_both_leaves_out_the_move()
    {
        var run = await Run(
            "whatif",
            _case,
            "--definition",
            Path.Combine(_editions.Folder, "market", "three-certificates-next.yaml"),
            "--json"
        );
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(JsonNode.Parse(run.Out)!["differences"]!.AsArray().SelectMany(c => c!["refused"]!.AsArray()), Is.Empty, run.Out);
    }

    [Test]
    public async Task Stats_count_it_once_with_the_tasks_of_both_definitions()
    {
        var run = await Run("stats", "--json");
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("registration").And.Contain("acceptance").And.Not.Contain("\"licence\""));
    }

    [TestCase("xes", "改按新版流程办理")]
    [TestCase("ocel", "case.migrated")]
    [TestCase("csv", "改按新版流程办理")]
    public async Task An_export_tells_of_the_move(string format, string told)
    {
        var file = Path.Combine(_folder, $"log.{format}");
        Assert.That((await Run("export", "--format", format, "--to", file)).Exit, Is.Zero);
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain(told));
    }

    [Test]
    public async Task In_an_object_log_a_task_with_another_name_is_the_same_object()
    {
        var file = Path.Combine(_folder, "objects.ocel");
        Assert.That((await Run("export", "--format", "ocel", "--to", file)).Exit, Is.Zero);
        var tasks = JsonNode.Parse(await File.ReadAllTextAsync(file))!["objects"]!
            .AsArray()
            .Select(o => o!["id"]!.GetValue<string>())
            .Where(id => id.Contains("/task/", StringComparison.Ordinal));
        Assert.That(tasks, Does.Contain($"{_case}/task/licence").And.Not.Contain($"{_case}/task/registration"));
    }

    [Test]
    public async Task The_ledger_and_its_export_verify_and_every_row_is_what_it_entails()
    {
        var file = Path.Combine(_folder, "ledger.export");
        Assert.That((await Run("export", "--to", file)).Exit, Is.Zero);
        var verified = await Run("verify", "--language", "en");
        Assert.That(verified.Exit, Is.Zero, verified.Out);
        Assert.That((await Typed.Run("verify", file)).Exit, Is.Zero);
        Assert.That((await Run("rebuild", "--language", "en", "--check")).Out, Does.Contain("Every row is what the ledger entails."));
    }

    private async Task Do(string person, string body)
    {
        var answer = await _host.Do(_case, person, body);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    private Task<(int Exit, string Out, string Error)> Run(params string[] args) =>
        Typed.Run(Spoken.In([.. args, "--database", _host.DatabaseFile], "zh"));
}

using Dapper;
using Workflow.Host.Telemetry;
using Workflow.Storage.Sweeping;

namespace Workflow.Tests.Host.Telemetry;

/// <summary>Alive and ready are two questions: a host that catches up after an outage must not be killed for it.</summary>
[TestFixture]
public sealed class HealthTests
{
    private RunningHost _host = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        var number = await _host.Lodge();
        var received = await _host.Do(
            number,
            "wang-fang",
            """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""
        );
        Assert.That(received.Status, Is.EqualTo(200), received.Text);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_host_with_nothing_due_is_ready() => Assert.That(await Ready(), Is.EqualTo((200, "ok", 0L, 0.0)));

    [Test]
    public async Task It_tells_when_nobody_sweeps()
    {
        _host.Time.Now = DateTimeOffset.Parse("2014-05-14T09:00:00+08:00");
        Assert.That(await Ready(), Is.EqualTo((503, "late", 1L, 9 * 3600.0)));
        Assert.That((await _host.Get("/health/live")).Status, Is.EqualTo(200), "it is alive all the same");
    }

    [Test]
    public async Task One_that_sweeps_is_ready_however_much_is_due()
    {
        _host.Time.Now = DateTimeOffset.Parse("2014-05-14T09:00:00+08:00");
        _host.Part<Measures>().Count(new SweepReport(1, 1, 0, 0, 0));
        Assert.That(await Ready(), Is.EqualTo((200, "catching-up", 1L, 9 * 3600.0)));
    }

    [Test]
    public async Task A_case_that_failed_waits_for_its_repair_and_not_the_host()
    {
        _host.Time.Now = DateTimeOffset.Parse("2014-05-14T09:00:00+08:00");
        using (var connection = _host.Place.Database.Connect())
            connection.Execute(
                "insert into sweep_faults (case_no, tries, next_try, dead, error) select case_no, 17, '2014-05-14T02:00:00.0000000Z', 1, '{}' from heads"
            );
        Assert.That(await Ready(), Is.EqualTo((200, "ok", 1L, 0.0)));
        Assert.That((await _host.Get("/health/ready")).Json["failing"]!.GetValue<long>(), Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_cannot_write_is_not_ready_and_reads_on()
    {
        using var connection = _host.Place.Database.Connect();
        using var full = new FullTable(connection, "progress");
        Assert.That((await Ready()).Status, Is.EqualTo("unwritable"));
        Assert.That((await _host.Get("/api/work", "wang-fang")).Status, Is.EqualTo(200));
    }

    private async Task<(int Code, string Status, long Backlog, double Age)> Ready()
    {
        var answer = await _host.Get("/health/ready");
        return (
            answer.Status,
            answer.Json["status"]!.GetValue<string>(),
            answer.Json["backlog"]!.GetValue<long>(),
            answer.Json["oldestDueAgeSeconds"]!.GetValue<double>()
        );
    }
}

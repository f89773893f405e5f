using Workflow.Storage.Reading;

namespace Workflow.Tests.Host.Supervision;

/// <summary>The board of supervisors: each number, and the tasks behind it.</summary>
public sealed class BoardTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start("2014-05-26T09:00:00+08:00");
        await _host.Lodge();
        _host.Time.Now = DateTimeOffset.Parse("2014-06-09T09:00:00+08:00");
        await _host.Lodge();
        await _host.Lodge();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Each_office_has_its_open_tasks_by_their_lamps()
    {
        var board = (await _host.Get("/api/board", "sun-jing")).Json;
        var window = board["offices"]!.AsArray().Single()!;
        Assert.That(
            (window["office"]!.GetValue<string>(), window["title"]!.GetValue<string>()),
            Is.EqualTo(("window", "Service Centre Window"))
        );
        var count = window["count"]!;
        // Received on the day of lodging: the first is late by the nine working days after 2014-05-26, with the holiday of 06-02 left out.
        Assert.That(
            (count["open"]!.GetValue<int>(), count["red"]!.GetValue<int>(), window["longestOver"]!.GetValue<int>()),
            Is.EqualTo((3, 1, 9))
        );
        Assert.That(board["all"]!.ToJsonString(), Is.EqualTo(count.ToJsonString()));
    }

    [TestCase("red", 1)]
    [TestCase("yellow", 2)]
    [TestCase("grey", 0)]
    public async Task Behind_each_number_stand_so_many_tasks(string lamp, int count)
    {
        var tasks = (await _host.Get($"/api/board/tasks?office=window&lamp={lamp}", "sun-jing")).Json["items"]!.AsArray();
        Assert.That(tasks, Has.Count.EqualTo(count));
        Assert.That(tasks.Select(t => t!["lamp"]!.GetValue<string>()), Is.All.EqualTo(lamp));
    }

    [Test]
    public async Task The_list_is_walked_page_by_page()
    {
        var seen = new List<string>();
        for (string? cursor = "", path = "/api/board/tasks?limit=1"; cursor is not null; )
        {
            var page = (await _host.Get(cursor.Length == 0 ? path : $"{path}&cursor={cursor}", "sun-jing")).Json;
            seen.AddRange(page["items"]!.AsArray().Select(t => t!["case"]!.GetValue<string>()));
            cursor = page["next"]?.GetValue<string>();
        }

        Assert.That(seen, Has.Count.EqualTo(3).And.Unique.And.Ordered);
    }

    [TestCase("/api/board")]
    [TestCase("/api/board/tasks")]
    public async Task Nobody_else_sees_it(string path)
    {
        foreach (var person in new[] { "wang-fang", "chen-jie" })
            Assert.That((await _host.Get(path, person)).Status, Is.EqualTo(403), person);
    }

    [Test]
    public void What_is_alike_is_counted_together()
    {
        var counted = new OfficeTasks(_host.Place.Database).Counts();
        Assert.That(counted.Select(c => c.Count), Is.EquivalentTo(new[] { 1, 2 }));
    }
}

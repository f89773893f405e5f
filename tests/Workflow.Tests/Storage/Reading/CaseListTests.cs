using Dapper;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;
using Workflow.Storage.Reading;

namespace Workflow.Tests.Storage.Reading;

/// <summary>The list of cases beside a plain filter of all of them: 2,400 cases, of which some conditions meet many and some few.</summary>
public sealed class CaseListTests
{
    private static readonly string[] Processes = ["building", "building", "building", "bridge"];
    private static readonly string?[] Parties = ["某置业公司", "某置业公司", null, "李四", "某置业公司"];
    private static readonly Recipient Many = Recipient.Office("many");
    private static readonly Recipient Few = Recipient.Person("few");
    private static readonly Recipient?[] Asked = [null, Many, Few];

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-list").FullName;
    private Database _database = null!;
    private Head[] _heads = [];

    private sealed record Head(string Number, string LastAt, string Stage, string Process, string? Party, string Viewer);

    [OneTimeSetUp]
    public void Fill()
    {
        _database = Database.OpenFile(Path.Combine(_folder, "list.db"));
        _heads = [.. Enumerable.Range(0, 2_400).Select(Of)];
        using var connection = _database.Connect();
        connection.Execute("begin transaction");
        connection.Execute(
            """
            insert into heads (case_no, entry_no, hash, last_at, stage, process, definition, lodged_on, party)
            values (@Number, 1, '', @LastAt, @Stage, @Process, '', '2026-03-02', @Party)
            """,
            _heads
        );
        connection.Execute("insert into viewer_rows (viewer, case_no) values (@Viewer, @Number)", _heads);
        connection.Execute("commit transaction");
    }

    [OneTimeTearDown]
    public async Task Remove()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Moments repeat, so that the number decides; a stage, a process, a party and a viewer of many and of few.
    private static Head Of(int i) =>
        new(
            $"A-{i * 7 % 2_400:0000}",
            $"2026-03-02T01:00:{i / 3 % 60:00}.0000000Z",
            (i % 80 == 0 ? CaseStage.Closed : CaseStage.Open).ToString(),
            Processes[i % 4],
            Parties[i % 5],
            (i % 11 == 0 ? Few : Many).Written
        );

    [Test]
    public void Each_combination_of_conditions_lists_what_a_plain_filter_finds(
        [Values(null, "building", "bridge", "none")] string? process,
        [Values(null, CaseStage.Open, CaseStage.Closed)] CaseStage? stage,
        [Values(null, "某置业公司", "李四")] string? party,
        [ValueSource(nameof(Asked))] Recipient? viewer
    )
    {
        var filter = new CaseFilter(process, stage, party, viewer is null ? null : [viewer]);
        var wanted = _heads
            .Where(h => process is null || h.Process == process)
            .Where(h => stage is null || h.Stage == stage.ToString())
            .Where(h => party is null || h.Party == party)
            .Where(h => viewer is null || h.Viewer == viewer.Written)
            .OrderByDescending(h => h.LastAt, StringComparer.Ordinal)
            .ThenByDescending(h => h.Number, StringComparer.Ordinal)
            .Select(h => h.Number);
        Assert.That(Pages(filter).SelectMany(page => page), Is.EqualTo(wanted));
    }

    [Test]
    public void Ones_own_cases_stand_at_the_day_of_their_lodging_and_are_marked()
    {
        var filter = new CaseFilter(Viewers: [Recipient.Office("many")]) { Own = Recipient.Person("few") };
        var wanted = _heads
            .OrderByDescending(h => h.Viewer == "person few" ? "2026-03-02T00:00:00.0000000Z" : h.LastAt, StringComparer.Ordinal)
            .ThenByDescending(h => h.Number, StringComparer.Ordinal)
            .Select(h => h.Number);
        Assert.That(Pages(filter).SelectMany(page => page), Is.EqualTo(wanted));
        Assert.That(
            new CaseReads(_database).List(filter, null, 5_000).Where(h => h.IsOwn).Select(h => h.Case),
            Is.EquivalentTo(_heads.Where(h => h.Viewer == "person few").Select(h => h.Number))
        );
    }

    private IEnumerable<IEnumerable<string>> Pages(CaseFilter filter)
    {
        var reads = new CaseReads(_database);
        for (CaseHead? last = null; reads.List(filter, last, 700) is { Count: > 0 } page; last = page[^1])
            yield return page.Select(h => h.Case);
    }
}

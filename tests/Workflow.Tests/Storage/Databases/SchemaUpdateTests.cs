using Dapper;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Reading;

namespace Workflow.Tests.Storage.Databases;

/// <summary>A database of an earlier program, brought up to this one.</summary>
public sealed class SchemaUpdateTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-schema").FullName;

    private static readonly string[] BackToTwo =
    [
        "drop table seal_leaves",
        "drop table seal_tokens",
        "drop table seals",
        "drop table access_entries",
        "drop table access_heads",
        "drop table viewer_rows",
        "alter table inbox_rows drop column is_overdue",
        "alter table inbox_rows drop column is_floor",
        "alter table alerts rename column message to words",
        "alter table sweep_faults rename column error to last_error",
        "alter table pending_rows rename column error to last_error",
        "alter table alerts drop column clock",
        "alter table alerts drop column due_on",
        "alter table alerts drop column recorded_on",
        "drop table alert_closings",
        "drop table assignment_rows",
        "drop table copy_rows",
        "drop table drafts",
        "drop index inbox_rows_by_claim",
        "drop table adoption_rows",
        "drop table number_rows",
        "drop table uploads",
        "drop index heads_by_process",
        "drop index heads_by_stage",
        "drop index heads_by_party",
        "delete from workflow_schema where version > 2",
    ];

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Rows_of_an_older_database_are_computed_anew_once()
    {
        var path = Path.Combine(_folder, "older.db");
        var number = await Fill(path);
        Execute(path, BackToTwo);
        Execute(path, "update heads set viewers = ''");
        await using var database = Database.OpenFile(path);
        var (stale, processes) = (new StaleRows(database, new PublishedProcesses(database)), new PublishedProcesses(database));
        var first = await stale.Refresh(default);
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.GreaterThan(0));
            Assert.That(stale.Refresh(default).Result, Is.Zero);
            Assert.That(new Rebuild(database, processes).Compare(), Is.Empty);
            Assert.That(
                new CaseReads(database).List(new CaseFilter(Viewers: [Recipient.Party("applicant-1")]), null, 10).Single().Case,
                Is.EqualTo(number)
            );
        });
    }

    [Test]
    public async Task What_an_older_program_told_in_a_sentence_is_quoted()
    {
        var path = Path.Combine(_folder, "told.db");
        await Fill(path);
        Execute(path, BackToTwo);
        Execute(
            path,
            "insert into alerts (id, kind, raised_at, words) values ('a', 'sweep.dead', '2026-03-02T01:00:00.0000000Z', 'It \"broke\".')"
        );
        await using var database = Database.OpenFile(path);
        Assert.That(new AlertList(database).Open().Single().Message.English.Sentence, Is.EqualTo("It \"broke\"."));
    }

    // An older program knew a task by its step and the party's role, and kept it for one person of the party.
    [Test]
    public async Task Who_lost_a_task_to_another_of_the_party_has_it_again()
    {
        var path = Path.Combine(_folder, "both.db");
        await Fill(path);
        Execute(path, OneOfEachParty);
        await using var database = Database.OpenFile(path);
        var processes = new PublishedProcesses(database);
        var before = new Rebuild(database, processes).Compare();
        await new StaleRows(database, processes).Refresh(default);
        Assert.Multiple(() =>
        {
            Assert.That(before.Select(d => d.Table), Is.EqualTo(new[] { "inbox_rows" }));
            Assert.That(new Rebuild(database, processes).Compare(), Is.Empty);
        });
    }

    private static readonly string[] OneOfEachParty =
    [
        "drop index inbox_rows_once",
        "delete from inbox_rows",
        "create unique index inbox_rows_key on inbox_rows (case_no, step, entitlement)",
        "delete from workflow_schema where version = 10",
    ];

    [Test]
    public async Task A_new_database_has_nothing_to_compute_anew()
    {
        await using var database = Database.OpenFile(Path.Combine(_folder, "new.db"));
        Assert.That(await new StaleRows(database, new PublishedProcesses(database)).Refresh(default), Is.Zero);
    }

    // Two lines of work may number their files side by side: the one that comes later is applied, though its number is lower.
    [Test]
    public async Task A_file_that_a_database_has_not_had_is_applied_whatever_came_after_it()
    {
        var path = Path.Combine(_folder, "gap.db");
        await Fill(path);
        Execute(path, "alter table heads drop column viewers", "delete from workflow_schema where version = 2");
        await using var database = Database.OpenFile(path);
        using var connection = database.Connect();
        Assert.That(connection.Query<string>("select viewers from heads").Single(), Is.Empty);
        Assert.That(connection.Query<long>("select version from workflow_schema order by version"), Is.SupersetOf(new[] { 1L, 2L, 4L }));
    }

    private static async Task<string> Fill(string path)
    {
        await using var office = await TestOffice.Open(SqliteDialect.ForFile(path));
        return (await office.Write(null, SmallPermit.Lodge())).Case;
    }

    private static void Execute(string path, params string[] statements)
    {
        using var connection = SqliteDialect.ForFile(path).Connect();
        connection.Open();
        foreach (var sql in statements)
            connection.Execute(sql);
    }
}

using Dapper;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;
using Workflow.Storage.Refusals;
using Workflow.Storage.Running;
using Workflow.Storage.Vaults;

namespace Workflow.Tests.Storage.Running;

/// <summary>What every database must do. One class a database gives a fresh one for each test.</summary>
public abstract partial class StoreContract
{
    private TestOffice _office = null!;

    protected abstract Dialect Fresh();

    [SetUp]
    public async Task Open() => _office = await TestOffice.Open(Fresh());

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [Test]
    public async Task What_is_written_is_read_back()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge());
        var received = await _office.Write(lodged.Case, SmallPermit.Receive());
        var timeline = new CaseReads(_office.Database).Timeline(lodged.Case);
        Assert.Multiple(() =>
        {
            Assert.That(lodged.Case, Is.EqualTo("A-001-2026-000001"));
            Assert.That(timeline.Select(k => k.Entry.Number), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(Text(new CaseReads(_office.Database).State(lodged.Case)!), Is.EqualTo(Text(received.State)));
        });
    }

    [Test]
    public async Task The_head_lists_what_people_look_for()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge("李四"));
        await _office.Write(null, SmallPermit.Lodge("王五"));
        var reads = new CaseReads(_office.Database);
        var first = reads.List(new CaseFilter(), null, 1).Single();
        var second = reads.List(new CaseFilter(), first, 1).Single();
        Assert.Multiple(() =>
        {
            Assert.That(first.Party, Is.EqualTo("王五"));
            Assert.That(second, Is.EqualTo(reads.Head(lodged.Case)));
            Assert.That(second.DueOn, Is.EqualTo(new DateOnly(2026, 3, 9)));
            Assert.That(reads.List(new CaseFilter(Stage: CaseStage.Closed), null, 10), Is.Empty);
        });
    }

    [Test]
    public async Task A_list_holds_only_what_is_for_somebody()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge("李四"));
        var reads = new CaseReads(_office.Database);
        string[] For(params Recipient[] viewers) => [.. reads.List(new CaseFilter(Viewers: viewers), null, 10).Select(h => h.Case)];
        Assert.Multiple(() =>
        {
            Assert.That(For(Recipient.Party("somebody"), Recipient.Party("applicant-1")), Is.EqualTo(new[] { lodged.Case }));
            Assert.That(For(Recipient.Office(SmallPermit.Hall)), Is.EqualTo(new[] { lodged.Case }));
            Assert.That(
                For(
                    Recipient.Party("applicant-"),
                    Recipient.Party("Applicant-1"),
                    Recipient.Person("applicant-1"),
                    Recipient.Office("applicant-1")
                ),
                Is.Empty
            );
            Assert.That(For(), Is.Empty);
        });
    }

    [Test]
    public async Task An_open_step_stands_in_the_inbox_of_its_post_until_it_is_done()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge());
        var before = Inbox();
        await _office.Write(lodged.Case, SmallPermit.Receive());
        await _office.Write(lodged.Case, SmallPermit.Grant());
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo(new[] { "receive" }));
            Assert.That(Inbox(), Is.Empty);
            Assert.That(new DueList(_office.Database).Of(lodged.Case), Is.Empty);
        });
    }

    [Test]
    public async Task A_personal_value_lives_in_the_vault_alone()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge());
        var sealedPhone = (SealedValue)lodged.State.Form["phone"];
        var vault = new Vault(_office.Database);
        var opened = vault.Open(lodged.Case);
        await _office.Write(lodged.Case, SmallPermit.Receive());
        await _office.Write(lodged.Case, SmallPermit.Grant());
        await new Erasure(_office.Database, new AccessLog(_office.Database, "host")).Run(
            lodged.Case,
            "令 1",
            "console test",
            _office.Time.Now,
            default
        );
        Assert.Multiple(() =>
        {
            Assert.That(opened.Open(sealedPhone), Is.EqualTo(new TextValue("13800000000")));
            Assert.That(opened.Open(lodged.State.Form)["phone"], Is.EqualTo(new TextValue("13800000000")));
            Assert.That(opened.Legible($"电话：{sealedPhone}，[sealed 00000000]"), Is.EqualTo("电话：13800000000，[sealed 00000000]"));
            Assert.That(vault.Open(lodged.Case).Open(sealedPhone), Is.EqualTo(sealedPhone));
            Assert.That(vault.Open(lodged.Case).Legible($"{sealedPhone}"), Is.EqualTo($"{sealedPhone}"));
            Assert.That(Bodies(), Has.None.Contains("13800000000"));
            Assert.That(new Verify(_office.Database).Run().Holds);
        });
    }

    [Test]
    public async Task If_match_names_the_step_not_the_case()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge());
        await _office.Write(lodged.Case, SmallPermit.Remark("一"));
        var stale = await _office.Refused(lodged.Case, SmallPermit.Receive(), ifMatch: 0);
        var unheardOf = await _office.Refused(lodged.Case, SmallPermit.Receive(), ifMatch: 3);
        // Entry 2 is of the case and left the step alone: whoever saw it saw the step as it is.
        var fresh = await _office.Runner.Submit(lodged.Case, SmallPermit.Receive(), ifMatch: 2);
        Assert.Multiple(() =>
        {
            Assert.That((stale.Code, unheardOf.Code), Is.EqualTo(("step.revision_changed", "step.revision_changed")));
            Assert.That(stale.English.Sentence, Is.EqualTo("Revision 0 of '收件' was seen, but it is now at revision 1."));
            Assert.That(fresh, Is.InstanceOf<Written>());
        });
    }

    [Test]
    public void A_case_that_does_not_exist_is_refused() =>
        Assert.That(_office.Refused("A-001-2026-000404", SmallPermit.Receive()).Result.Code, Is.EqualTo("case.unknown"));

    [Test]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        var dialect = Fresh();
        await using (Database.Open(dialect))
        {
            using var connection = dialect.Connect();
            connection.Open();
            connection.Execute("insert into workflow_schema (version) values (9999)");
        }

        Assert.That(Spoken.Refusal<DatabaseRefusedException>(() => Database.Open(dialect)), Does.Contain("a newer program wrote it"));
    }

    [TestCase("create table songs (title text)")]
    [TestCase("create table workflow_schema (title text)", Description = "Its table has the name of ours and not its shape")]
    public void A_database_of_another_program_is_refused(string tables)
    {
        var dialect = Fresh();
        using (var connection = dialect.Connect())
        {
            connection.Open();
            connection.Execute(tables);
        }

        Assert.That(
            Spoken.Refusal<DatabaseRefusedException>(() => Database.Open(dialect)),
            Does.Contain("holds tables of another program")
        );
    }

    private static string Text(CaseState state) => LedgerJson.Write(state);

    private string[] Inbox() =>
        [
            .. new InboxReads(_office.Database)
                .Page([new InboxSource(new Post(SmallPermit.Hall, "clerk"), null, [])], null, 10)
                .Select(r => r.Step),
        ];

    private List<string> Bodies() => Query<string>("select body from entries");

    private List<T> Query<T>(string sql, object? given = null)
    {
        using var connection = _office.Database.Connect();
        return [.. connection.Query<T>(sql, given)];
    }

    private void Execute(string sql, object? given = null)
    {
        using var connection = _office.Database.Connect();
        connection.Execute(sql, given);
    }
}

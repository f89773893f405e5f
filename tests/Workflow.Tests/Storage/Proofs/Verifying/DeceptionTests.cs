using System.Buffers.Binary;
using Dapper;
using Microsoft.Data.Sqlite;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Storage.Access;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Vaults;

namespace Workflow.Tests.Storage.Proofs.Verifying;

/// <summary>Ledgers that are whole in every chain, and still tell something that was not so.</summary>
public sealed class DeceptionTests
{
    [Test]
    public async Task An_entry_recorded_before_a_seal_that_does_not_cover_it_is_backdated()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Office.Time.Now -= TimeSpan.FromDays(3);
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        var fault = new Verify(office.Office.Database).Run().Faults.Single();
        Assert.That((fault.Case, fault.Entry), Is.EqualTo(("A-001-2026-000003", 1)));
        Assert.That(fault.Words, Does.Contain("it was not yet in the ledger at seal 2 of "));
    }

    [Test]
    public async Task A_seal_made_afterwards_does_not_hide_what_was_backdated()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var sealedAt = office.Office.Time.Now;
        office.Office.Time.Now -= TimeSpan.FromDays(3);
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        office.Office.Time.Now = sealedAt;
        await office.Seal();
        var report = new Verify(office.Office.Database, [office.Receipt(1), office.Receipt(2), office.Receipt(3)]).Run();
        Assert.That(report.Faults.Single().Words, Does.Contain("it was not yet in the ledger at seal 2 of "));
    }

    [Test]
    public async Task A_clock_that_is_a_minute_behind_backdates_nothing()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Office.Time.Now -= TimeSpan.FromMinutes(1);
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        Assert.That(new Verify(office.Office.Database).Run().Faults, Is.Empty);
    }

    [Test]
    public async Task An_access_log_that_goes_back_in_time_is_named()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var log = new AccessLog(office.Office.Database, "host");
        await log.Append([new AccessRecord(office.Office.Time.Now, AccessKinds.Read, "/api/cases", "li-ming")], default);
        await log.Append([new AccessRecord(office.Office.Time.Now.AddHours(-2), AccessKinds.Read, "/api/cases", "li-ming")], default);
        var faults = new Verify(office.Office.Database).Run().Faults;
        Assert.That(faults.Select(f => (f.Case, f.Entry)), Is.All.EqualTo(("access log host", 2)));
        Assert.That(faults[0].Words, Does.StartWith("Expected a moment not before "));
    }

    [Test]
    public async Task Two_cases_with_one_number_are_named()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        Forgery.Plant(
            office.Office.Database,
            SealedOffice.Second,
            1,
            entry =>
                entry with
                {
                    Stamp = entry.Stamp with
                    {
                        Facts = entry.Stamp.Facts with { Serials = entry.Stamp.Facts.Serials.SetItem("case A-001-2026", 1) },
                    },
                }
        );
        var words = new Verify(office.Office.Database).Run().Faults.Select(f => f.Words);
        Assert.That(
            words,
            Does.Contain("Expected the number A-001-2026-000001 once, but entry 1 of case A-001-2026-000001 had taken it before.")
        );
    }

    [Test]
    public async Task A_number_that_nothing_took_is_named()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        office.Execute("delete from entries where case_no = @Second", new { SealedOffice.Second });
        office.Execute("delete from heads where case_no = @Second", new { SealedOffice.Second });
        var words = new Verify(office.Office.Database).Run().Faults.Select(f => f.Words);
        Assert.That(
            words,
            Does.Contain("Expected the number A-001-2026-000002 in some entry, since a later one was given, but none took it.")
        );
    }

    [TestCase("create trigger gone after insert on inbox_rows begin delete from inbox_rows; end", "Expected no triggers, but found 'gone'")]
    [TestCase("create view seen as select * from heads", "Expected no views, but found 'seen'")]
    public async Task What_stands_between_a_table_and_its_reader_is_named(string sql, string words)
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute(sql);
        Assert.That(new Verify(office.Office.Database).Run().Faults.Single().Words, Does.StartWith(words));
    }

    [TestCase("update serials set next = 'abc'", "the next serial")]
    [TestCase("drop table copy_rows", "Expected the table 'copy_rows' in the database, but it is not there.")]
    [TestCase("drop table seal_tokens", "Expected the table 'seal_tokens' in the database, but it is not there.")]
    [TestCase("alter table heads drop column result", "Expected the table 'heads' as this product makes it, but it is another")]
    [TestCase(
        "update workflow_schema set version = 999 where version = 8",
        "but found 999: a newer program wrote it, or somebody changed it."
    )]
    [TestCase("delete from workflow_schema where version = 3", "Expected the tables to be on record as version 3")]
    public async Task What_cannot_be_read_hides_no_other_fault(string sql, string words)
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute("update entries set body = replace(body, '李四', '李五') where case_no = @Second", new { SealedOffice.Second });
        office.Execute(sql);
        var run = await Verify(office.File);
        Assert.That(run.Exit, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain("over the stored text").And.Contain(words));
        Assert.That(
            run.Output.IndexOf("over the stored text", StringComparison.Ordinal),
            Is.LessThan(run.Output.IndexOf(words, StringComparison.Ordinal)),
            "Chains are told first."
        );
    }

    [TestCase(
        "insert into sweep_faults (case_no, tries, next_try, dead, error) values ('A-001-2026-000002', 99, '9999-01-01T00:00:00.0000000Z', 1, '{}')",
        "it was given up in this case after 99 tries"
    )]
    [TestCase(
        "insert into sweep_faults (case_no, tries, next_try, dead, error) values ('A-001-2026-000002', 1, '9999-01-01T00:00:00.0000000Z', 0, '{}')",
        "a row keeps this case out of it after 1 try"
    )]
    [TestCase("update outbox_rows set sent_at = '2014-01-01T00:00:00.0000000Z'", "but it is said to have been sent at 2014-01-01")]
    [TestCase("create unique index forged on clock_rows (case_no)", "Expected no index 'forged' in a table of this product")]
    [TestCase("drop index heads_by_moment", "Expected the index 'heads_by_moment' in the database, but it is not there.")]
    [TestCase(
        "pragma writable_schema = on; update sqlite_master set sql = replace(sql, 'sent_at text', 'sent_at text default 7') where name = 'outbox_rows'",
        "Expected the table 'outbox_rows' as this product makes it"
    )]
    [TestCase(
        "pragma writable_schema = on; update sqlite_master set sql = replace(sql, 'primary key (case_no, entry_no)', 'primary key (case_no, entry_no) on conflict replace') where name = 'entries'",
        "Expected the table 'entries' as this product makes it"
    )]
    public async Task Duties_that_rows_switch_off_are_named(string sql, string words)
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute(sql);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.That(string.Join('\n', new Verify(office.Office.Database).Run().Faults.Select(f => f.Words)), Does.Contain(words));
    }

    [Test]
    public async Task A_clock_that_is_due_and_did_not_run_out_is_named_once_the_ledger_has_gone_on()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        Assert.That(new Verify(office.Office.Database).Run().Faults, Is.Empty);
        office.Office.Time.Now += TimeSpan.FromDays(200);
        await office.Office.Write(null, SmallPermit.Lodge("赵六"));
        var faults = new Verify(office.Office.Database).Run().Faults;
        Assert.That(faults.Select(f => f.Case).Distinct(), Is.EqualTo(new[] { "A-001-2026-000003" }));
        Assert.That(faults[0].Words, Does.StartWith("Expected the clock '"));
    }

    [Test]
    public async Task What_lies_ahead_of_the_day_of_verifying_is_named()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var verify = new Verify(office.Office.Database) { Now = office.Office.Time.Now.AddDays(-1) };
        Assert.That(verify.Run().Faults[0].Words, Does.StartWith("Expected nothing of after "));
        Assert.That(
            new Verify(office.Office.Database) { Now = office.Office.Time.Now }
                .Run()
                .Faults,
            Is.Empty
        );
    }

    [Test]
    public async Task An_unsealed_erasure_before_the_retention_ends_says_so_itself_or_is_a_fault()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var log = new AccessLog(office.Office.Database, "host");
        var record = new AccessRecord(office.Office.Time.Now, AccessKinds.Administered, Erasure.Act, "console gu")
        {
            Case = SealedOffice.First,
            Document = "X",
        };
        await log.Append([record], default);
        Assert.That(
            new Verify(office.Office.Database).Run().Faults.Single().Words,
            Does.StartWith($"Expected case {SealedOffice.First} to be kept through ")
        );
        await new Erasure(office.Office.Database, log).Run(SealedOffice.Second, "令 2", "console gu", office.Office.Time.Now, default);
        Assert.That(new Verify(office.Office.Database).Run().Faults, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_copy_that_nobody_can_write_is_read_by_every_verb_that_reads()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        File.SetAttributes(office.Backup, FileAttributes.ReadOnly);
        var to = Path.Combine(office.Folder, "out.jsonl");
        string[][] verbs =
        [
            ["cases"],
            ["stats"],
            ["replay", SealedOffice.First],
            ["readjudicate"],
            ["rebuild", "--check"],
            ["export", "--to", to],
            ["verify"],
        ];
        foreach (var verb in verbs)
        {
            var (exit, output) = await Run([.. verb, "--database", office.Backup]);
            Assert.That(exit, Is.Zero, $"{verb[0]}: {output}");
        }

        File.SetAttributes(office.Backup, FileAttributes.Normal);
        Assert.That(Directory.GetFiles(office.Folder, "backup*").Select(Path.GetFileName), Is.EqualTo(new[] { "backup.db" }));
    }

    [Test]
    public async Task A_row_that_lies_is_told_by_verify_as_by_rebuild()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute("update heads set result = 'refused'");
        var run = await Verify(office.File);
        Assert.That(run.Exit, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain("refused").And.Contain("2 differences."));
    }

    [Test]
    public async Task A_page_that_lost_a_row_is_named()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        LoseRow(office.Backup, "serials");
        var run = await Verify(office.Backup);
        Assert.That(run.Exit, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain("damaged"));
    }

    // A page of a table says at its fourth byte how many rows it holds; the size of pages stands in the head of the file.
    private static void LoseRow(string file, string table)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        var page = connection.ExecuteScalar<int>("select rootpage from sqlite_master where name = @table", new { table });
        var bytes = File.ReadAllBytes(file);
        bytes[(page - 1) * BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(16)) + 4]--;
        File.WriteAllBytes(file, bytes);
    }

    [Test]
    public async Task A_key_that_stands_twice_is_no_entry()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Replace(SealedOffice.Second, "\"actor\":", "\"actor\":\"somebody\",\"actor\":");
        Assert.That(
            new Verify(office.Office.Database).Run().Faults.Select(f => f.Words),
            Does.Contain("Expected a stored entry, but the text is not one.")
        );
    }

    [TestCase("\"events\":", "\"incidents\":")]
    [TestCase("\"events\":[", "\"events\":[7,\"case.closed\",[],null,")]
    [TestCase("\"keepUntil\":\"", "\"keepUntil\":7,\"kept\":\"")]
    [TestCase("\"keepUntil\":\"", "\"keepUntil\":\"on ")]
    [TestCase("\"serials\":{", "\"serials\":{\"x\":\"one\",\"y\":9223372036854775807,\"z\":1e400,")]
    [TestCase("\"serials\":{\"case A-001-2026\":", "\"serials\":[],\"other\":{\"case A-001-2026\":")]
    [TestCase("\"is\":\"case.lodged\",", "\"is\":\"case.lodged\",\"series\":{\"case A-001-2026\":\"next\"},")]
    [TestCase("\"is\":\"case.closed\"", "\"is\":7,\"was\":\"case.closed\"")]
    [TestCase("\"recordedAt\":\"", "\"recordedAt\":\"x")]
    public async Task An_entry_of_any_shape_whose_hashes_hold_is_walked_to_the_end(string from, string to)
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Replace(SealedOffice.Second, from, to);
        Assert.That(new Verify(office.Office.Database, [office.Receipt(1), office.Receipt(2)]).Run().Faults, Is.Not.Empty);
    }

    [Test]
    public async Task A_case_that_was_opened_again_is_not_erased_as_a_closed_one()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Replace(SealedOffice.First, "{\"is\":\"case.closed\"", "{\"is\":\"case.closed\"},{\"is\":\"case.reopened\"");
        var record = new AccessRecord(office.Office.Time.Now, AccessKinds.Administered, Erasure.Act, "console gu")
        {
            Case = SealedOffice.First,
            Document = "令 1",
        };
        await new AccessLog(office.Office.Database, "host").Append([record], default);
        Assert.That(
            new Verify(office.Office.Database).Run().Faults.Select(f => f.Words),
            Does.Contain($"Expected case {SealedOffice.First} to be closed when it was erased, but it was not.")
        );
    }

    [Test]
    public async Task An_erasure_is_listed_with_who_and_which_order()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var log = new AccessLog(office.Office.Database, "host");
        await new Erasure(office.Office.Database, log).Run(
            SealedOffice.First,
            "市档销〔2026〕1号",
            "console gu",
            office.Office.Time.Now,
            default
        );
        var report = new Verify(office.Office.Database).Run();
        var erased = report.Erasures.Single();
        Assert.That((erased.Case, erased.Who, erased.Order), Is.EqualTo((SealedOffice.First, "console gu", "市档销〔2026〕1号")));
    }

    [Test]
    public async Task An_erasure_without_an_order_or_of_an_open_case_is_a_fault()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        var record = new AccessRecord(office.Office.Time.Now, AccessKinds.Administered, Erasure.Act, "console gu")
        {
            Case = "A-001-2026-000003",
        };
        await new AccessLog(office.Office.Database, "host").Append([record], default);
        Assert.That(
            new Verify(office.Office.Database).Run().Faults.Select(f => f.Words),
            Is.EqualTo(
                new[]
                {
                    "Expected a document that orders the erasure of case A-001-2026-000003, but the record names none.",
                    "Expected case A-001-2026-000003 to be closed when it was erased, but it was not.",
                }
            )
        );
    }

    [Test]
    public async Task Verifying_leaves_no_trace_in_the_file_or_beside_it()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var before = await File.ReadAllBytesAsync(office.Backup);
        var run = await Verify(office.Backup);
        Assert.That(run.Exit, Is.Zero, run.Output);
        Assert.That(await File.ReadAllBytesAsync(office.Backup), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(office.Folder, "backup*").Select(Path.GetFileName), Is.EqualTo(new[] { "backup.db" }));
    }

    [Test]
    public async Task Verifying_a_ledger_that_is_being_written_records_nothing_in_it()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        var (files, before) = (Files(), Content());
        var run = await Verify(office.File);
        Assert.That(run.Exit, Is.Zero, run.Output);
        Assert.That((Files(), Content()), Is.EqualTo((files, before)));

        string Files() => string.Join(' ', Directory.GetFiles(office.Folder, "ledger*").Order(StringComparer.Ordinal));

        string Content()
        {
            using var connection = office.Office.Database.Connect();
            return string.Join(
                '\n',
                connection
                    .Query<string>("select name from sqlite_master where type = 'table' order by name")
                    .Select(table => $"{table} {connection.ExecuteScalar<long>($"select count(*) from {table}")}")
            );
        }
    }

    [TestCase("verify")]
    [TestCase("cases")]
    [TestCase("stats")]
    [TestCase("seal")]
    [TestCase("rebuild")]
    [TestCase("rebuild", "--check")]
    [TestCase("readjudicate")]
    [TestCase("whatif", "--all", "--limit", "joint=5 days")]
    [TestCase("why", "A-1", "joint")]
    [TestCase("replay", "A-1")]
    [TestCase("export", "--to", "-")]
    [TestCase("erase", "A-1", "--order", "x")]
    public async Task An_empty_file_is_no_ledger_and_stays_empty(params string[] verb)
    {
        var file = Path.GetTempFileName();
        var (exit, output) = await Run([.. verb, "--database", file]);
        Assert.That((exit, new FileInfo(file).Length), Is.EqualTo((2, 0L)), output);
        Assert.That(output, Does.Contain("has no tables"));
        File.Delete(file);
    }

    private static Task<(int Exit, string Output)> Verify(string file) => Run(["verify", "--database", file]);

    private static async Task<(int Exit, string Output)> Run(string[] words)
    {
        var output = new StringWriter();
        var exit = await Verbs.Run(Spoken.In(words), new Terminal(TextReader.Null, output, output, Colours: false));
        return (exit, output.ToString());
    }
}

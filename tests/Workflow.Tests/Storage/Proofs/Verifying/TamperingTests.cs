using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Exports;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Seals;

namespace Workflow.Tests.Storage.Proofs.Verifying;

/// <summary>Every way of tampering is done, and the table in the engine's README says what comes of it.</summary>
public sealed class TamperingTests
{
    private const string Found = "found";
    private const string Unknown = "cannot be known";

    private static readonly DateTimeOffset Made = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [TestCaseSource(nameof(Whats))]
    public async Task What_was_sealed_with_a_receipt_outside_is_found_and_named_as_the_readme_says(string what)
    {
        var tampering = Tampering.All.Single(t => t.What == what);
        await using var office = await SealedOffice.WithTwoSeals();
        OutsideReceipt[] receipts = [office.Receipt(1), office.Receipt(2)];
        var honest = Export(office.Office.Database);
        await tampering.Do(office);
        await using var restored = tampering.Restored ? Database.OpenFile(office.Backup) : null;
        var database = restored ?? office.Office.Database;
        var export = tampering.InExport is { } change ? Forger.Lines(honest, change) : Export(database);
        VerifyReport[] reports =
        [
            new Verify(database).Run(),
            new Verify(database, receipts).Run(),
            Offline(export),
            Offline(export, receipts),
        ];
        var row =
            $"| {what} | {string.Join(" | ", reports.Select(r => r.Holds ? Unknown : Found))} | {(tampering.Named.Length == 0 ? "nobody; reported as unsealed" : $"`{tampering.Named}`")} |";
        Assert.That(File.ReadAllText(Path.Combine(Repository.Definitions, "..", "engine", "README.md")), Does.Contain(row));
        foreach (var report in new[] { reports[1], reports[3] })
            if (tampering.Named.Length > 0)
                Assert.That(report.Faults.Select(f => $"{f.Case} #{f.Entry}"), Does.Contain(tampering.Named));
            else
                Assert.That((report.Proven!.Seal, report.Proven.Unsealed), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task An_honest_ledger_has_no_faults()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var report = new Verify(office.Office.Database, [office.Receipt(1), office.Receipt(2)]).Run();
        Assert.That(report.Faults, Is.Empty);
        Assert.That((report.Proven!.Seal, report.Proven.Entries, report.Proven.Unsealed), Is.EqualTo((2, 6, 0)));
    }

    [Test]
    public async Task A_printed_head_alone_finds_a_ledger_made_anew()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        var head = HeadLine.Read(HeadLine.Of(office.Seals.Find(2)!));
        office.Replace(SealedOffice.Second, "开餐馆", "开酒吧");
        await office.SealAnew();
        Assert.That(
            new Verify(office.Office.Database, [head]).Run().Faults.Single().Words,
            Is.EqualTo($"Expected seal 2 to have the hash {head.Hash}, as the printed head has it, but there is no such seal.")
        );
    }

    [TestCase("update entries set body = substr(body, 1, 40) where entry_no = 2")]
    [TestCase("update entries set body = '{}' where entry_no = 2")]
    [TestCase("update entries set body = '[]' where entry_no = 2")]
    [TestCase("delete from entries where entry_no = 1")]
    [TestCase("update seals set body = '[' where seal_no = 1")]
    [TestCase("update seals set body = x'00' where seal_no = 1")]
    [TestCase("update entries set body = x'ff00' where entry_no = 2")]
    [TestCase("update entries set body = '{\"case\":1}' where entry_no = 2")]
    [TestCase("update entries set entry_no = 'abc' where entry_no = 2")]
    [TestCase("update entries set case_no = 7 where entry_no = 2 and case_no like '%2'")]
    [TestCase("update seal_leaves set entry_no = 'abc' where seal_no = 1")]
    [TestCase("update heads set entry_no = 'abc'")]
    [TestCase("update calendars set canonical = 'garbage'")]
    [TestCase("update definitions set json = '{}'")]
    [TestCase("update vault set salt = x'ff'")]
    public async Task The_verb_names_what_cannot_even_be_read(string sql)
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute(sql);
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(
            Spoken.In(["verify", "--database", office.File]),
            new Terminal(TextReader.Null, output, error, Colours: false)
        );
        Assert.That((exit, error.ToString()), Is.EqualTo((1, "")), output.ToString());
        Assert.That(output.ToString(), Does.Match("(?m)^(A-001-2026-00000[12]|seals|calendar|definition)( #[0-3])?: Expected "));
    }

    [Test]
    public async Task No_verb_ends_in_a_crash_over_what_cannot_be_read(
        [Values(
            "update entries set body = '{}' where entry_no = 2",
            "update entries set body = x'ff00' where entry_no = 2",
            "update entries set body = '{\"case\":1}' where entry_no = 1",
            "update calendars set canonical = 'garbage'",
            "update definitions set json = '{}'",
            "update heads set last_at = 'x'",
            "update seals set body = x'00'"
        )]
            string sql
    )
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute(sql);
        string[][] verbs =
        [
            ["readjudicate"],
            ["replay", SealedOffice.First],
            ["why", SealedOffice.First, "decision"],
            ["stats"],
            ["cases"],
            ["rebuild", "--check"],
            ["whatif", "--all", "--limit", "decision=5 working days"],
            ["export", "--to", "a.jsonl"],
            ["export", "--to", "b.jsonl", SealedOffice.First],
            ["export", "--to", "c.xes", "--format", "xes"],
            ["export", "--to", "d.zip", "--format", "file", SealedOffice.First],
        ];
        foreach (var verb in verbs)
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            string[] args =
            [
                .. verb.Select(a => a.Contains('.', StringComparison.Ordinal) ? Path.Combine(office.Folder, a) : a),
                "--database",
                office.File,
            ];
            var exit = await Verbs.Run(Spoken.In(args), new Terminal(TextReader.Null, output, error, Colours: false));
            Assert.That(exit, Is.AnyOf(0, 1), $"{string.Join(' ', verb)}: {error}");
            if (exit == 1)
                Assert.That(
                    $"{output}{error}",
                    Does.Match("Expected |已不是当初写入的内容|不能重新裁决|应为.*，实为"),
                    string.Join(' ', verb)
                );
        }
    }

    [TestCase(
        "update definitions set in_force_to = '2030-12-31'",
        "with in_force_to empty, as its text has it, but the row has 2030-12-31."
    )]
    [TestCase("update definitions set process = 'other'", "with process permit, as its text has it, but the row has other.")]
    [TestCase(
        "update definitions set published_at = '2020-01-01T00:00:00.0000000Z'",
        "with published_at 2026-03-02T01:00:00.0000000Z, as the access log has it, but the row has 2020-01-01T00:00:00.0000000Z."
    )]
    [TestCase(
        "insert into definitions select 'ff', process, in_force_from, in_force_to, published_at, replace(json, '小许可', '大许可'), null from definitions",
        "Expected the definition ff, but the text has the digest "
    )]
    public async Task A_row_of_a_publication_that_was_changed_is_named_though_no_case_uses_it(string sql, string words)
    {
        await using var office = await SealedOffice.Open();
        await office.Office.Write(null, SmallPermit.Lodge());
        var published = new AccessRecord(
            TestOffice.Monday,
            AccessKinds.Administered,
            $"publish {SmallPermit.Published.Definition.Id} {SmallPermit.Published.Digest}"
        );
        await new AccessLog(office.Office.Database, "host").Append([published], default);
        Assert.That(new Verify(office.Office.Database).Run().Faults, Is.Empty);
        office.Execute(sql);
        Assert.That(new Verify(office.Office.Database).Run().Faults.Single().Words, Does.Contain(words));
    }

    [Test]
    public async Task Deciding_again_names_a_definition_that_was_changed()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute("update definitions set json = replace(json, '小许可', '大许可')");
        var differences = new Readjudicate(office.Office.Database, new PublishedProcesses(office.Office.Database)).Run().Differences;
        Assert.That(
            differences.Select(d => d.Words),
            Is.All.Contain($"Expected the definition {SmallPermit.Published.Digest} as it was published, but the text has the digest ")
        );
    }

    private static IEnumerable<string> Whats() => Tampering.All.Select(t => t.What);

    private static VerifyReport Offline(byte[] export, params OutsideReceipt[] receipts) =>
        new VerifyExport(receipts, null).Run(new MemoryStream(export), "x.jsonl");

    private static byte[] Export(Database database)
    {
        var file = new MemoryStream();
        new LedgerExport(database).Write(file, null, false, Made, default);
        return file.ToArray();
    }
}

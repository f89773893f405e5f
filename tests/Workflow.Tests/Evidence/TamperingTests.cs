using Workflow.Host.Commands;
using Workflow.Storage.Databases;
using Workflow.Storage.Exports;
using Workflow.Storage.Proofs;
using Workflow.Storage.Seals;
using Workflow.Tests.Support;

namespace Workflow.Tests.Evidence;

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
        VerifyReport[] reports = [new Verify(database).Run(), new Verify(database, receipts).Run(), Offline(export), Offline(export, receipts)];
        var row = $"| {what} | {string.Join(" | ", reports.Select(r => r.Holds ? Unknown : Found))} | {(tampering.Named.Length == 0 ? "nobody; told as unsealed" : $"`{tampering.Named}`")} |";
        Assert.That(File.ReadAllText(Path.Combine(Repository.Definitions, "..", "engine", "README.md")), Does.Contain(row));
        foreach (var report in new[] { reports[1], reports[3] })
            if (tampering.Named.Length > 0) Assert.That(report.Faults.Select(f => $"{f.Case} #{f.Entry}"), Does.Contain(tampering.Named));
            else Assert.That((report.Proven!.Seal, report.Proven.Unsealed), Is.EqualTo((2, 1)));
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
        Assert.That(new Verify(office.Office.Database, [head]).Run().Faults.Single().Words, Is.EqualTo($"Expected seal 2 to have the hash {head.Hash}, as the printed head has it, but there is no such seal."));
    }

    [TestCase("update entries set body = substr(body, 1, 40) where entry_no = 2")]
    [TestCase("update entries set body = '{}' where entry_no = 2")]
    [TestCase("update entries set body = '[]' where entry_no = 2")]
    [TestCase("delete from entries where entry_no = 1")]
    [TestCase("update seals set body = '[' where seal_no = 1")]
    public async Task The_verb_names_what_cannot_even_be_read(string sql)
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute(sql);
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await CommandLine.Run(["verify", "--database", office.File], new Terminal(TextReader.Null, output, error, Colours: false));
        Assert.That((exit, error.ToString()), Is.EqualTo((1, "")), output.ToString());
        Assert.That(output.ToString(), Does.Match("(?m)^(A-001-2026-000001|seals) #[12]: Expected "));
    }

    private static IEnumerable<string> Whats() => Tampering.All.Select(t => t.What);

    private static VerifyReport Offline(byte[] export, params OutsideReceipt[] receipts) => new VerifyExport(receipts, null).Run(new MemoryStream(export), "x.jsonl");

    private static byte[] Export(Database database)
    {
        var file = new MemoryStream();
        new LedgerExport(database).Write(file, null, false, Made, default);
        return file.ToArray();
    }
}

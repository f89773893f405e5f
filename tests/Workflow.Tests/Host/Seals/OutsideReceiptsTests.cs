using System.IO.Compression;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Host.Seals;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Seals;
using Workflow.Storage.Vaults;
using Workflow.Tests.Storage.Proofs.Verifying;

namespace Workflow.Tests.Host.Seals;

/// <summary>What an auditor brings: good receipts beside bad ones, tokens that contradict their seals, exports in any wrapping.</summary>
public sealed class OutsideReceiptsTests
{
    private SealedOffice _office = null!;

    [SetUp]
    public async Task Open() => _office = await SealedOffice.WithTwoSeals();

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [TestCase("")]
    [TestCase("no seal\n")]
    [TestCase("{\"number\":1}\n")]
    public async Task A_bad_receipt_is_noted_beside_the_verdict_and_hides_nothing(string content)
    {
        var folder = Receipts();
        await File.WriteAllTextAsync(Path.Combine(folder, "seal-00000003.seal"), content);
        _office.Replace(SealedOffice.Second, "开餐馆", "开酒吧");
        var (exit, output) = await Run("verify", "--database", _office.File, "--receipts", folder);
        Assert.That(exit, Is.EqualTo(1), output);
        Assert.That(output, Does.Contain("A-001-2026-000002 #").And.Contain("Not used: ").And.Contain("seal-00000003.seal"));
    }

    [Test]
    public async Task A_receipt_with_the_ends_of_lines_of_windows_is_the_same_receipt()
    {
        var folder = Receipts();
        foreach (var file in Directory.GetFiles(folder).Some())
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replaced("\n", "\r\n"));
        var (exit, output) = await Run("verify", "--database", _office.File, "--receipts", folder);
        Assert.That(exit, Is.Zero, output);
        Assert.That(output, Does.Contain("Verified up to seal 2"));
    }

    [Test]
    public void A_token_from_before_its_seal_shows_that_the_seal_lies_about_its_moment()
    {
        var seal = _office.Seals.Find(2)!;
        var token = new OutsideReceipt(ReceiptMessages.TokenFile("x.tsr"), null, seal.Hash, seal.Read().At.AddHours(-1)) { IsToken = true };
        var fault = new Verify(_office.Office.Database, [token]).Run().Faults.Single();
        Assert.That(fault.Words, Does.EndWith("the moment in the seal is not true."));
    }

    [Test]
    public void A_token_says_when_the_seal_was_seen_and_speaks_before_a_mere_copy()
    {
        var seal = _office.Seals.Find(2)!;
        var seen = seal.Read().At.AddMinutes(1);
        var token = new OutsideReceipt(ReceiptMessages.TokenFile("x.tsr"), null, seal.Hash, seen) { IsToken = true };
        var proven = new Verify(_office.Office.Database, [token, _office.Receipt(2)]).Run().Proven!;
        Assert.That((proven.By, proven.StampedAt), Is.EqualTo((ReceiptMessages.TokenFile("x.tsr"), (DateTimeOffset?)seen)));
    }

    [Test]
    public void A_printed_head_with_another_moment_than_its_seal_is_a_fault()
    {
        var line = HeadLine.Of(_office.Seals.Find(2)!);
        var head = HeadLine.Read($"{line[..line.LastIndexOf(' ')]} 2025-01-01T00:00:00Z");
        Assert.That(
            new Verify(_office.Office.Database, [head]).Run().Faults.Single().Words,
            Does.StartWith("Expected the printed head to name the moment of seal 2, ")
        );
    }

    [Test]
    public async Task An_export_is_read_with_a_mark_before_it_and_compressed()
    {
        var export = Path.Combine(_office.Folder, "a.jsonl");
        await Run("export", "--database", _office.File, "--to", export);
        var bytes = await File.ReadAllBytesAsync(export);
        var (marked, zipped) = (Path.Combine(_office.Folder, "b.jsonl"), Path.Combine(_office.Folder, "c.jsonl.gz"));
        await File.WriteAllBytesAsync(marked, [0xEF, 0xBB, 0xBF, .. bytes]);
        await using (var gzip = new GZipStream(File.Create(zipped), CompressionLevel.Fastest))
            await gzip.WriteAsync(bytes);
        var plain = await Run("verify", export, "--receipts", Receipts());
        Assert.That(plain.Exit, Is.Zero, plain.Output);
        Assert.That(await Run("verify", marked, "--receipts", Receipts()), Is.EqualTo(plain));
        Assert.That(await Run("verify", zipped, "--receipts", Receipts()), Is.EqualTo(plain));
    }

    [Test]
    public async Task A_packed_case_file_is_verified_as_it_is_and_says_what_no_hash_covers()
    {
        var file = await CaseFile();
        var (exit, output) = await Run("verify", file, "--receipts", Receipts());
        Assert.That(exit, Is.Zero, output);
        Assert.That(output, Does.Contain("'case-file.html' is for people to read, and no hash covers it."));
    }

    [TestCase("ledger.jsonl")]
    [TestCase("LEDGER.JSONL")]
    [TestCase("./ledger.jsonl")]
    [TestCase("Case-File.html")]
    public async Task A_packed_case_file_with_twins_is_not_read(string twin)
    {
        var file = await CaseFile();
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
            zip.CreateEntry(twin);
        var (exit, output) = await Run("verify", file);
        Assert.That((exit, output.Contains($"and '{twin}' in the ZIP file")), Is.EqualTo((2, true)), output);
    }

    [TestCase("extra/attach.pdf")]
    [TestCase("readme.txt")]
    public async Task What_no_export_has_is_named(string member)
    {
        var file = await CaseFile();
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
            zip.CreateEntry(member);
        var (exit, output) = await Run("verify", file, "--receipts", Receipts());
        Assert.That(exit, Is.Zero, output);
        Assert.That(output, Does.Contain($"'{member}' is no part of an export, and no hash covers it."));
    }

    [Test]
    public async Task An_attachment_changed_in_a_packed_case_file_is_named()
    {
        var file = await CaseFile();
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            var entry = zip.Entries.First(e => e.FullName.StartsWith("attachments/", StringComparison.Ordinal));
            await using var content = entry.Open();
            content.WriteByte((byte)'X');
        }

        var (exit, output) = await Run("verify", file);
        Assert.That(exit, Is.EqualTo(1), output);
        Assert.That(output, Does.Contain("Expected an attachment with the hash "));
    }

    [Test]
    public async Task An_export_that_swells_as_only_a_bomb_does_is_refused()
    {
        var file = Path.Combine(_office.Folder, "bomb.zip");
        await using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
        {
            await using (var ledger = zip.CreateEntry("ledger.jsonl").Open())
                await ledger.WriteAsync("{}"u8.ToArray());
            await using var blank = zip.CreateEntry("attachments/0", CompressionLevel.Optimal).Open();
            for (var i = 0; i < 513; i++)
                await blank.WriteAsync(new byte[1 << 20]);
        }

        var (exit, output) = await Run("verify", file);
        Assert.That(
            (exit, output),
            Is.EqualTo((2, $"'{file}' swells to more than 300 times its size when it is unpacked, and is not read.\n"))
        );
    }

    [Test]
    public async Task A_zip_of_something_else_is_refused_with_what_is_missing()
    {
        var file = Path.Combine(_office.Folder, "x.zip");
        await using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
            zip.CreateEntry("a.txt");
        var (exit, output) = await Run("verify", file);
        Assert.That(exit, Is.EqualTo(2), output);
        Assert.That(output, Does.Contain("has no 'ledger.jsonl' in it"));
    }

    private async Task<string> CaseFile()
    {
        await _office.Office.Write(null, SmallPermit.Lodge("王五"));
        var stored = await new FileStore(_office.Office.Database).Store(
            new MemoryStream("身份证复印件"u8.ToArray()),
            "text/plain",
            SmallPermit.Clerk,
            _office.Office.Time.Now,
            default
        );
        await _office.Office.Write("A-001-2026-000003", new Request(SmallPermit.Clerk, new Attach(stored.Sha256, "x.txt", stored.Size)));
        await _office.Seal();
        var file = Path.Combine(_office.Folder, "case.zip");
        await Run("export", "--database", _office.File, "--format", "file", "--to", file, "A-001-2026-000003");
        return file;
    }

    private string Receipts()
    {
        var folder = Path.Combine(_office.Folder, "receipts");
        new ReceiptFolder(folder).Bring(_office.Seals);
        return folder;
    }

    private static async Task<(int Exit, string Output)> Run(params string[] words)
    {
        var output = new StringWriter();
        var exit = await Verbs.Run(Spoken.In(words), new Terminal(TextReader.Null, output, output, Colours: false));
        return (exit, output.ToString());
    }
}

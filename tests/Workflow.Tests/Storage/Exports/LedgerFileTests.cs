using System.Text;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Host.CommandLine;
using Workflow.Host.Proving;
using Workflow.Host.Wording;
using Workflow.Storage.Access;
using Workflow.Storage.Exports;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Proofs.Walks;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;
using Workflow.Storage.Vaults;
using Workflow.Tests.Storage.Proofs.Verifying;

namespace Workflow.Tests.Storage.Exports;

/// <summary>An export is verified as an auditor gets it: a file, nothing else but receipts.</summary>
public sealed class LedgerFileTests
{
    private static readonly DateTimeOffset Made = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private SealedOffice _office = null!;

    [SetUp]
    public async Task Open() => _office = await SealedOffice.WithTwoSeals();

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [Test]
    public void A_whole_ledger_is_proven_by_a_receipt_of_its_last_seal()
    {
        var report = Verify(Export(), _office.Receipt(2));
        Assert.That(report.Faults, Is.Empty);
        Assert.That((report.Cases, report.Entries, report.Seals), Is.EqualTo((2, 6, 2)));
        Assert.That(
            report.Proven,
            Is.EqualTo(
                new Proven(2, new DateTimeOffset(2026, 3, 2, 1, 20, 0, TimeSpan.Zero), ReceiptMessages.File("seal-00000002.seal"), 6, 0)
            )
        );
    }

    [Test]
    public void Without_a_receipt_nothing_is_proven() => Assert.That(Verify(Export()) is { Holds: true, Proven: null });

    [Test]
    public async Task What_came_after_the_last_receipt_is_unsealed()
    {
        await _office.Office.Write(SealedOffice.Second, SmallPermit.Remark("later"));
        var report = Verify(Export(), _office.Receipt(1));
        Assert.That((report.Proven!.Seal, report.Proven.Entries, report.Proven.Unsealed), Is.EqualTo((1, 2, 5)));
        Assert.That(Unsealed(report), Is.EqualTo(new[] { (SealedOffice.First, true, 3L, 3L), (SealedOffice.Second, true, 1L, 4L) }));
    }

    [Test]
    public async Task Access_records_after_the_last_receipt_are_unsealed_too()
    {
        var log = new AccessLog(_office.Office.Database, "host");
        await log.Append([new AccessRecord(Made, AccessKinds.Read, "GET /api/cases", "zhao")], default);
        await _office.Seal();
        await log.Append(
            [
                new AccessRecord(Made, AccessKinds.Read, "GET /api/cases", "qian"),
                new AccessRecord(Made, AccessKinds.Read, "GET /api/cases", "sun"),
            ],
            default
        );
        var report = Verify(Export(), _office.Receipt(3));
        Assert.That(Unsealed(report), Is.EqualTo(new[] { ("access log host", false, 2L, 3L) }));
        var told = new StringWriter();
        new VerifyWords(new Terminal(TextReader.Null, told, TextWriter.Null, Colours: false) { Words = Words.In("en") }).Write(
            report,
            [],
            isWhole: true
        );
        Assert.That(
            told.ToString().ReplaceLineEndings("\n"),
            Does.EndWith(
                "Unsealed since 2026-03-02T01:30:00Z: 2 access records; of them only the chains were checked.\n  access log host #2 to #3\n"
            )
        );
    }

    [Test]
    public void One_case_is_proven_by_its_path_and_shows_no_other()
    {
        var export = Export(SealedOffice.Second);
        var report = Verify(export, HeadLine.Read(HeadLine.Of(_office.Seals.Find(2)!)));
        Assert.That((report.Faults.Length, report.Cases, report.Entries, report.Proven?.Entries), Is.EqualTo((0, 1, 3, 3)));
        Assert.That(Encoding.UTF8.GetString(export), Does.Not.Contain(SealedOffice.First).And.Not.Contain("张三"));
    }

    [Test]
    public void One_case_is_proven_by_any_later_seal_that_its_own_leads_to()
    {
        var export = Export(SealedOffice.First);
        Assert.That(Verify(export, _office.Receipt(1)).Proven?.Entries, Is.EqualTo(2));
        Assert.That(Verify(export, _office.Receipt(2)).Proven?.Entries, Is.EqualTo(3));
    }

    [Test]
    public async Task Of_one_case_a_seal_that_does_not_name_it_proves_that()
    {
        await Remark(SealedOffice.Second);
        var export = Export(SealedOffice.First);
        var report = Verify(export, _office.Head(3));
        Assert.That((report.Faults.Length, report.Proven?.Seal, report.IsProven), Is.EqualTo((0, 3L, true)));
        var elsewhere = Forger.Lines(
            export,
            l => l[l.FindLastIndex(IsAbsence)] = l[l.FindLastIndex(IsAbsence)].Replaced("000002", "000000")
        );
        Assert.That(
            Verify(elsewhere, _office.Head(3)).Faults.Select(f => f.Words),
            Has.One.EqualTo($"Expected a proof that seal 3 does not name {SealedOffice.First}, but this one does not prove it.")
        );
    }

    [Test]
    public void Of_one_case_what_a_seal_names_cannot_be_cut_off()
    {
        var cut = Forger.Lines(Export(SealedOffice.First), CutSealed);
        var report = Verify(cut, _office.Head(2));
        Assert.That(
            report.Faults.Single().Words,
            Is.EqualTo(
                $"Expected a path from the head of {SealedOffice.First} to the root of seal 2, or a proof that it does not name the case, but the export has neither."
            )
        );
        Assert.That(
            Verify(cut, _office.Receipt(2)).Faults.Select(f => (f.Case, f.Entry)),
            Does.Contain((SealedOffice.First, 3L)),
            "the receipt's file names the head"
        );
    }

    [Test]
    public async Task A_case_that_was_never_sealed_is_not_verified_by_the_receipts_of_others()
    {
        var third = (await _office.Office.Write(null, SmallPermit.Lodge("王五"))).Case;
        var report = Verify(Export(third), _office.Head(2));
        Assert.That((report.Holds, report.IsProven), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_receipt_made_after_the_export_leaves_open_whether_it_is_complete()
    {
        var later = _office.Receipt(2) with { Seal = 3, Hash = new string('c', 64), At = Made.AddDays(1) };
        var report = Verify(Export(), _office.Receipt(2), later);
        Assert.That((report.Holds, report.Proven?.Seal, report.IsProven), Is.EqualTo((true, 2L, false)));
        Assert.That(
            report.Unknown.Single().English.Sentence,
            Is.EqualTo(
                "Whether this export holds all that was sealed by the receipt 'seal-00000002.seal' of 2026-03-03T02:00:00.0000000+00:00: that is after the export was made, by its own account, and it does not hold the seal. Export again, or bring no later receipts."
            )
        );
    }

    [Test]
    public void An_export_cannot_say_that_it_was_made_before_what_it_holds()
    {
        var back = Lines(Export());
        back[0] = back[0].Replaced("2026-03-02T02:00:00", "2026-03-02T01:05:00");
        var report = Verify(Bytes(back), _office.Receipt(2));
        Assert.That(
            report.Faults.Single().Words,
            Is.EqualTo(
                "Expected an export made after all that it holds, but it says that it was made at 2026-03-02T01:05:00.0000000+00:00, and this is of 2026-03-02T01:10:00.0000000+00:00."
            )
        );
        Assert.That(report.Proven?.Seal, Is.EqualTo(2), "a receipt of a seal at hand is used, whatever the export says of its moment");
    }

    [Test]
    public void Set_back_and_written_anew_it_is_still_held_against_later_receipts()
    {
        var receipt = _office.Receipt(2);
        _office.Replace(SealedOffice.Second, "开餐馆", "开酒吧");
        _office.CutSeals(2);
        var report = Verify(Export(), receipt with { At = Made.AddDays(1) });
        Assert.That(report.Faults.Select(f => (f.Case, f.Entry)), Is.EqualTo(new[] { (SealedOffice.Second, 3L) }));
    }

    [Test]
    public async Task Attachments_go_with_it_and_are_checked_by_their_hash()
    {
        var content = new byte[300_000];
        var stored = await new FileStore(_office.Office.Database).Store(
            new MemoryStream(content),
            "application/pdf",
            SmallPermit.Clerk,
            Made,
            default
        );
        var third = (await _office.Office.Write(null, SmallPermit.Lodge())).Case;
        await _office.Office.Write(third, new Request(SmallPermit.Clerk, new Attach(stored.Sha256, "plan.pdf", stored.Size)));
        var text = Encoding.UTF8.GetString(Export(attachments: true));
        Assert.That(Verify(Encoding.UTF8.GetBytes(text)).Faults, Is.Empty);
        var changed = Verify(Encoding.UTF8.GetBytes(text.Replaced("\"bytes\":\"AAAA", "\"bytes\":\"BAAA")));
        Assert.That(
            changed.Faults.Single().Words,
            Does.StartWith($"Expected an attachment with the hash {stored.Sha256}, but the content has ")
        );
        Assert.That((changed.Faults[0].Case, changed.Faults[0].Entry, changed.Faults[0].Line > 1), Is.EqualTo((third, 2L, true)));
        var without = Forger.Lines(
            Encoding.UTF8.GetBytes(text),
            lines =>
                lines.RemoveAll(l =>
                    l.StartsWith("{\"is\":\"file\"", StringComparison.Ordinal)
                    || l.StartsWith("{\"is\":\"chunk\"", StringComparison.Ordinal)
                )
        );
        var fault = Verify(without).Faults.Single();
        Assert.That(
            (fault.Case, fault.Words),
            Is.EqualTo(
                (third, $"Expected the attachment {stored.Sha256}, which the entry names, but it is gone and no erasure is recorded.")
            )
        );
        Assert.That(Verify(Export()).FilesElsewhere, Is.EqualTo(1), "an export without contents says that they were not checked");
    }

    [Test]
    public void Definitions_and_calendars_are_checked_by_their_digest()
    {
        var lines = Lines(Export());
        var at = Array.FindIndex(lines, l => l.StartsWith("{\"is\":\"definition\"", StringComparison.Ordinal));
        lines[at] = lines[at].Replaced("小许可", "大许可");
        var fault = Verify(Bytes(lines)).Faults.Single();
        Assert.That((fault.Case, fault.Line), Is.EqualTo(("definition", (long?)(at + 1))));
    }

    [Test]
    public void A_fault_names_case_entry_and_line()
    {
        var lines = Lines(Export());
        var at = Array.FindIndex(
            lines,
            l => l.StartsWith($"{{\"is\":\"entry\",\"case\":\"{SealedOffice.Second}\",\"number\":1", StringComparison.Ordinal)
        );
        lines[at] = lines[at].Replaced("开餐馆", "开酒吧");
        var fault = Verify(Bytes(lines)).Faults.Single();
        Assert.That((fault.Case, fault.Entry, fault.Line), Is.EqualTo((SealedOffice.Second, 1L, (long?)(at + 1))));
        Assert.That(fault.Words, Does.Match("^Expected the hash [0-9a-f]{64} over the stored text, but it is [0-9a-f]{64}\\.$"));
    }

    [Test]
    public void What_was_cut_off_is_refused()
    {
        var export = Export();
        Assert.That(
            Refused(export[..^40]),
            Does.StartWith("Expected a line of a ledger export, but found something else, or a part of one; 'x.jsonl' line ")
        );
        var lines = Lines(export);
        Assert.That(
            Refused(Bytes(lines[..^1])),
            Is.EqualTo($"Expected the end line of a ledger export, but 'x.jsonl' ends after line {lines.Length - 1}: it was cut off.")
        );
    }

    [TestCase("", "Expected the end line of a ledger export, but 'x.jsonl' ends after line 0: it was cut off.")]
    [TestCase("PK\u0003\u0004", "Expected a ledger export, but the first line is not the head of one; 'x.jsonl' line 1.")]
    [TestCase("[]\n", "Expected a ledger export, but the first line is not the head of one; 'x.jsonl' line 1.")]
    [TestCase("null\n", "Expected a ledger export, but the first line is not the head of one; 'x.jsonl' line 1.")]
    [TestCase("{\"is\":\"end\",\"lines\":0}\n", "Expected the head of a ledger export, but found another line; 'x.jsonl' line 1.")]
    [TestCase(
        "{\"is\":\"ledger-export\",\"version\":2,\"at\":\"2026-03-02T01:00:00Z\"}\n",
        "Expected an export of version 1, but found version 2; 'x.jsonl' line 1."
    )]
    public void What_is_no_export_is_refused(string text, string sentence) =>
        Assert.That(Refused(Encoding.UTF8.GetBytes(text)), Is.EqualTo(sentence));

    [Test]
    public void A_line_without_end_is_never_held()
    {
        var endless = new EndlessLine();
        var verify = new VerifyExport([], null);
        var refused = Spoken.Refusal<InputRefusedException>(() => verify.Run(endless, "x.jsonl"));
        Assert.That(refused, Is.EqualTo("Expected lines of at most 16777216 bytes, but line 1 of 'x.jsonl' is longer."));
        Assert.That(endless.Given, Is.LessThan(20 << 20));
    }

    [Test]
    public void Bytes_thrown_in_anywhere_are_found_or_refused_and_never_crash()
    {
        var (export, receipt, random) = (Export(), _office.Receipt(2), new Random(20260302));
        var calm = 0;
        for (var i = 0; i < 100; i++)
        {
            var changed = export.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                if (Verify(changed, receipt).Holds)
                    calm++;
            }
            catch (InputRefusedException) { }
        }

        // Only the export's own moment and the shape of its head are not covered by a hash.
        Assert.That(calm, Is.LessThan(3));
    }

    private byte[] Export(string? onlyCase = null, bool attachments = false)
    {
        var file = new MemoryStream();
        new LedgerExport(_office.Office.Database).Write(file, onlyCase, attachments, Made, default);
        return file.ToArray();
    }

    private static VerifyReport Verify(byte[] export, params OutsideReceipt[] receipts) =>
        new VerifyExport(receipts, null).Run(new MemoryStream(export), "x.jsonl");

    private static IEnumerable<(string Where, bool IsCase, long From, long To)> Unsealed(VerifyReport report) =>
        report.Unsealed.Select(u => (u.Where.English.Sentence, u.IsCase, u.From, u.To));

    private static string Refused(byte[] export) => Spoken.Refusal<InputRefusedException>(() => Verify(export));

    // The last entry and the path to the seal that covers it, as somebody who wants it gone takes them out.
    private static void CutSealed(List<string> lines)
    {
        lines.RemoveAt(lines.LineOf(SealedOffice.First, 3));
        lines.RemoveAt(lines.FindLastIndex(l => l.StartsWith("{\"is\":\"path\"", StringComparison.Ordinal)));
    }

    private static bool IsAbsence(string line) => line.StartsWith("{\"is\":\"absent\"", StringComparison.Ordinal);

    private async Task Remark(string number)
    {
        await _office.Office.Write(number, SmallPermit.Remark("later"));
        await _office.Seal();
    }

    private static string[] Lines(byte[] export) => Encoding.UTF8.GetString(export).TrimEnd('\n').Split('\n');

    private static byte[] Bytes(string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private sealed class EndlessLine : Stream
    {
        internal long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'x', offset, count);
            Given += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using Workflow.Engine.Record.Entries;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;

namespace Workflow.Tests.Storage.Seals;

public sealed class LedgerSealsTests
{
    private SealedOffice _office = null!;

    [SetUp]
    public async Task Open() => _office = await SealedOffice.WithTwoSeals();

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [Test]
    public void A_seal_covers_the_heads_that_changed_and_counts_the_whole_ledger()
    {
        var seal = _office.Seals.Find(2)!.Read();
        Assert.Multiple(() =>
        {
            Assert.That((seal.Cases, seal.Entries, seal.Leaves), Is.EqualTo((2, 6, 2)));
            Assert.That(_office.Seals.Leaves(1).Select(l => (l.Name, l.Entry)), Is.EqualTo(new[] { (SealedOffice.First, 2L) }));
            Assert.That(
                _office.Seals.Leaves(2).Select(l => (l.Name, l.Entry)),
                Is.EqualTo(new[] { (SealedOffice.First, 3L), (SealedOffice.Second, 3L) })
            );
            Assert.That(seal.At, Is.EqualTo(new DateTimeOffset(2026, 3, 2, 1, 20, 0, TimeSpan.Zero)));
            Assert.That(seal.Algorithm, Is.EqualTo("SHA-256, tree of RFC 6962"));
        });
    }

    [Test]
    public void A_seal_names_the_one_before_by_its_hash()
    {
        var (first, second) = (_office.Seals.Find(1)!, _office.Seals.Find(2)!);
        Assert.Multiple(() =>
        {
            Assert.That(first.Read().Previous, Is.EqualTo(LedgerJson.Genesis));
            Assert.That(second.Read().Previous, Is.EqualTo(first.Hash));
            Assert.That(second.Hash, Is.EqualTo(LedgerJson.Hash(second.Body)));
        });
    }

    [Test]
    public async Task Nothing_is_sealed_when_nothing_changed() => Assert.That(await _office.Seal(), Is.Null);

    [Test]
    public void A_receipt_file_gives_back_seal_and_heads()
    {
        var receipt = _office.Receipt(2);
        Assert.That((receipt.Seal, receipt.Hash), Is.EqualTo(((long?)2, _office.Seals.Find(2)!.Hash)));
        Assert.That(receipt.Leaves, Is.EqualTo(_office.Seals.Leaves(2)));
    }

    [TestCase("\"entry\":3", "\"entry\":4", "Expected the heads in the receipt 'x.seal' to have the root ")]
    [TestCase("}\n{", "}\n[", "Expected a head that the seal covers in line 2 of 'x.seal', but found something else.")]
    [TestCase("{\"number\"", "{\"nomber\"", "Expected a seal in line 1 of 'x.seal', but found something else.")]
    [TestCase("\"leaves\":2", "\"leaves\":3", "Expected 3 heads in the receipt 'x.seal', but found 2: it is damaged.")]
    public void A_damaged_receipt_file_is_refused(string from, string to, string sentence)
    {
        var text = ReceiptFile.Text(_office.Seals.Find(2)!, _office.Seals.Leaves(2));
        var damaged = System.Text.Encoding.UTF8.GetBytes(text.Replaced(from, to));
        Assert.That(
            Spoken.Refusal<InputRefusedException>(() => ReceiptFile.Read(new MemoryStream(damaged), "x.seal")),
            Does.StartWith(sentence)
        );
    }

    [Test]
    public void The_printed_head_is_one_line_that_is_read_back()
    {
        var seal = _office.Seals.Find(2)!;
        var line = HeadLine.Of(seal);
        Assert.That(line, Is.EqualTo($"seal 2 sha256:{seal.Hash} 2026-03-02T01:20:00Z"));
        Assert.That(
            HeadLine.Read($"  {line.Replaced(" ", "   ")} "),
            Is.EqualTo(new OutsideReceipt(ReceiptMessages.PrintedHead(), 2, seal.Hash, seal.Read().At))
        );
    }

    [TestCase("")]
    [TestCase("seal 2")]
    [TestCase("seal 0 sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("seal 2 sha256:00")]
    [TestCase("seal 2 md5:0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_line_that_is_no_head_is_refused(string line) =>
        Assert.That(Spoken.Refusal<InputRefusedException>(() => HeadLine.Read(line)), Does.EndWith($"but found '{line}'."));
}

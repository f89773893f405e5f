using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Storage.Seals;

namespace Workflow.Tests.Host.Seals;

public sealed class SealVerbTests
{
    private SealedOffice _office = null!;

    [SetUp]
    public async Task Open()
    {
        _office = await SealedOffice.Open();
        await _office.Office.Write(null, SmallPermit.Lodge());
    }

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    private string Receipts => Path.Combine(_office.Folder, "outside");

    [Test]
    public async Task It_prints_the_head_and_lays_receipts_outside()
    {
        await using var authority = await LocalAuthority.Start();
        var run = await Seal("--receipts", Receipts, "--authority", authority.Address.ToString());
        Assert.That((run.Exit, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Match("^seal 1 sha256:[0-9a-f]{64} [0-9-]{10}T[0-9:]{8}Z\n$"));
        Assert.That(
            Directory.EnumerateFiles(Receipts).Select(Path.GetFileName).Order(),
            Is.EqualTo(new[] { "seal-00000001.seal", "seal-00000001.tsr" })
        );
    }

    [Test]
    public async Task It_says_so_when_nothing_changed()
    {
        var first = await Seal();
        var second = await Seal();
        Assert.That(
            (second.Exit, second.Out, second.Error.Trim()),
            Is.EqualTo((0, first.Out, "Nothing changed since the last seal; no seal was made."))
        );
    }

    [Test]
    public async Task Receipts_that_were_missed_are_brought_later()
    {
        await Seal();
        await _office.Office.Write(SealedOffice.First, SmallPermit.Receive());
        await Seal("--receipts", Receipts);
        Assert.That(Directory.EnumerateFiles(Receipts).Count(), Is.EqualTo(2));
    }

    [TestCase("absent/seals", TestName = "A folder whose own folder is not there, as of a disk that is not mounted")]
    [TestCase("--authority", TestName = "An option in the place of the folder")]
    public async Task No_folder_is_made_that_nobody_named(string found)
    {
        var folder = found.StartsWith('-') ? found : Path.Combine(_office.Folder, found);
        var run = await Seal("--receipts", folder);
        Assert.That(
            (run.Exit, run.Out, run.Error.Trim()),
            Is.EqualTo((1, "", $"There is no folder '{folder}'. Make the folder first, or write elsewhere."))
        );
        Assert.That((Directory.Exists(folder), _office.Seals.Latest()), Is.EqualTo((false, default(StoredSeal))));
    }

    [Test]
    public async Task A_ledger_that_lost_its_seals_is_told_from_the_folder()
    {
        await Seal("--receipts", Receipts);
        _office.Execute("delete from seals; delete from seal_leaves");
        await _office.Office.Write(SealedOffice.First, SmallPermit.Receive());
        var run = await Seal("--receipts", Receipts);
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(
            run.Error,
            Does.Match(
                "^Seal 1 has the hash [0-9a-f]{64} in the receipt '.*seal-00000001.seal', but [0-9a-f]{64} in the ledger: the ledger was restored or replaced, or the folder is another ledger's.\n$"
            )
        );
    }

    [Test]
    public async Task A_script_can_tell_nothing_proven_from_verified()
    {
        var head = (await Seal()).Out.Trim();
        Assert.That(await Verify(), Is.Zero, "nothing is wrong");
        Assert.That(await Verify("--require-receipts"), Is.EqualTo(3));
        Assert.That(await Verify("--require-receipts", "--head", head), Is.Zero);
        _office.Execute("update entries set body = replace(body, '开餐馆', '开茶馆')");
        Assert.That(await Verify("--require-receipts", "--head", head), Is.EqualTo(1));
    }

    private Task<int> Verify(params string[] more) =>
        Verbs.Run(
            Spoken.In(["verify", "--database", _office.File, .. more]),
            new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, Colours: false)
        );

    private async Task<(int Exit, string Out, string Error)> Seal(params string[] more)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(
            Spoken.In(["seal", "--database", _office.File, .. more]),
            new Terminal(TextReader.Null, output, error, Colours: false)
        );
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}

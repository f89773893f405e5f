using System.Globalization;
using System.Text;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Storage.Access;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Vaults;

namespace Workflow.Tests.Storage.Vaults;

public sealed class ErasureTests
{
    private const string Phone = "13800000000";

    private SealedOffice _office = null!;
    private string _file = null!;

    [SetUp]
    public async Task Open()
    {
        _office = await SealedOffice.Open();
        await _office.Office.Write(null, SmallPermit.Lodge());
        _file = await Attach(SealedOffice.First, "身份证复印件");
    }

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [Test]
    public async Task Nothing_of_it_stays_in_the_files_of_the_database()
    {
        Assert.That(FilesHold(Phone) && FilesHold("身份证复印件"), "before");
        var erased = await Erase(SealedOffice.First);
        Assert.That(erased, Is.EqualTo(new Erased(1, 1, true)));
        Assert.That((FilesHold(Phone), FilesHold("身份证复印件")), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task The_chain_holds_and_deciding_again_says_erased()
    {
        await Erase(SealedOffice.First);
        var again = new Readjudicate(_office.Office.Database, _office.Office.Processes).Run();
        Assert.That(new Verify(_office.Office.Database).Run().Faults, Is.Empty);
        Assert.That(again.Differences, Is.Empty);
        Assert.That(again.Erased, Is.EqualTo(new Dictionary<string, int> { [SealedOffice.First] = 1 }));
    }

    [Test]
    public async Task The_act_is_recorded_with_its_order_and_by_whom()
    {
        await Erase(SealedOffice.First);
        var record = new AccessReads(_office.Office.Database).Page(SealedOffice.First, null, 10).Single().Record;
        Assert.That(
            (record.Kind, record.What, record.Who, record.Document),
            Is.EqualTo((AccessKinds.Administered, "erase", "console test", "令 1"))
        );
    }

    [Test]
    public async Task What_another_case_names_too_stays()
    {
        await _office.Office.Write(null, SmallPermit.Lodge());
        await Attach(SealedOffice.Second, "身份证复印件");
        await Erase(SealedOffice.First);
        Assert.That(new FileStore(_office.Office.Database).Find(_file), Is.Not.Null);
    }

    [Test]
    public void A_value_that_vanished_without_an_order_is_a_difference()
    {
        _office.Execute("delete from vault");
        var difference = new Readjudicate(_office.Office.Database, _office.Office.Processes).Run().Differences.Single();
        Assert.That((difference.Case, difference.Entry), Is.EqualTo((SealedOffice.First, 1L)));
        Assert.That(difference.Words, Does.EndWith("in the vault, but it is gone and no erasure is recorded."));
    }

    [TestCase("update vault set value = replace(value, '138', '139')", "in the vault, but it holds another.")]
    [TestCase(
        "update attachment_chunks set bytes = x'00'",
        ", but the content has 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d."
    )]
    public void A_value_or_a_file_that_was_changed_is_found(string sql, string words)
    {
        _office.Execute(sql);
        Assert.That(new Verify(_office.Office.Database).Run().Faults.Single().Words, Does.EndWith(words));
    }

    [TestCase(
        "delete from attachments; delete from attachment_chunks",
        "Expected the attachment {0}, which the entry names, but it is gone and no erasure is recorded."
    )]
    [TestCase(
        "delete from attachment_chunks",
        "Expected an attachment with the hash {0}, but the content has e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855."
    )]
    public async Task A_file_that_vanished_without_an_order_is_found_and_no_case_file_is_made_without_it(string sql, string words)
    {
        _office.Execute(sql);
        var fault = new Verify(_office.Office.Database).Run().Faults.Single();
        Assert.That(fault.Words, Is.EqualTo(string.Format(CultureInfo.InvariantCulture, words, _file)));
        Assert.That((fault.Case, fault.Entry > 1), Is.EqualTo((SealedOffice.First, true)), "it names the case and the entry");
        var (to, error) = (Path.Combine(_office.Folder, "file.zip"), new StringWriter());
        Assert.That(
            await Verbs.Run(
                Spoken.In(["export", "--format", "file", "--to", to, "--database", _office.File, SealedOffice.First]),
                new Terminal(TextReader.Null, TextWriter.Null, error, Colours: false)
            ),
            Is.EqualTo(1)
        );
        Assert.That(File.Exists(to), Is.False);
        Assert.That(error.ToString(), Does.StartWith($"The case names the attachment {_file}, but "));
    }

    [Test]
    public async Task An_order_is_read_as_it_was_hashed_and_covers_no_other_case()
    {
        await _office.Office.Write(null, SmallPermit.Lodge());
        await Erase(SealedOffice.First);
        _office.Execute(
            $"delete from vault where case_no = '{SealedOffice.Second}'; update access_entries set case_no = '{SealedOffice.Second}'"
        );
        Assert.That(
            new Readjudicate(_office.Office.Database, _office.Office.Processes).Run().Differences.Single().Case,
            Is.EqualTo(SealedOffice.Second)
        );
    }

    [TestCase("case_no = null", "is under no case at 2026-03-02T01:00:00.0000000Z.")]
    [TestCase("recorded_at = '2020-01-01T00:00:00.0000000Z'", "is under case A-001-2026-000001 at 2020-01-01T00:00:00.0000000Z.")]
    public async Task An_access_record_moved_by_its_columns_is_found_and_put_back(string change, string words)
    {
        await Erase(SealedOffice.First);
        _office.Execute($"update access_entries set {change}");
        var fault = new Verify(_office.Office.Database).Run().Faults.Single();
        Assert.That((fault.Case, fault.Entry), Is.EqualTo(("access log host", 1L)));
        Assert.That(fault.Words, Does.EndWith(words));
        var rebuild = new Rebuild(_office.Office.Database, _office.Office.Processes);
        Assert.That((await rebuild.Replace()).Select(d => (d.Table, d.Case)), Is.EqualTo(new[] { ("access_entries", "host #1") }));
        Assert.That(rebuild.Compare(), Is.Empty);
    }

    private async Task<Erased> Erase(string number)
    {
        await _office.Office.Write(number, SmallPermit.Receive());
        await _office.Office.Write(number, SmallPermit.Grant());
        return await new Erasure(_office.Office.Database, new AccessLog(_office.Office.Database, "host")).Run(
            number,
            "令 1",
            "console test",
            _office.Office.Time.Now,
            default
        );
    }

    private async Task<string> Attach(string number, string content)
    {
        var stored = await new FileStore(_office.Office.Database).Store(
            new MemoryStream(Encoding.UTF8.GetBytes(content)),
            "text/plain",
            SmallPermit.Clerk,
            _office.Office.Time.Now,
            default
        );
        await _office.Office.Write(number, new Request(SmallPermit.Clerk, new Attach(stored.Sha256, "x.txt", stored.Size)));
        return stored.Sha256;
    }

    private bool FilesHold(string text)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        return Directory
            .EnumerateFiles(_office.Folder, "ledger.db*")
            .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))
            .Any(f => Read(f).AsSpan().IndexOf(sought) >= 0);
    }

    private static byte[] Read(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var copy = new MemoryStream();
        open.CopyTo(copy);
        return copy.ToArray();
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Host.Seals;

namespace Workflow.Tests.Host.Proving.Packing;

/// <summary>An export that is packed is exactly one archive: what is verified is what every program unpacks.</summary>
public sealed class PackingTests
{
    private const string Member = "ledger.jsonl";

    private SealedOffice _office = null!;
    private byte[] _honest = null!;
    private byte[] _forged = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _office = await SealedOffice.WithTwoSeals();
        new ReceiptFolder(Receipts).Bring(_office.Seals);
        await Run("export", "--database", _office.File, "--to", Named("a.jsonl"));
        _honest = await File.ReadAllBytesAsync(Named("a.jsonl"));
        _forged = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_honest).Replaced("李四", "赵六"));
    }

    [OneTimeTearDown]
    public async Task Close() => await _office.DisposeAsync();

    [TestCase(CompressionLevel.NoCompression)]
    [TestCase(CompressionLevel.Optimal)]
    public async Task An_archive_of_any_level_holds(CompressionLevel level) =>
        Assert.That((await Verified(Zip(_honest, level))).Exit, Is.Zero);

    [Test]
    public async Task An_archive_that_was_written_into_a_pipe_holds() => Assert.That((await Verified(Piped(_honest))).Exit, Is.Zero);

    [Test]
    public async Task Two_archives_in_one_file_are_found()
    {
        var (exit, output) = await Verified([.. Zip(_honest), .. Zip(_forged)]);
        // The places that the second names may be none of a directory, and then nothing can be read at all.
        var told = output.Contains("Expected exactly one ZIP, closed from byte") || output.Contains("has no 'ledger.jsonl' in it");
        Assert.That((exit is 1 or 2, told), Is.EqualTo((true, true)), output);
    }

    [Test]
    public async Task Two_archives_whose_second_knows_its_place_are_found()
    {
        var (first, second) = (Zip(_honest), Zip(_forged));
        Move(second, first.Length);
        await Found([.. first, .. second], "the next part at byte 0, but it begins at byte");
    }

    [Test]
    public async Task Bytes_after_the_archive_are_found() =>
        await Found([.. Zip(_honest), .. Zip(_forged).AsSpan(..^4)], "Expected exactly one ZIP, closed from byte");

    [Test]
    public async Task Bytes_in_a_comment_are_found()
    {
        var archive = Zip(_honest);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(^2), 4);
        await Found([.. archive, 1, 2, 3, 4], "Expected exactly one ZIP, closed from byte");
    }

    [Test]
    public async Task A_member_that_is_in_no_directory_is_found()
    {
        var (archive, hidden) = (Zip(_honest), Zip(_forged));
        var members = hidden.AsSpan(..Directory(hidden)).ToArray();
        Move(archive, members.Length);
        await Found([.. members, .. archive], "the next part at byte 0, but it begins at byte");
    }

    [Test]
    public async Task A_member_with_another_name_before_it_than_in_the_directory_is_found()
    {
        var archive = Zip(_honest);
        Encoding.ASCII.GetBytes("ledger.other", archive.AsSpan(30));
        await Found(archive, "Expected the header of 'ledger.jsonl' at byte 0");
    }

    [TestCase(14)]
    [TestCase(18)]
    [TestCase(22)]
    public async Task A_member_with_other_numbers_before_it_than_in_the_directory_is_found(int place)
    {
        var archive = Zip(_honest);
        archive[place] ^= 1;
        await Found(archive, "Expected the header of 'ledger.jsonl' at byte 0");
    }

    [Test]
    public async Task A_check_sum_that_is_not_of_the_content_is_found()
    {
        var archive = Zip(_honest);
        archive[14] ^= 1;
        archive[Directory(archive) + 16] ^= 1;
        await Found(archive, "Expected the content of 'ledger.jsonl' at byte 0");
    }

    [Test]
    public async Task Bytes_behind_the_end_of_what_is_packed_are_found()
    {
        var archive = Zip(_honest);
        var (directory, more) = (Directory(archive), Zip(_forged));
        foreach (var place in new[] { 18, directory + 20 })
            Add(archive, place, more.Length);
        Add(archive, archive.Length - 6, more.Length);
        await Found([.. archive.AsSpan(..directory), .. more, .. archive.AsSpan(directory..)], "Expected the content of 'ledger.jsonl'");
    }

    [TestCase("extra/../LEDGER.jsonl")]
    [TestCase("ledger.jsonl ")]
    [TestCase("ledger.jsonl.")]
    public async Task Names_that_unpack_into_one_file_are_not_read(string twin)
    {
        var (exit, output) = await Verified(Zip(_honest, CompressionLevel.Optimal, twin));
        Assert.That((exit, output.Contains($"and '{twin}' in the ZIP file")), Is.EqualTo((2, true)), output);
    }

    [Test]
    public async Task One_gzip_holds() => Assert.That((await Verified(Gzip(_honest))).Exit, Is.Zero);

    [Test]
    public async Task Bytes_after_a_gzip_are_found() => await Found([.. Gzip(_honest), 7], "Expected exactly one packed content");

    [Test]
    public async Task A_second_gzip_is_found() => await Found([.. Gzip(_honest), .. EmptyGzip], "Expected exactly one packed content");

    // Nobody calls a file by 64 KiB; whoever does would have every byte of it looked at one by one.
    [TestCase(200, 0)]
    [TestCase(64 * 1024, 1)]
    public async Task A_gzip_has_a_name_that_a_file_may_have(int signs, int exit) =>
        Assert.That((await Verified(Named(Gzip(_honest), signs))).Exit, Is.EqualTo(exit));

    private static byte[] Named(byte[] gzip, int signs) =>
        [.. gzip.AsSpan(0, 3), 8, .. gzip.AsSpan(4, 6), .. Enumerable.Repeat((byte)'x', signs), 0, .. gzip.AsSpan(10)];

    private async Task Found(byte[] file, string finding)
    {
        var (exit, output) = await Verified(file);
        Assert.That((exit, output.Contains(finding)), Is.EqualTo((1, true)), output);
    }

    private async Task<(int Exit, string Output)> Verified(byte[] file)
    {
        await File.WriteAllBytesAsync(Named("brought"), file);
        return await Run("verify", Named("brought"), "--receipts", Receipts);
    }

    private static byte[] Zip(byte[] content, CompressionLevel level = CompressionLevel.Optimal, string? twin = null)
    {
        using var file = new MemoryStream();
        Write(file, content, level, twin);
        return file.ToArray();
    }

    private static byte[] Piped(byte[] content)
    {
        using var file = new MemoryStream();
        using (var pipe = new GZipStream(file, CompressionLevel.NoCompression, leaveOpen: true))
            Write(pipe, content, CompressionLevel.Optimal, null);
        file.Position = 0;
        using var whole = new MemoryStream();
        using var back = new GZipStream(file, CompressionMode.Decompress);
        back.CopyTo(whole);
        return whole.ToArray();
    }

    private static void Write(Stream file, byte[] content, CompressionLevel level, string? twin)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        using (var member = zip.CreateEntry(Member, level).Open())
            member.Write(content);
        if (twin is not null)
            zip.CreateEntry(twin);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return file.ToArray();
    }

    private static byte[] EmptyGzip => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static int Directory(byte[] archive) => BinaryPrimitives.ReadInt32LittleEndian(archive.AsSpan(archive.Length - 6));

    // As if so many bytes stood before it.
    private static void Move(byte[] archive, int bytes)
    {
        Add(archive, Directory(archive) + 42, bytes);
        Add(archive, archive.Length - 6, bytes);
    }

    private static void Add(byte[] archive, int place, int number) =>
        BinaryPrimitives.WriteInt32LittleEndian(
            archive.AsSpan(place),
            BinaryPrimitives.ReadInt32LittleEndian(archive.AsSpan(place)) + number
        );

    private string Receipts => Named("receipts");

    private string Named(string file) => Path.Combine(_office.Folder, file);

    private static async Task<(int Exit, string Output)> Run(params string[] words)
    {
        var output = new StringWriter();
        var exit = await Verbs.Run(Spoken.In(words), new Terminal(TextReader.Null, output, output, Colours: false));
        return (exit, output.ToString());
    }
}

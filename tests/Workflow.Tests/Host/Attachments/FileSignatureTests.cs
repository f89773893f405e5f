using System.Text;
using Workflow.Host.Attachments;

namespace Workflow.Tests.Host.Attachments;

/// <summary>A file is what it is called, as far as its first bytes tell.</summary>
public sealed class FileSignatureTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [TestCase("application/pdf", "255044462D")]
    [TestCase("image/jpeg", "FFD8FF")]
    [TestCase("image/png", "89504E470D0A1A0A")]
    [TestCase("image/tiff", "49492A00")]
    [TestCase("image/tiff", "4D4D002A")]
    [TestCase("application/zip", "504B0304")]
    [TestCase("application/ofd", "504B0304")]
    [TestCase(Word, "504B0304")]
    [TestCase(Sheet, "504B0304")]
    public void Each_type_has_its_first_bytes_and_no_others(string type, string begins)
    {
        var bytes = Convert.FromHexString(begins);
        Assert.That(
            (
                FileSignature.Fits(type, [.. bytes, 0, 1]),
                FileSignature.Fits(type, bytes[..^1]),
                FileSignature.Fits(type, "MZ program"u8.ToArray())
            ),
            Is.EqualTo((true, false, false))
        );
    }

    [TestCase("text/plain")]
    [TestCase("text/csv")]
    public void Text_has_no_zero_byte(string type) =>
        Assert.That(
            (FileSignature.Fits(type, Encoding.UTF8.GetBytes("收件,1")), FileSignature.Fits(type, [0x4D, 0x5A, 0x00])),
            Is.EqualTo((true, false))
        );

    [Test]
    public void Every_type_that_is_taken_is_tried_here() =>
        Assert.That(
            FileSignature.MediaTypes,
            Is.EquivalentTo(
                new[]
                {
                    "application/pdf",
                    "image/jpeg",
                    "image/png",
                    "image/tiff",
                    "application/zip",
                    "application/ofd",
                    Word,
                    Sheet,
                    "text/plain",
                    "text/csv",
                }
            )
        );
}

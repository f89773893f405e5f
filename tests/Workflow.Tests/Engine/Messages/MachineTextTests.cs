using System.Text.RegularExpressions;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;

namespace Workflow.Tests.Engine.Messages;

/// <summary>What the machine says is announced as its own words, and stands in no sentence as if it were ours.</summary>
public sealed partial class MachineTextTests
{
    /// <summary>Files that look at the words of an exception and tell nobody, or tell them as the words of a program already.</summary>
    private static readonly string[] Elsewhere =
    [
        "MachineText.cs",
        "JsonFaults.cs", // finds out which fault it is
        "Slips.cs", // likewise
        "XesReader.cs", // cuts the place off, which stands before the sentence
        "Relay.cs", // what a receiver answered, for the log
        "Faults.cs", // 程序报告, as stored with the alert
        "Stored.cs", // beside the sentence, for whoever reads the JSON
        "DrawCheck.cs", // likewise
        "DecideAgain.cs", // likewise
        "LogRefusals.cs", // a problem of ours, which has a message too
    ];

    [Test]
    public void It_is_announced_in_both_languages()
    {
        var said = MachineText.Of(new IOException("Permission denied.\nTwice."));
        Assert.That(
            (said.Chinese.Sentence, said.English.Sentence),
            Is.EqualTo(("系统原文：Permission denied. Twice", "the system says: Permission denied. Twice"))
        );
    }

    private static readonly object[] Known =
    [
        new object[] { new UnauthorizedAccessException("Access to the path '/x' is denied."), "没有访问权限", "access is denied" },
        new object[] { new FileNotFoundException("Could not find '/x'."), "文件或文件夹不存在", "there is no such file or folder" },
        new object[] { new DirectoryNotFoundException("Could not find '/x'."), "文件或文件夹不存在", "there is no such file or folder" },
        new object[] { new InvalidDataException("Unknown block type."), "内容已损坏", "its content is damaged" },
        new object[] { new TimeoutException("The operation has timed out."), "未在时限内完成", "it was not done in time" },
        new object[] { new TaskCanceledException("A task was canceled."), "未在时限内完成", "it was not done in time" },
    ];

    [TestCaseSource(nameof(Known))]
    public void What_every_machine_may_say_is_said_in_both_languages(Exception fault, string chinese, string english)
    {
        var said = MachineText.Of(fault);
        Assert.That((said.Chinese.Sentence, said.English.Sentence), Is.EqualTo((chinese, english)));
    }

    [Test]
    public void No_sentence_takes_the_words_of_an_exception_otherwise()
    {
        var found =
            from folder in new[] { "host", "engine" }
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal) && !Elsewhere.Contains(Path.GetFileName(file))
            from line in File.ReadLines(file)
            where Words().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";
        Assert.That(found, Is.Empty);
    }

    [GeneratedRegex(@"\b(e|ex|exception|fault|error|inner)\.Message\b(?!\.)")]
    private static partial Regex Words();
}

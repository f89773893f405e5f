using System.Text.RegularExpressions;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Guarantees;

/// <summary>What is stored or written as a word and read again has one type that knows the word. Everybody else names the type.</summary>
public sealed class OneWrittenFormTests
{
    // The word as sources would write it, and the file of the type that alone may.
    private static readonly object[] Forms =
    [
        new object[] { "\"(?:person|party|office|post) (?:\\{|\")", "Recipient.cs" },
        new object[] { "\"(?:rule|system) (?:\\{|\")", "Actor.cs" },
        new object[] { "\"visitor (?:\\{|\")", "VisitorId.cs" },
        new object[] { "\"case (?:\\{|\")", "CaseSeries.cs" },
        new object[] { "\"internal\"(?!, \"true\")", "LegalBasis.cs" },
        // A parameter may be called like the role.
        new object[] { $"(?<!name=)\"(?:{string.Join('|', Roles.All)})\"", "Roles.cs" },
    ];

    [TestCaseSource(nameof(Forms))]
    public void A_word_that_is_read_again_stands_with_its_type_alone(string form, string home) =>
        Assert.That(
            Repository
                .Sources("engine", "host")
                .Where(f => Path.GetFileName(f) != home && Regex.IsMatch(File.ReadAllText(f), form))
                .Select(f => Path.GetRelativePath(Repository.Root, f)),
            Is.Empty
        );

    [TestCaseSource(nameof(Forms))]
    public void The_type_has_the_word(string form, string home) =>
        Assert.That(
            Repository.Sources("engine", "host").Where(f => Path.GetFileName(f) == home && Regex.IsMatch(File.ReadAllText(f), form)),
            Is.Not.Empty
        );
}

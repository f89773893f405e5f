using System.Reflection;
using System.Text.RegularExpressions;
using Workflow.Definitions.Reading;
using Workflow.Engine.Deciding;
using Workflow.Host.Opening;
using Workflow.Mining.Logs;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// A type of ours is called by its name alone, and where it stands is said once, in the usings: a name with a part of its
/// namespace before it dodges a using, or another thing of the same name that ought to have one of its own.
/// </summary>
public sealed partial class HalfNamesTests
{
    private static readonly Assembly[] Ours =
    [
        typeof(CaseDecider).Assembly,
        typeof(DefinitionLibrary).Assembly,
        typeof(XesReader).Assembly,
        typeof(Database).Assembly,
        typeof(Workplace).Assembly,
        typeof(HalfNamesTests).Assembly,
    ];

    // Each of our types by every end of its full name that holds a part of the namespace.
    private static readonly HashSet<string> Halves =
    [
        .. Ours.SelectMany(a => a.GetTypes())
            .Where(t => !t.IsNested && t.Namespace?.StartsWith(nameof(Workflow), StringComparison.Ordinal) is true)
            .SelectMany(t => Ends(t.FullName!.Split('.'))),
    ];

    [Test]
    public void No_type_of_ours_is_called_by_half_of_its_namespace() =>
        Assert.That(
            Repository
                .Sources("engine", "host", "tests")
                .SelectMany(f => Found(File.ReadAllText(f)).Select(name => $"{Path.GetRelativePath(Repository.Root, f)}: {name}")),
            Is.Empty
        );

    [TestCase("var seat = Processes.Seat.Of(key);", true)]
    [TestCase("Workflow.Engine.Processes.Seat.Of(key)", true)]
    [TestCase("x is Record.State.CaseState", true)]
    [TestCase("Seat.Of(key)", false)]
    [TestCase("look.Processes.Seat", false)]
    [TestCase("using Seat = Workflow.Engine.Processes.Seat;", false)]
    [TestCase("namespace Workflow.Engine.Processes;", false)]
    [TestCase("// see Processes.Seat", false)]
    [TestCase("Say(\"Processes.Seat\")", false)]
    public void The_reading_itself_finds_them(string source, bool half) => Assert.That(Found(source).Any(), Is.EqualTo(half));

    private static IEnumerable<string> Ends(string[] parts) =>
        Enumerable.Range(0, parts.Length - 1).Select(from => string.Join('.', parts[from..]));

    private static IEnumerable<string> Found(string source) =>
        Chain().Matches(Silent().Replace(source, "")).Select(m => m.Value).Where(IsHalf);

    private static bool IsHalf(string chain)
    {
        var parts = chain.Split('.');
        return Enumerable.Range(2, parts.Length - 1).Any(count => Halves.Contains(string.Join('.', parts[..count])));
    }

    // Usings over one line or several, the namespace, comments and texts.
    [GeneratedRegex(
        @"^using\s[^;(]*;|^namespace\s[^;{]*;|//[^\n]*|""""""[\s\S]*?""""""|@""(?:[^""]|"""")*""|""(?:[^""\\\n]|\\.)*""",
        RegexOptions.Multiline
    )]
    private static partial Regex Silent();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)+")]
    private static partial Regex Chain();
}

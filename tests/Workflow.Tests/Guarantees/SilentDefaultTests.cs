using System.Reflection;
using System.Text.RegularExpressions;
using Workflow.Definitions.Reading;
using Workflow.Engine.Deciding;
using Workflow.Host.Opening;
using Workflow.Mining.Logs;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// A switch over a closed set of ours, an enumeration or the records below an abstract one, names each member, or throws: what
/// nobody thought of is no answer. The source text is read for it, for the compiler holds a discard to be complete.
/// </summary>
public sealed partial class SilentDefaultTests
{
    private static readonly Assembly[] Ours =
    [
        typeof(CaseDecider).Assembly,
        typeof(DefinitionLibrary).Assembly,
        typeof(XesReader).Assembly,
        typeof(Database).Assembly,
        typeof(Workplace).Assembly,
    ];

    private static readonly HashSet<string> Members =
    [
        .. Ours.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum || IsOfClosedSet(t)).Select(t => t.Name),
    ];

    private static readonly HashSet<string> Enums = [.. Ours.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).Select(t => t.Name)];

    private const char Hidden = '.';

    // What can be thrown is no closed set.
    private static bool IsOfClosedSet(Type type) =>
        type.BaseType is { IsAbstract: true } root && Ours.Contains(root.Assembly) && !type.IsSubclassOf(typeof(Exception));

    [Test]
    public void No_switch_over_a_closed_set_has_a_silent_default() =>
        Assert.That(
            Sources().SelectMany(f => Silent(File.ReadAllText(f)).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}:{line}")),
            Is.Empty
        );

    /// <summary>Words are a closed set too: what is none of them is refused by nothing, thrown at, or handed on by a name of its own.</summary>
    [Test]
    public void No_switch_over_words_has_a_silent_default() =>
        Assert.That(
            Sources().SelectMany(f => Deaf(File.ReadAllText(f)).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}:{line}")),
            Is.Empty
        );

    [TestCase("x switch { \"a\" => 1, \"b\" => 2, _ => 0 }", true)]
    [TestCase("x switch { \"a\" or \"b\" => 1, \"c\" => 2, _ => Other() }", true)]
    [TestCase("x switch { \"a\" => 1, \"b\" => 2, _ when y => 3, _ => 0 }", true)]
    [TestCase("x switch { \"a\" => 1, \"b\" => 2, _ => null }", false)]
    [TestCase("x switch { \"a\" => 1, \"b\" => 2, _ => throw new UnreachableException() }", false)]
    [TestCase("x switch { \"a\" => 1, \"b\" => 2, var other => Other(other) }", false)]
    [TestCase("x switch { 1 => \"a\", 2 => \"b\", _ => \"c\" }", false)]
    [TestCase("switch (x) { case \"a\": break; case \"b\": break; default: break; }", true)]
    [TestCase("switch (x) { case \"a\": break; case \"b\": break; default: throw new UnreachableException(); }", false)]
    public void The_reading_finds_words_too(string source, bool silent) => Assert.That(Deaf(source).Any(), Is.EqualTo(silent));

    [TestCase("x switch { Lodge => 1, _ => 0 }", true)]
    [TestCase("x switch { Lodge l when l.Parties.Length > 1 => 1, _ => 0 }", true)]
    [TestCase("x switch { (CaseStage.Open, ClockMoved) => 1, _ => 0 }", true)]
    [TestCase("x switch { Lodge => 1, _ => throw new UnreachableException() }", false)]
    [TestCase("x switch { LodgeOf => 1, _ => 0 }", false)]
    [TestCase("x switch { Lodge l => l.Kind switch { 1 => 2, _ => 3 }, _ => throw new UnreachableException() }", false)]
    [TestCase("x switch { Lodge => 1, var other => 0 }", true)]
    [TestCase("x switch { Lodge => 1, var other => throw new UnreachableException() }", false)]
    [TestCase("x switch { null => 1, Lodge { Parties: [] } => 1, { } other => 0 }", true)]
    [TestCase("(x, y) switch { (PeriodUnit.Days, 1) => 1, (_, _) => 0 }", true)]
    [TestCase("(x, y) switch { (PeriodUnit.Days, 1) => 1, (_, 1) => 0 }", true)]
    [TestCase("x switch { PeriodUnit.Days => 1, _ => 0 }", true)]
    [TestCase("x switch { PeriodUnit.Days => 1, _ when y => 0, _ => throw new UnreachableException() }", false)]
    [TestCase("x switch { StepNode or DrawNode => 1, _ => 0 }", true)]
    [TestCase("x switch { Both b => 1, Operand => 0, _ => throw new UnreachableException() }", false)]
    [TestCase("x switch { { Unit: PeriodUnit.Days } => 1, _ => 0 }", true)]
    [TestCase("x switch { { Period: { Unit: PeriodUnit.Days } period } => 1, _ => 0 }", true)]
    [TestCase("x switch { { Period.Unit: not PeriodUnit.Days } => 1, var other => 0 }", true)]
    [TestCase("x switch { { Unit: PeriodUnit.Days } => 1, _ => throw new UnreachableException() }", false)]
    [TestCase("x switch { { Amount: > 1 } y => y with { Unit = PeriodUnit.Days }, _ => 0 }", false)]
    [TestCase("x switch { { } y when y.Unit == PeriodUnit.Days => 1, _ => 0 }", false)]
    [TestCase("switch (x) { case PeriodUnit.Days: break; default: break; }", true)]
    [TestCase("switch (x) { case Lodge: break; default: break; }", true)]
    [TestCase("switch (x) { case Lodge: break; default: throw new UnreachableException(); }", false)]
    public void The_reading_itself_finds_them(string source, bool silent) => Assert.That(Silent(source).Any(), Is.EqualTo(silent));

    private static IEnumerable<string> Sources() =>
        new[] { "engine", "host" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // Lines, from 1, at which a switch with a silent default opens.
    private static IEnumerable<int> Silent(string source) =>
        from opening in Switch().Matches(source)
        let whole = Whole(source, opening.Index + opening.Length)
        let arms = Arms(whole)
        where (NamesMember(arms) || AsksMember(whole)) && SilentDefault().IsMatch(arms)
        select source[..opening.Index].Count(c => c == '\n') + 1;

    // The same over words.
    private static IEnumerable<int> Deaf(string source) =>
        from opening in Switch().Matches(source)
        let arms = Arms(Whole(source, opening.Index + opening.Length))
        where Words().Matches(arms).Count > 1 && DeafDefault().IsMatch(arms)
        select source[..opening.Index].Count(c => c == '\n') + 1;

    private static bool NamesMember(string arms) =>
        Pattern().Matches(arms).SelectMany(m => Word().Matches(Guard().Replace(m.Value, ""))).Any(w => Members.Contains(w.Value));

    // A property that a pattern asks for is of the closed set, as in { Unit: PeriodUnit.Days }.
    private static bool AsksMember(string whole) =>
        Property().Matches(whole).SelectMany(m => Word().Matches(m.Value[m.Value.IndexOf(':', StringComparison.Ordinal)..])).Any(IsOfEnum);

    private static bool IsOfEnum(Match word) => Enums.Contains(word.Value);

    // What stands between the braces, up to the one that closes.
    private static string Whole(string source, int from)
    {
        var (depth, at) = (1, from);
        for (; at < source.Length && depth > 0; at++)
            depth += Step(source[at]);
        return source[from..at];
    }

    private static int Step(char letter) =>
        letter == '{' ? 1
        : letter == '}' ? -1
        : 0;

    // The same, with what stands between braces of its own hidden.
    private static string Arms(string whole)
    {
        var (depth, arms) = (1, new System.Text.StringBuilder());
        foreach (var letter in whole)
        {
            if (letter == '}')
                depth--;
            if (depth == 1)
                arms.Append(letter);
            else if (!char.IsWhiteSpace(letter))
                arms.Append(Hidden);
            if (letter == '{')
                depth++;
        }

        return arms.ToString();
    }

    // Up to the arrow of the arm, on one line.
    [GeneratedRegex(@"\{[^{}]*?\w\s*:\s*[^{}]*\}[^\n;,]*?(?==>)")]
    private static partial Regex Property();

    [GeneratedRegex(@"\bswitch\s*(\([^)]*\)\s*)?\{")]
    private static partial Regex Switch();

    // A pattern goes up to its arrow, or to the colon of its case.
    [GeneratedRegex(@"(?:^|[,{\n])[^,\n]*?(?=\s*=>)|(?<=\bcase\b)[^:]*|\([^)]*\)(?=\s*=>)", RegexOptions.Multiline)]
    private static partial Regex Pattern();

    // A word as the pattern of an arm, or as the last of several.
    [GeneratedRegex(@"""[^""]*""\s*(?:when\b[^=]*)?=>|\bcase\s+""")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\w(])_\s*=>(?!\s*(?:throw|null\b))|\bdefault\s*:(?!\s*throw)")]
    private static partial Regex DeafDefault();

    // What a guard asks beside the pattern is not what the switch is over.
    [GeneratedRegex(@"\bwhen\b.*")]
    private static partial Regex Guard();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*")]
    private static partial Regex Word();

    // A discard, a name or empty braces for whatever is left; in a pair, a discard for the member of the closed set that comes first.
    [GeneratedRegex(
        @"(?<![\w(])_\s*=>(?!\s*throw)|\bvar\s+\w+\s*=>(?!\s*throw)|\(_,[^)]*\)\s*=>(?!\s*throw)|(?:^|,)\s*\{\}\s*\w*\s*=>(?!\s*throw)|\bdefault\s*:(?!\s*throw)"
    )]
    private static partial Regex SilentDefault();
}

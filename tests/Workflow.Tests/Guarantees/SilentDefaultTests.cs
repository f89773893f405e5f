using System.Text.RegularExpressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Tests.Support;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// A switch over the commands or the events of a case names each of them, or throws: what nobody thought of is no answer. The
/// source text is read for it, for the compiler holds a discard to be complete.
/// </summary>
public sealed partial class SilentDefaultTests
{
    private static readonly HashSet<string> Members =
    [
        .. typeof(CaseCommand)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(CaseCommand)) || t.IsSubclassOf(typeof(CaseEvent)))
            .Select(t => t.Name),
    ];

    [Test]
    public void No_switch_over_commands_or_events_has_a_silent_default() =>
        Assert.That(
            Sources().SelectMany(f => Silent(File.ReadAllText(f)).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}:{line}")),
            Is.Empty
        );

    [TestCase("x switch { Lodge => 1, _ => 0 }", true)]
    [TestCase("x switch { Lodge l when l.Parties.Length > 1 => 1, _ => 0 }", true)]
    [TestCase("x switch { (CaseStage.Open, ClockMoved) => 1, _ => 0 }", true)]
    [TestCase("x switch { Lodge => 1, _ => throw new UnreachableException() }", false)]
    [TestCase("x switch { LodgeOf => 1, _ => 0 }", false)]
    [TestCase("x switch { Lodge l => l.Kind switch { 1 => 2, _ => 3 }, _ => throw new UnreachableException() }", false)]
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
        let arms = Arms(source, opening.Index + opening.Length)
        where NamesMember(arms) && SilentDefault().IsMatch(arms)
        select source[..opening.Index].Count(c => c == '\n') + 1;

    private static bool NamesMember(string arms) =>
        Pattern().Matches(arms).SelectMany(m => Word().Matches(m.Value)).Any(w => Members.Contains(w.Value));

    // What stands between the braces, without the braces inside.
    private static string Arms(string source, int from)
    {
        var (depth, arms) = (1, new System.Text.StringBuilder());
        for (var at = from; at < source.Length && depth > 0; at++)
        {
            if (source[at] == '}')
                depth--;
            if (depth == 1)
                arms.Append(source[at]);
            if (source[at] == '{')
                depth++;
        }

        return arms.ToString();
    }

    [GeneratedRegex(@"\bswitch\s*(\([^)]*\)\s*)?\{")]
    private static partial Regex Switch();

    // A pattern goes up to its arrow, or to the colon of its case.
    [GeneratedRegex(@"(?:^|[,{\n])[^,\n]*?(?=\s*=>)|(?<=\bcase\b)[^:]*|\([^)]*\)(?=\s*=>)", RegexOptions.Multiline)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\w(])_\s*=>(?!\s*throw)|\bdefault\s*:(?!\s*throw)")]
    private static partial Regex SilentDefault();
}

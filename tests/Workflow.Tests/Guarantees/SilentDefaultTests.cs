using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Workflow.Definitions.Reading;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
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

    internal static readonly HashSet<string> Members =
    [
        .. Ours.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum || IsOfClosedSet(t)).Select(t => t.Name),
    ];

    private static readonly HashSet<string> Enums = [.. Ours.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).Select(t => t.Name)];

    private static readonly Dictionary<string, string[]> Named = Ours.SelectMany(a => a.GetTypes())
        .Where(t => t.IsEnum)
        .GroupBy(t => t.Name)
        .ToDictionary(g => g.Key, g => Enum.GetNames(g.First()));

    // The records below an abstract one: as what they may be told apart, and whether there may be no others.
    private static readonly Dictionary<string, Type> Records = Ours.SelectMany(a => a.GetTypes())
        .Where(t => !t.IsNested && (IsOfClosedSet(t) || t is { IsAbstract: true, IsSealed: false, IsInterface: false }))
        .GroupBy(t => t.Name)
        .ToDictionary(g => g.Key, g => g.First());

    private static readonly HashSet<string> Commands =
    [
        .. typeof(CaseCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!),
    ];

    // So many commands are no accident.
    private const int TableOf = 3;

    // Switches that are asked of some members only: what comes before them has dealt with the others.
    private static readonly string[] Partial =
    [
        "LastDayRoll.cs RollRule: None",
        "Quorum.cs ThresholdKind: All, Any, Weight",
        "ClockReactions.cs StopCause: Answered, Closed, Concluded, Migration, Moment, Received, Reopened",
        "OpenQuestion.cs ComparisonSign: AtLeast, AtMost, Less, More, NotEqual",
        "ExpectationCheck.cs ExpectedSubject: By, Documents, Done, Inbox, Materials, Moments, Open, Result, Stage",
        "ExpectationReader.cs ExpectedSubject: Open, Result, Stage",
        "TermParser.cs TokenKind: Close, Comma, Dot, End, Minus, Plus, Sign",
    ];

    // Told in several tables, of which each holds some: each member is tried at every one of them.
    private static readonly Type[] Tried = [typeof(CaseCommand), typeof(CaseEvent)];

    // The same of records: asked of some alone, the others being dealt with by the table that asks; in ExpectationReader and
    // UnitJudge the name is that of a method, and of what a list is sifted by.
    private static readonly string[] PartialRecords =
    [
        "UnitJudge.cs Assignee: FieldOffice, PartyRole",
        "Evaluation.cs Operand: DocumentNumber, FormField, Literal, MaterialStanding, NoneLiteral, OutcomeOf, "
            + "Remainder, RemedyOrder, RowField, RowOutcomeOf, RowStepField, StepField, Sum",
        "Evaluation.cs Operand: ActDay, DocumentNumber, DocumentValidity, FormField, Literal, MaterialStanding, "
            + "MaterialValidity, MomentDay, NoneLiteral, OutcomeOf, PeriodAfter, PeriodBefore, RemedyOrder, RowField, "
            + "RowOutcomeOf, RowStepField, StepField",
        "ExpectationReader.cs Condition: Both, Comparison, Either, IsMarked, Not",
        "Spell.cs Expression: Both, Comparison, Either, Not, OneOf, PeriodAfter, PeriodBefore, Remainder, Sum",
        "Spell.cs Operand: ActDay, DocumentNumber, DocumentValidity, FormField, MaterialStanding, MaterialValidity, "
            + "MomentDay, OutcomeOf, PeriodAfter, PeriodBefore, Remainder, RemedyOrder, StepField, Sum",
        "Question.cs Expression: Both, Comparison, Either, Not, OneOf, PeriodAfter, PeriodBefore, Remainder, Sum",
    ];

    private const char Hidden = '.';

    // What can be thrown is no closed set.
    private static bool IsOfClosedSet(Type type) =>
        type.BaseType is { IsAbstract: true } root && Ours.Contains(root.Assembly) && !type.IsSubclassOf(typeof(Exception));

    [Test]
    public void No_switch_over_a_closed_set_has_a_silent_default() =>
        Assert.That(
            Repository
                .Sources("engine", "host")
                .SelectMany(f => Silent(File.ReadAllText(f)).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}:{line}")),
            Is.Empty
        );

    /// <summary>Words are a closed set too: what is none of them is refused by nothing, thrown at, or handed on by a name of its own.</summary>
    [Test]
    public void No_switch_over_words_has_a_silent_default() =>
        Assert.That(
            Repository
                .Sources("engine", "host")
                .SelectMany(f => Deaf(File.ReadAllText(f)).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}:{line}")),
            Is.Empty
        );

    /// <summary>A table whose keys are the commands answers each, or throws: what it does not know is nobody's usual case.</summary>
    [Test]
    public void No_table_of_commands_has_a_silent_default() =>
        Assert.That(
            Repository
                .Sources("engine", "host")
                .SelectMany(f => Guessing(File.ReadAllText(f)).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}:{line}")),
            Is.Empty
        );

    /// <summary>The one table of the screens has a row for each command, also for one that nobody fills in.</summary>
    [Test]
    public void The_table_of_actions_answers_every_command() =>
        Assert.That(
            Keys()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, "host", "Acting", "ActionRows.cs")))
                .Select(m => m.Groups["word"].Value),
            Is.EquivalentTo(Commands)
        );

    /// <summary>A switch that throws at what it does not know knows all of an enumeration; the compiler does not count them.</summary>
    [Test]
    public void A_switch_that_throws_names_every_member_of_its_enumeration() =>
        Assert.That(
            Repository
                .Sources("engine", "host")
                .SelectMany(f => Forgotten(File.ReadAllText(f)).Select(missing => $"{Path.GetFileName(f)} {missing}")),
            Is.EquivalentTo(Partial)
        );

    /// <summary>And all of the records below an abstract one, or below the nearest that those which it names have in common.</summary>
    [Test]
    public void A_switch_that_throws_names_every_record_of_its_closed_set() =>
        Assert.That(
            Repository
                .Sources("engine", "host")
                .SelectMany(f => Unnamed(File.ReadAllText(f)).Select(missing => $"{Path.GetFileName(f)} {missing}")),
            Is.EquivalentTo(PartialRecords)
        );

    [TestCase("x switch { PartyRole => 1, OfficeRole => 2, _ => throw y }", true)]
    [TestCase("x switch { PartyRole => 1, OfficeRole => 2, FieldOffice => 3, _ => throw y }", false)]
    [TestCase("x switch { PartyRole => 1, OfficeRole or FieldOffice => 3, _ => throw y }", false)]
    [TestCase("x switch { WorkNode => 1, ParallelNode => 2, ChoiceNode => 3, _ => throw y }", false)]
    [TestCase("x switch { StepNode => 1, DrawNode => 2, _ => throw y }", true)]
    [TestCase("x switch { not PartyRole => 1, _ => throw y }", false)]
    [TestCase("x switch { PartyRole => 1, _ => null }", false)]
    [TestCase("switch (x) { case PartyRole: break; default: throw y; }", true)]
    public void The_reading_finds_records_that_are_forgotten(string source, bool forgets) =>
        Assert.That(Unnamed(source).Any(), Is.EqualTo(forgets));

    [TestCase("new D { [\"claim\"] = 1, [\"open\"] = 2, [\"jump\"] = 3 }.GetValueOrDefault(x, 4)", true)]
    [TestCase("new D { [\"claim\"] = 1, [\"open\"] = 2, [\"jump\"] = 3 }.GetValueOrDefault(x)", false)]
    [TestCase("new D { [\"red\"] = 1, [\"blue\"] = 2, [\"jump\"] = 3 }.GetValueOrDefault(x, 4)", false)]
    [TestCase("[new(\"claim\", 1), new(\"open\", 2), new(\"jump\", 3)].GetValueOrDefault(Of(x, y), 4)", true)]
    public void The_reading_finds_tables(string source, bool guesses) => Assert.That(Guessing(source).Any(), Is.EqualTo(guesses));

    [TestCase("x switch { PeriodUnit.Days => 1, _ => throw y }", true)]
    [TestCase("x switch { RemedyBody.Court => 1, RemedyBody.Reconsideration => 2, _ => throw y }", false)]
    [TestCase("x switch { RemedyBody.Court\n or RemedyBody.Reconsideration => F(RemedyBody.Court), _ => throw y }", false)]
    [TestCase("x switch { RemedyBody.Court => F(1, RemedyBody.Reconsideration), _ => throw y }", true)]
    [TestCase("x switch { not RemedyBody.Court => 1, _ => throw y }", false)]
    [TestCase("x switch { RemedyBody.Court => 1, _ => null }", false)]
    [TestCase("switch (x) { case RemedyBody.Court: break; default: throw y; }", true)]
    public void The_reading_finds_what_is_forgotten(string source, bool forgets) =>
        Assert.That(Forgotten(source).Any(), Is.EqualTo(forgets));

    [TestCase("x switch { { Action: \"claim\" } => 1, { Action: \"open\" or \"jump\" } => 2, _ => 0 }", true)]
    [TestCase("x switch { { Action: \"claim\" } => 1, { Action: \"open\" or \"jump\" } => 2, _ => throw y }", false)]
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

    // Lines, from 1, at which a switch with a silent default opens.
    private static IEnumerable<int> Silent(string source) =>
        from opening in Switch().Matches(source)
        let whole = Whole(source, opening.Index + opening.Length)
        let arms = Arms(whole)
        where (NamesMember(arms) || AsksMember(whole)) && SilentDefault().IsMatch(arms)
        select source[..opening.Index].Count(c => c == '\n') + 1;

    // The same over words, which may stand in a property that a pattern asks for.
    private static IEnumerable<int> Deaf(string source) =>
        from opening in Switch().Matches(source)
        let whole = Whole(source, opening.Index + opening.Length)
        let arms = Arms(whole)
        where Words().Matches(arms).Count + AskedWords().Matches(whole).Count > 1 && DeafDefault().IsMatch(arms)
        select source[..opening.Index].Count(c => c == '\n') + 1;

    private static IEnumerable<int> Guessing(string source) =>
        Keys().Matches(source).Select(m => m.Groups["word"].Value).Distinct().Count(Commands.Contains) < TableOf
            ? []
            : Fallback().Matches(source).Select(m => source[..m.Index].Count(c => c == '\n') + 1);

    // Members that a switch which throws at the rest does not name, as "RollRule: Tax".
    private static IEnumerable<string> Forgotten(string source) =>
        from opening in Switch().Matches(source)
        let arms = Arms(Whole(source, opening.Index + opening.Length))
        where Throws().IsMatch(arms)
        let patterns = string.Join(' ', Patterns(arms).Select(p => Guard().Replace(p, "")))
        from name in EnumMember().Matches(patterns).Select(m => m.Groups["set"].Value).Distinct()
        where Named.ContainsKey(name) && !patterns.Contains($"not {name}.", StringComparison.Ordinal)
        let named = EnumMember().Matches(patterns).Where(m => m.Groups["set"].Value == name).Select(m => m.Groups["member"].Value)
        where Named[name].Except(named).Any()
        select $"{name}: {string.Join(", ", Named[name].Except(named).Order(StringComparer.Ordinal))}";

    // Records that a switch which throws at the rest does not name, as "Assignee: PartyRole".
    private static IEnumerable<string> Unnamed(string source) =>
        from opening in Switch().Matches(source)
        let arms = Arms(Whole(source, opening.Index + opening.Length))
        where Throws().IsMatch(arms)
        let patterns = string.Join(' ', Patterns(arms).Select(p => Guard().Replace(p, "")))
        let named = Word().Matches(patterns).Select(m => Records.GetValueOrDefault(m.Value)).OfType<Type>().Distinct()
        from set in named.GroupBy(Root)
        where !Tried.Contains(set.Key)
        where set.All(t => !patterns.Contains($"not {t.Name}", StringComparison.Ordinal))
        let missing = Leaves(Common([.. set])).Except(set.SelectMany(Leaves)).Select(t => t.Name).ToList()
        where missing.Count > 0
        select $"{Common([.. set]).Name}: {string.Join(", ", missing.Order(StringComparer.Ordinal))}";

    private static Type Root(Type type) => type.BaseType is { } above && Ours.Contains(above.Assembly) ? Root(above) : type;

    // The nearest abstract record above all of them.
    private static Type Common(IReadOnlyList<Type> named)
    {
        var common = named[0].IsAbstract ? named[0] : named[0].BaseType!;
        while (!named.All(common.IsAssignableFrom))
            common = common.BaseType!;
        return common;
    }

    private static IEnumerable<Type> Leaves(Type type) =>
        type.IsAbstract ? type.Assembly.GetTypes().Where(t => t.IsSubclassOf(type) && !t.IsAbstract) : [type];

    // What stands before each arrow, or after each case: an arm may go over several lines, and its answer has commas of its own.
    private static IEnumerable<string> Patterns(string arms)
    {
        foreach (Match match in CasePattern().Matches(arms))
            yield return match.Value;
        var parts = arms.Split("=>");
        foreach (var (part, at) in parts.SkipLast(1).Select((part, at) => (part, at)))
            yield return at == 0 ? part : part[LastComma(part)..];
    }

    private static int LastComma(string text)
    {
        var (depth, last) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth +=
                text[i] is '(' or '[' ? 1
                : text[i] is ')' or ']' ? -1
                : 0;
            if (text[i] == ',' && depth == 0)
                last = i;
        }

        return last;
    }

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

    [GeneratedRegex(@"\{[^{}]*?\w\s*:\s*""[^""]*""[^{}]*\}[^\n;,]*?(?==>)")]
    private static partial Regex AskedWords();

    [GeneratedRegex(@"\[""(?<word>[\w-]+)""\]\s*=(?!=)|\bnew\(\s*""(?<word>[\w-]+)"",")]
    private static partial Regex Keys();

    // A default after the key.
    [GeneratedRegex(@"\.GetValueOrDefault\((?:[^(),]|\([^()]*\))*,")]
    private static partial Regex Fallback();

    [GeneratedRegex(@"(?<![\w(])_\s*=>\s*throw|\bvar\s+\w+\s*=>\s*throw|\bdefault\s*:\s*throw")]
    private static partial Regex Throws();

    [GeneratedRegex(@"(?<![.\w])(?<set>[A-Z]\w*)\.(?<member>[A-Z]\w*)")]
    private static partial Regex EnumMember();

    [GeneratedRegex(@"(?<=\bcase\b)[^:]*")]
    private static partial Regex CasePattern();

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

using System.Text.RegularExpressions;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// A chain of questions, a statement and a table answer over a closed set too. What none of them names gets nothing, throws, or has
/// its answer listed here with the reason why that is right for every member there will ever be.
/// </summary>
public sealed partial class SilentChainTests
{
    // File, the answer for whatever was not asked for, and why it is right.
    private static readonly Dictionary<string, string> Chains = new()
    {
        ["EventTelling.cs entry.Stamp.Actor"] = "whoever signed the entry did what no event says otherwise",
        ["BegunAnew.cs state"] = "what was put aside for another cause goes on being counted",
        ["DefinitionNames.cs named.Value"] = "a value that is no name is told as it is",
        ["AdverseDuties.cs 0"] = "only steps of an office and reviews have officers who decide against a party",
        ["Regeneration.cs entry.Command"] = "a command that names no definition is the same in every world",
        ["ReasonWords.cs happened"] = "an event without a reason by rule is told as it is",
    };

    // File and why the members that have no case need none.
    private static readonly Dictionary<string, string> Statements = new()
    {
        ["OcelCase.cs"] = "which events logs tell of is decided in EventTelling, which names each; these change some of the objects",
        ["ProblemHandler.cs"] = "what is no fault of a request goes on to the handler of all others",
    };

    [Test]
    public void A_chain_of_questions_over_a_closed_set_guesses_no_answer() => Assert.That(Read(Guesses), Is.EquivalentTo(Chains.Keys));

    [Test]
    public void A_statement_over_a_closed_set_has_a_case_for_the_rest() => Assert.That(Read(Open).Distinct(), Is.SubsetOf(Statements.Keys));

    /// <summary>A table of words that answers another word for what it does not hold has forgotten something.</summary>
    [Test]
    public void No_table_answers_with_a_word_what_it_does_not_hold() => Assert.That(Read(Words), Is.Empty);

    [TestCase("x is PartyRole p ? 1\n    : x is OfficeRole o ? 2\n    : 3;", "3")]
    [TestCase("x is PartyRole p ? 1\n    : x is OfficeRole o\n        ? 2\n    : Other(x);", "Other(x)")]
    [TestCase("x == PeriodUnit.Days ? 1\n    : x == PeriodUnit.Hours ? 2\n    : y;", "y")]
    [TestCase("x is PartyRole p ? 1\n    : x is OfficeRole o ? 2\n    : null;", null)]
    [TestCase("x is PartyRole p ? 1\n    : x is OfficeRole o ? 2\n    : [];", null)]
    [TestCase("x is PartyRole p ? 1\n    : x is OfficeRole o ? 2\n    : throw y;", null)]
    [TestCase("x is PartyRole p ? 1\n    : z is OfficeRole o ? 2\n    : 3;", null)]
    [TestCase("x is PartyRole p ? 1 : 2;", null)]
    [TestCase("x is string p ? 1\n    : x is int o ? 2\n    : 3;", null)]
    public void The_reading_finds_chains(string source, string? guess) => Assert.That(Guesses(source).SingleOrDefault(), Is.EqualTo(guess));

    [TestCase("switch (x)\n{\n    case Lodge l:\n        break;\n}", true)]
    [TestCase("switch (x)\n{\n    case Lodge l:\n        break;\n    default:\n        throw y;\n}", false)]
    [TestCase("switch (x)\n{\n    case 1:\n        break;\n}", false)]
    public void The_reading_finds_statements(string source, bool open) => Assert.That(Open(source).Any(), Is.EqualTo(open));

    [TestCase("table.GetValueOrDefault(key, \"other\")", true)]
    [TestCase("table.GetValueOrDefault(key, \"\")", false)]
    [TestCase("table.GetValueOrDefault(key, key)", false)]
    public void The_reading_finds_tables(string source, bool guesses) => Assert.That(Words(source).Any(), Is.EqualTo(guesses));

    private static IEnumerable<string> Read(Func<string, IEnumerable<string>> reading) =>
        from file in Repository.Sources("engine", "host")
        from found in reading(File.ReadAllText(file))
        select $"{Path.GetFileName(file)} {found}".Trim();

    private static IEnumerable<string> Guesses(string source) =>
        from Match chain in Chain().Matches(source)
        where Names(chain.Groups["asked"])
        let rest = chain.Groups["rest"].Value.TrimEnd(',', ';', ')')
        where rest is not ("null" or "[" or "[]") && !rest.StartsWith("throw", StringComparison.Ordinal)
        select chain.Groups["rest"].Value.TrimEnd(',', ';');

    private static bool Names(Group asked) =>
        asked.Captures.SelectMany(c => Word().Matches(c.Value)).Any(w => SilentDefaultTests.Members.Contains(w.Value));

    private static IEnumerable<string> Open(string source) =>
        from Match statement in Statement().Matches(source)
        let body = statement.Groups["body"].Value
        where !body.Contains("default:", StringComparison.Ordinal)
        where Case().Matches(body).SelectMany(c => Word().Matches(c.Value)).Any(w => SilentDefaultTests.Members.Contains(w.Value))
        select "";

    private static IEnumerable<string> Words(string source) => Table().Matches(source).Select(m => m.Value);

    // The formatter writes each question of a chain on a line of its own.
    [GeneratedRegex(
        @"(?<![\w.])(?<subject>[a-z_][\w.]*) (?:is|==) (?<asked>[^\n?]+)[^\n]*\n(?:\s+: \k<subject> (?:is|==) (?<asked>[^\n?]+)[^\n]*\n(?:\s+[^:\s][^\n]*\n)*)+\s+: (?<rest>[^\n]+)"
    )]
    private static partial Regex Chain();

    [GeneratedRegex(
        @"^(?<indent>[ ]*)switch \([^\n]*\)\n\k<indent>\{\n(?<body>.*?)\n\k<indent>\}",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Statement();

    [GeneratedRegex(@"\bcase [^:\n]*")]
    private static partial Regex Case();

    [GeneratedRegex(@"\.GetValueOrDefault\((?:[^(),]|\([^()]*\))*, ""[^""]+""\)")]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*")]
    private static partial Regex Word();
}

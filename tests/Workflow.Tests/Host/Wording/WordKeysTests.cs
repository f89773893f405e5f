using System.Text.RegularExpressions;
using Workflow.Engine.Evidence;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Wording;

/// <summary>Every key that the host asks for has its text in both languages, and every text is asked for.</summary>
public sealed partial class WordKeysTests
{
    private static readonly string Written = string.Join('\n', Sources().Select(File.ReadAllText));

    private static readonly HashSet<string> Literals = [.. Literal().Matches(Written).Select(m => m.Groups[1].Value)];

    // A key whose end is filled in where it is asked for.
    private static readonly string[] Beginnings = [.. Beginning().Matches(Written).Select(m => m.Groups[1].Value).Distinct()];

    private static readonly object[] Sets =
    [
        new object[] { "stage.", Enum.GetNames<CaseStage>() },
        new object[] { "clock.", Enum.GetNames<ClockStatus>() },
        new object[] { "unit.", Enum.GetNames<PeriodUnit>() },
        new object[] { "material.", Enum.GetNames<Standing>() },
        new object[] { "why.article.", Enum.GetNames<ArticleStatus>() },
        new object[] { "why.period.", Enum.GetNames<LimitKind>() },
        new object[] { "why.roll.", Enum.GetNames<RollRule>().Where(r => r != nameof(RollRule.None)).ToArray() },
        new object[] { "lamp.", Enum.GetNames<Lamp>().Select(l => l.ToLowerInvariant()).Append("none").ToArray() },
        new object[] { "weekday.", Enum.GetValues<DayOfWeek>().Select(d => $"{(int)d}").ToArray() },
    ];

    [Test]
    public void Both_languages_have_the_same_keys() => Assert.That(Words.In("en").Keys, Is.EquivalentTo(Words.In("zh").Keys));

    [Test]
    public void Both_texts_of_a_key_take_the_same_values()
    {
        var (zh, en) = (Words.In("zh"), Words.In("en"));
        Assert.That(zh.Keys.Where(k => Highest(zh[k]) != Highest(en[k])), Is.Empty);
    }

    [Test]
    public void Every_key_that_is_asked_for_has_a_text()
    {
        var asked = Asked().Matches(Written).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.That(asked, Has.Count.GreaterThan(150));
        Assert.That(asked.Where(k => !Words.In("zh").Has(k)), Is.Empty);
    }

    [Test]
    public void Every_message_that_is_told_has_a_row()
    {
        var told = Told().Matches(Written).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.That(told, Has.Count.GreaterThan(60));
        Assert.That(told.Where(k => !HostMessages.All.Rows.ContainsKey(k)), Is.Empty);
    }

    [Test]
    public void Every_text_is_asked_for() =>
        Assert.That(
            Words.In("zh").Keys.Where(k => !Literals.Contains(k) && !Beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal))),
            Is.Empty
        );

    [TestCaseSource(nameof(Sets))]
    public void Every_member_of_a_closed_set_has_its_text(string beginning, string[] members) =>
        Assert.That(members.Where(m => !Words.In("zh").Has(beginning + m)), Is.Empty);

    private static int Highest(string text) => Place().Matches(text).Select(m => int.Parse(m.Groups[1].Value)).DefaultIfEmpty(-1).Max();

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "host"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("\"([a-z][A-Za-z0-9_.# -]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"([a-z][a-z_.-]*\\.)\\{", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex("(?:[Ww]ords\\[|\\bSay\\((?:[0-9], )?)\"([a-z][a-z0-9_-]*\\.[A-Za-z0-9.# -]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("(?:\\bTell\\(|new Message\\()\\s*\"([a-z][a-z0-9.A-Z_-]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex("\\{([0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

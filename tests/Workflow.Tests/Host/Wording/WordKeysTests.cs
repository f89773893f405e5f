using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Workflow.Definitions.Drawing;
using Workflow.Engine.Evidence;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Inbox;
using Workflow.Host.Screens.Auditing;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Telemetry;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;
using Workflow.Storage.Alerts;

namespace Workflow.Tests.Host.Wording;

/// <summary>Every key that the host asks for has its text in both languages, and every text is asked for.</summary>
public sealed partial class WordKeysTests
{
    private static readonly string Written = string.Join('\n', Sources().Select(File.ReadAllText));

    private static readonly HashSet<string> Literals = [.. Literal().Matches(Written).Select(m => m.Groups[1].Value)];

    // A key whose end is filled in where it is asked for.
    private static readonly string[] Beginnings = [.. Beginning().Matches(Written).Select(m => m.Groups[1].Value).Distinct()];

    private static readonly string[] Lamps = [.. Names<Lamp>().Select(l => l.ToLowerInvariant()), "none"];

    private static readonly string[] Alerts =
    [
        .. typeof(AlertKinds).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
    ];

    // What nobody is offered by itself has no word on a button.
    private static readonly string[] Commands =
    [
        .. typeof(CaseCommand)
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Where(a => !typeof(IOpensCase).IsAssignableFrom(a.DerivedType) && !typeof(ISettles).IsAssignableFrom(a.DerivedType))
            .Select(a => (string)a.TypeDiscriminator!)
            .Except(["name-called"]),
    ];

    // The places of a file, as the orders of filing list them.
    private static readonly string[] Places =
    [
        .. Sides()
            .Matches(File.ReadAllText(Path.Combine(Repository.Definitions, "filing-orders.yaml")))
            .SelectMany(m => m.Groups["places"].Value.Split(", "))
            .Distinct(),
    ];

    // Ends that stand in no source as a word: numbers of HTTP, options of verbs, subjects of codes.
    private static readonly string[] Open = ["status.", "option.", "title."];

    private static readonly object[] Sets =
    [
        new object[] { "stage.", Names<CaseStage>() },
        new object[] { "clock.", Names<ClockStatus>() },
        new object[] { "unit.", Names<PeriodUnit>() },
        new object[] { "unit.one.", Names<PeriodUnit>() },
        new object[] { "material.", Names<Standing>() },
        new object[] { "page.standing.", Names<Standing>() },
        new object[] { "why.article.", Names<ArticleStatus>() },
        new object[] { "why.cause.", Names<ChangeCause>() },
        new object[] { "why.day.", new[] { "Start", "Weekend", "AfterPeriod", "Rolled" } },
        new object[] { "why.period.", Names<LimitKind>() },
        new object[] { "why.roll.", Names<RollRule>().Except([nameof(RollRule.None)]).ToArray() },
        new object[] { "why.length.UpTo.", new[] { "set", "rule" } },
        new object[] { "why.length.AtLeast.", new[] { "set", "rule" } },
        new object[] { "file.place.", Places },
        new object[] { "health.", Names<Health>() },
        new object[] { "alert.", Alerts },
        new object[] { "lamp.", Lamps },
        new object[] { "page.lamp.", Lamps },
        new object[] { "page.held.", Names<WorkHeld>() },
        new object[] { "page.menu.", Names<MenuGroup>() },
        new object[] { "page.change.", Names<ChangeKind>() },
        new object[] { "page.box.", Names<BoxMark>() },
        new object[] { "page.then.", Names<ReturnMode>() },
        new object[] { "page.place.", Names<SignerPlace>() },
        new object[] { "conform.by.", Names<Yardstick>() },
        new object[] { "weekday.", Enum.GetValues<DayOfWeek>().Select(d => $"{(int)d}").ToArray() },
        new object[] { "action.", Commands },
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

    /// <summary>A text is asked for by its whole key, or by an end that some closed set holds, or that stands in the sources as a word.</summary>
    [Test]
    public void Every_text_is_asked_for() =>
        Assert.That(Words.In("zh").Keys.Where(k => !Literals.Contains(k) && !IsOfSet(k) && !IsPutTogether(k)), Is.Empty);

    /// <summary>A closed set has its texts, and no text stands for a member that is gone.</summary>
    [TestCaseSource(nameof(Sets))]
    public void The_members_of_a_closed_set_are_those_with_a_text(string beginning, string[] members) =>
        Assert.That(
            Words
                .In("zh")
                .Keys.Where(k => SetOf(k) == beginning && (!Literals.Contains(k) || members.Contains(k[beginning.Length..])))
                .Select(k => k[beginning.Length..]),
            Is.EquivalentTo(members)
        );

    [Test]
    public void A_key_that_nobody_wrote_a_text_for_is_a_fault() =>
        Assert.That(() => Words.In("zh")["why.cause.Nothing"], Throws.TypeOf<UnreachableException>());

    private static string[] Names<T>()
        where T : struct, Enum => Enum.GetNames<T>();

    private static string? SetOf(string key) => Beginning(key, Sets.Select(s => (string)((object[])s)[0]));

    private static bool IsOfSet(string key) => SetOf(key) is not null;

    private static bool IsPutTogether(string key) =>
        Beginning(key, Beginnings) is { } beginning
        && (Open.Contains(beginning) || Literals.Contains(key[beginning.Length..].Split(".columns")[0]));

    // The longest of several.
    private static string? Beginning(string key, IEnumerable<string> of) =>
        of.Where(b => key.StartsWith(b, StringComparison.Ordinal)).MaxBy(b => b.Length);

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

    [GeneratedRegex(@"^  (?:main|side): \[(?<places>[^\]]+)\]", RegexOptions.Multiline)]
    private static partial Regex Sides();

    [GeneratedRegex("\\{([0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

using Workflow.Definitions.Lint;
using Workflow.Definitions.Wording;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Wording;

/// <summary>The list of words in CONTRIBUTING.md holds in everything that people read: one word for one thing.</summary>
public sealed class OneWordTests
{
    private const string Mark = "<!-- words -->\n";

    private static readonly List<string[]> Rows =
    [
        .. File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"))
            .Split(Mark)[1]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static readonly List<string> Chosen = [.. Rows.SelectMany(r => Cells(r[1]))];

    private static IEnumerable<string> Refused => Rows.SelectMany(r => Cells(r[2]));

    [Test]
    public void No_word_is_both_chosen_and_refused()
    {
        Assert.That(Rows, Has.Count.GreaterThan(30));
        Assert.That(Refused, Is.Unique);
        Assert.That(Refused.Intersect(Chosen), Is.Empty);
    }

    [TestCaseSource(nameof(Refused))]
    public void A_word_that_was_refused_stands_in_no_text(string word) =>
        Assert.That(Texts().Where(t => Without(t, word).Contains(word, StringComparison.Ordinal)), Is.Empty);

    // A word that was chosen may hold one that was refused, such as 末位表态.
    private static string Without(string text, string word) =>
        Chosen
            .Where(c => c.Contains(word, StringComparison.Ordinal))
            .Aggregate(text, (left, chosen) => left.Replace(chosen, " ", StringComparison.Ordinal));

    private static IEnumerable<string> Texts()
    {
        var messages = HostMessages.All.Rows.Values.SelectMany(r => new[] { r.Zh, r.WayZh }).OfType<Template>().Select(t => t.Text);
        var rules = RuleExplanation.Rules.SelectMany(r => new[] { r.What, r.Why!, r.Cure! }).Select(t => t.Zh);
        return [.. messages, .. rules, .. In("zh").Keys.Select(k => In("zh")[k])];
    }

    private static Words In(string tag) => Words.In(tag);

    private static string[] Cells(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

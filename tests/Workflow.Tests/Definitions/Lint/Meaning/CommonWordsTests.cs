using System.Reflection;
using Workflow.Definitions.Lint.Meaning;

namespace Workflow.Tests.Definitions.Lint.Meaning;

/// <summary>The table by which lint guesses what a title, an id or a ground means.</summary>
public sealed class CommonWordsTests
{
    [Test]
    public void Every_row_of_the_table_is_asked_for() =>
        Assert.That(
            typeof(CommonWords).GetProperties(BindingFlags.Public | BindingFlags.Static).Count(p => p.PropertyType == typeof(CommonWords)),
            Is.EqualTo(CommonWords.Names.Count())
        );

    [TestCase("不予许可", true)]
    [TestCase("驳回", true)]
    [TestCase("决定不予许可", false)]
    public void A_title_begins_so(string title, bool refuses) => Assert.That(CommonWords.Refusal.IsTitle(title), Is.EqualTo(refuses));

    [TestCase("refuse", true)]
    [TestCase("refuse-part", false)]
    public void An_id_is_the_whole_word(string id, bool refuses) => Assert.That(CommonWords.Refusal.IsId(id), Is.EqualTo(refuses));

    [TestCase("not-accepted", true)]
    [TestCase("nothing", false)]
    public void A_star_stands_for_the_rest(string id, bool isNegative) =>
        Assert.That(CommonWords.Negative.IsId(id), Is.EqualTo(isNegative));

    [TestCase("准予延续决定书", true)]
    [TestCase("不予延续决定书", false)]
    [TestCase("食品经营许可证（副本）", true)]
    public void A_star_stands_in_the_middle_too(string title, bool grants) =>
        Assert.That(CommonWords.Permit.IsTitle(title), Is.EqualTo(grants));

    [TestCase("其他需要中止的情形", true)]
    [TestCase(null, false)]
    public void What_is_no_word_is_none(string? ground, bool isOpen) =>
        Assert.That(
            (CommonWords.OpenList.IsGround(ground), CommonWords.OpenList.IsTitle("其他"), CommonWords.OpenList.IsId("")),
            Is.EqualTo((isOpen, false, false))
        );
}

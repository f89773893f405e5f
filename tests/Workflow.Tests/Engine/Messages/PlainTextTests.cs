using Workflow.Engine.Messages;

namespace Workflow.Tests.Engine.Messages;

/// <summary>What counts as written is what somebody can read.</summary>
public sealed class PlainTextTests
{
    [TestCase("")]
    [TestCase(" \u3000\t")]
    [TestCase("\u200b\u200d\ufeff", TestName = "Format characters are not read")]
    [TestCase("\ufe0f", TestName = "A variation selector is not read")]
    [TestCase("\U000E0100", TestName = "A variation selector of ideographs is not read")]
    [TestCase("\u034f", TestName = "A grapheme joiner is not read")]
    [TestCase("\u17b4", TestName = "An inherent vowel is not read")]
    [TestCase("\u180b", TestName = "A Mongolian selector is not read")]
    [TestCase("\u0301", TestName = "An accent over nothing is not read")]
    [TestCase("\ue000", TestName = "A private sign is not read")]
    [TestCase("\ufffc", TestName = "The place of an object is not read")]
    [TestCase("\u3164\u115f\u1160\uffa0", TestName = "Fillers are not read")]
    [TestCase("\u2800", TestName = "An empty cell is not read")]
    [TestCase("\U0001D159", TestName = "A note that is not drawn is not read")]
    [TestCase("\u0378", TestName = "What Unicode does not name is not read")]
    public void Nothing_is_written(string text) => Assert.That(PlainText.IsBlank(text), Is.True);

    [TestCase("字")]
    [TestCase("7")]
    [TestCase("。")]
    [TestCase("√")]
    [TestCase("\ufe0f是")]
    [TestCase("e\u0301")]
    [TestCase("👍🏽")]
    public void Something_is_written(string text) => Assert.That(PlainText.IsBlank(text), Is.False);
}

using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Events;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Wording;

/// <summary>A reason that a rule stored is told in words; the stored form stays.</summary>
public sealed class ReasonsTests
{
    [TestCase("zh", "期限届满：internal", "rule appeal", "期限届满：内部规定")]
    [TestCase("en", "期限届满：internal", "rule appeal", "time ran out: internal rule")]
    [TestCase("en", "期限届满：行政复议法(2009) 第九条第一款", "rule appeal", "time ran out: 行政复议法(2009) 第九条第一款")]
    [TestCase("zh", "期限届满：internal", "li-ming", "期限届满：internal", TestName = "What a person wrote stays as it was written")]
    [TestCase("zh", "材料齐全", "rule appeal", "材料齐全", TestName = "Another reason of a rule stays too")]
    [TestCase("zh", null, "rule appeal", null)]
    public void A_reason_is_told(string language, string? stored, string by, string? told) =>
        Assert.That(Words.In(language).Reason(stored, by), Is.EqualTo(told));

    [Test]
    public void Events_tell_it_and_keep_everything_else()
    {
        var (words, day) = (Words.In("zh"), new DateOnly(2020, 8, 17));
        var done = new StepCompleted { Step = "appeal", Outcome = "passed", By = "rule appeal", On = day, Reasons = "期限届满：internal" };
        var given = new GivenAnswer("fire.officer", "agree", "rule fire", [], "期限届满：internal", ImmutableSortedDictionary<string, FieldValue>.Empty, ImmutableSortedDictionary<string, string>.Empty, day);
        Assert.That(words.Told((CaseEvent)done), Is.EqualTo(done with { Reasons = "期限届满：内部规定" }));
        Assert.That(words.Told(new AnswerGiven("review", given)), Is.EqualTo(new AnswerGiven("review", given with { Opinion = "期限届满：内部规定" })));
        Assert.That(words.Told(new CaseResumed(day)), Is.EqualTo(new CaseResumed(day)));
    }
}

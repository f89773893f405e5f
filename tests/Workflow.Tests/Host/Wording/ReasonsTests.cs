using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Wording;

/// <summary>A reason that a rule stored is told in words; the stored form stays.</summary>
public sealed class ReasonsTests
{
    private static readonly RanOut Internally = new("internal");

    [Test]
    public void Why_a_rule_acted_is_told_in_each_language()
    {
        Assert.That(Words.In("zh").Reason(null, Internally), Is.EqualTo("期限届满：内部规定"));
        Assert.That(Words.In("en").Reason(null, Internally), Is.EqualTo("the period ended: the office's own rule"));
        Assert.That(
            Words.In("en").Reason(null, new RanOut("行政复议法(2009) 第九条第一款")),
            Is.EqualTo("the period ended: 行政复议法(2009) 第九条第一款")
        );
        Assert.That(
            Words.In("zh").Reason(null, new SamePerson("draft", "拟稿", new DateOnly(2026, 7, 1))),
            Is.EqualTo("同一人已办理〔拟稿〕（2026-07-01）")
        );
        Assert.That(
            Words.In("en").Reason(null, new SamePerson("draft", "拟稿", new DateOnly(2026, 7, 1))),
            Is.EqualTo("the same person did '拟稿' on 2026-07-01")
        );
    }

    [Test]
    public void What_a_person_wrote_stays_as_it_was_written()
    {
        Assert.That(Words.In("en").Reason("期限届满：internal", null), Is.EqualTo("期限届满：internal"));
        Assert.That(Words.In("zh").Reason(null, null), Is.Null);
    }

    [Test]
    public void Events_tell_it_and_keep_everything_else()
    {
        var (words, day) = (Words.In("zh"), new DateOnly(2020, 8, 17));
        var done = new StepCompleted
        {
            Step = "appeal",
            Outcome = "passed",
            By = new RuleActor("appeal"),
            On = day,
            Because = Internally,
        };
        var given = new GivenAnswer(
            "fire.officer",
            "agree",
            new RuleActor("fire"),
            [],
            null,
            ImmutableSortedDictionary<string, FieldValue>.Empty,
            ImmutableSortedDictionary<string, string>.Empty,
            day
        )
        {
            Because = Internally,
        };
        Assert.That(words.Told((CaseEvent)done), Is.EqualTo(done with { Reasons = "期限届满：内部规定" }));
        Assert.That(
            words.Told(new AnswerGiven("review", given)),
            Is.EqualTo(new AnswerGiven("review", given with { Opinion = "期限届满：内部规定" }))
        );
        Assert.That(words.Told(new CaseResumed(day)), Is.EqualTo(new CaseResumed(day)));
    }
}

using Workflow.Engine.Foresight;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Foresight;

/// <summary>Who comes next and until when, told before somebody acts.</summary>
public sealed class ForeseeingTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [accepted]}}}
          - {step: draft, title: {zh: 拟稿, en: Draft}, by: hall.officer, limit: {for: 3 working days, basis: internal}}
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.officer, hall.leader]
            limit: {for: 2 working days, basis: internal}
            decide: {pass: majority, otherwise: fail}
            outcomes: {pass: {title: 通过}, fail: {title: 不通过, end: refused}}
          - step: decide
            title: 决定
            by: hall.leader
            limit: {for: 5 working days, basis: internal}
            outcomes: {grant: {title: 准予, issues: [permit], marks: [decided], end: granted}, redo: {title: 重拟, back: draft}}
        """;

    private const string Rest = """
        documents: {permit: {title: {zh: 许可证, en: Permit}, number: 许〔<year>〕<serial>号}}
        clocks: {decision: {title: {zh: 决定期限, en: Time to decide}, for: 20 working days, from: accepted, until: decided, basis: internal}}
        """;

    [Test]
    public void It_tells_what_opens_for_whom_and_which_clocks_change()
    {
        var foreseen = Next(Lodged(Steps, form: Rest), "receive", "done", "clerk");
        Assert.That(
            foreseen.Opens.Select(o => (o.Key, o.Title.En, string.Join(",", o.Who.Select(w => $"{w.Zh} {w.En}")), o.DueOn)),
            Is.EqualTo(new[] { ("draft", "Draft", "大厅·经办人 an officer of 大厅", Day("2026-03-05")) })
        );
        Assert.That(
            foreseen.Clocks,
            Is.EquivalentTo(
                new[]
                {
                    new ForeseenClock(
                        "decision",
                        new("decision", "决定期限", "Time to decide"),
                        ForeseenChange.Starts,
                        null,
                        Day("2026-03-30")
                    ),
                    new ForeseenClock("draft", new("draft", "拟稿", "Draft"), ForeseenChange.Starts, null, Day("2026-03-05")),
                }
            )
        );
    }

    // The review has five working days, and the officer two of them.
    [Test]
    public void Of_several_limits_at_a_step_it_tells_the_one_that_ends_first()
    {
        const string Review = """
              - {step: receive, title: 收件, by: hall.clerk}
              - joint: review
                title: 会审
                participants: [hall.clerk, {by: hall.officer, limit: {for: 2 working days, on-expiry: not-counted, basis: internal}}, {by: hall.leader, limit: {for: 3 working days, basis: internal}}]
                limit: {for: 5 working days, basis: internal}
                decide: {pass: all, otherwise: fail}
                outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: refused}}
            """;
        var foreseen = Next(Lodged(Review), "receive", "done", "clerk");
        Assert.That(foreseen.Opens.Select(o => (o.Key, o.DueOn)), Is.EqualTo(new[] { ("review", Day("2026-03-04")) }));
        Assert.That(
            foreseen.Clocks.Select(c => c.DueOn),
            Is.EquivalentTo(new[] { Day("2026-03-04"), Day("2026-03-05"), Day("2026-03-09") })
        );
    }

    // Received on Monday 2026-03-02: the draft on its third day, the review on its second, the decision on its fifth.
    [Test]
    public void The_likely_path_goes_by_first_outcomes_on_last_days_to_the_end()
    {
        var path = Next(Lodged(Steps, form: Rest), "receive", "done", "clerk").Path!;
        Assert.That(
            path.Posts.Select(p => $"{p.Key} {p.OpensOn:MM-dd} {p.On:MM-dd} {p.Outcome}"),
            Is.EqualTo(new[] { "draft 03-02 03-05 done", "review 03-05 03-09 pass", "decide 03-09 03-16 grant" })
        );
        Assert.That(path.Posts[1].Who.Select(w => w.Zh), Is.EqualTo(new[] { "大厅·窗口人员", "大厅·经办人", "大厅·负责人" }));
        Assert.That((path.End, path.Result, path.On), Is.EqualTo((PathEnd.Concluded, "granted", Day("2026-03-16"))));
    }

    [Test]
    public void It_names_the_series_and_takes_no_number()
    {
        var it = Reviewing().Does("first-officer", Votes("review", "pass")).Does("head", Votes("review", "pass"));
        for (var i = 0; i < 3; i++)
        {
            var foreseen = Next(it, "decide", "grant", "head");
            Assert.That(
                (foreseen.Documents.Single(), foreseen.Result, foreseen.Path),
                Is.EqualTo(
                    (
                        new ForeseenDocument("permit", new("permit", "许可证", "Permit"), "许〔2026〕<serial>号", null),
                        "granted",
                        default(ForeseenPath)
                    )
                )
            );
        }

        it.Does("head", Done("decide", "grant"));
        Assert.That(it.State.Documents.Single().Issued.Number, Is.EqualTo("许〔2026〕1号"));
    }

    [Test]
    public void A_vote_that_settles_the_review_shows_what_follows_and_one_that_does_not_shows_nothing_new()
    {
        var it = Reviewing();
        Assert.That(Next(it, "review", "pass", "clerk").Opens, Is.Empty);
        it.Does("clerk", Votes("review", "pass"));
        Assert.That(Next(it, "review", "pass", "first-officer").Opens.Single().Key, Is.EqualTo("decide"));
        it.Does("first-officer", Votes("review", "fail"));
        Assert.That(Next(it, "review", "fail", null).Result, Is.EqualTo("refused"));
    }

    [Test]
    public void What_would_be_refused_is_refused_with_the_same_words()
    {
        var it = Reviewing();
        Assert.That(Next(it, "review", "pass", "legal-adviser").Refusal!.Code, Is.EqualTo("step.not_yours"));
        Assert.That(Next(it, "draft", "done", null).Refusal!.Code, Is.EqualTo("step.not_open"));
        Assert.That(Next(it, "nowhere", "done", null).Refusal!.Code, Is.EqualTo("step.unknown"));
        Assert.That(Next(it, "nowhere", "done", null).Path, Is.Null);
    }

    [Test]
    public void A_path_that_goes_round_is_cut()
    {
        var round = Steps.Replaced(
            "{grant: {title: 准予, issues: [permit], marks: [decided], end: granted}, redo: {title: 重拟, back: draft}}",
            "{redo: {title: 重拟, back: draft}, grant: {title: 准予, issues: [permit], marks: [decided], end: granted}}"
        );
        Assert.That(Next(Lodged(round, form: Rest), "receive", "done", "clerk").Path!.End, Is.EqualTo(PathEnd.Cut));
    }

    [Test]
    public void A_path_that_waits_for_an_office_that_nobody_named_yet_says_so()
    {
        const string referred = """
              - {step: receive, title: 收件, by: hall.clerk, asks: {to: {title: 转何处, type: office}}}
              - {step: answer, title: 答复, by: receive.to.officer}
            """;
        var path = Next(Lodged(referred), "receive", "done", "clerk").Path!;
        Assert.That((path.End, path.Result), Is.EqualTo((PathEnd.Waits, default(string))));
    }

    private static OfficeCase Reviewing() => Lodged(Steps, form: Rest).Does("clerk", Done("receive")).Does("first-officer", Done("draft"));

    private static Foreseen Next(OfficeCase it, string step, string outcome, string? by) =>
        it.Asks((state, at, outside) => Foreseeing.Of(state, step, outcome, by, at, outside));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

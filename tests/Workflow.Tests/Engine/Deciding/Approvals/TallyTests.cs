using System.Collections.Immutable;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Approvals;

/// <summary>Answers are written as one letter each in the order of the roll: y pass, n rectify, a abstains, . has not answered.</summary>
public sealed class TallyTests
{
    [TestCase(ThresholdKind.All, 0, "yyyy", ExpectedResult = "pass")]
    [TestCase(ThresholdKind.All, 0, "yyy.", ExpectedResult = null)]
    [TestCase(ThresholdKind.All, 0, "n...", ExpectedResult = "rectify", Description = "not all can agree any more")]
    [TestCase(ThresholdKind.All, 0, "a...", ExpectedResult = "rectify", Description = "abstention is never consent")]
    [TestCase(ThresholdKind.Any, 0, "nn.y", ExpectedResult = "pass")]
    [TestCase(ThresholdKind.Any, 0, "nnnn", ExpectedResult = "rectify")]
    [TestCase(ThresholdKind.Majority, 0, "yyy.", ExpectedResult = "pass")]
    [TestCase(ThresholdKind.Majority, 0, "yynn", ExpectedResult = "rectify", Description = "a tie reaches nothing")]
    [TestCase(ThresholdKind.Majority, 0, "yya.", ExpectedResult = null)]
    [TestCase(ThresholdKind.Majority, 0, "nn..", ExpectedResult = "rectify")]
    [TestCase(ThresholdKind.Count, 2, "yy..", ExpectedResult = "pass")]
    [TestCase(ThresholdKind.Count, 3, "nn..", ExpectedResult = "rectify")]
    [TestCase(
        ThresholdKind.Percent,
        75,
        "yyy.",
        ExpectedResult = "pass",
        Description = "three of four are exactly 75 per cent of the roll"
    )]
    [TestCase(ThresholdKind.Percent, 76, "yyyn", ExpectedResult = "rectify")]
    public string? The_result_is_given_as_soon_as_it_is_certain(ThresholdKind kind, int amount, string answers) =>
        Result(new VoteRule { Thresholds = [new Threshold("pass", kind, amount)], Otherwise = "rectify" }, answers);

    [TestCase("yyy.", ExpectedResult = null)]
    [TestCase("yyyn", ExpectedResult = "pass")]
    public string? Who_waits_for_all_waits_even_when_the_result_is_known(string answers) =>
        Result(
            new VoteRule
            {
                Thresholds = [new Threshold("pass", ThresholdKind.Majority)],
                Otherwise = "rectify",
                WaitsForAll = true,
            },
            answers
        );

    [TestCase("n...", ExpectedResult = "rectify")]
    [TestCase("yyy.", ExpectedResult = "pass")]
    [TestCase(".yyy", ExpectedResult = null, Description = "silence never waives a veto")]
    [TestCase(".nn.", ExpectedResult = "rectify", Description = "what a veto would come to anyway need not wait for it")]
    [TestCase("ayyy", ExpectedResult = "pass", Description = "nor does abstention")]
    public string? One_no_of_a_veto_holder_settles_it(string answers) =>
        Result(
            new VoteRule
            {
                Thresholds = [new Threshold("pass", ThresholdKind.Majority)],
                Otherwise = "rectify",
                Veto = ["p0"],
            },
            answers
        );

    [Test]
    public void What_a_rule_answers_for_a_silent_veto_holder_exercises_no_veto()
    {
        var joint = Joint(
            new VoteRule
            {
                Thresholds = [new Threshold("pass", ThresholdKind.Majority)],
                Otherwise = "rectify",
                Veto = ["p0"],
            },
            3
        );
        GivenAnswer[] answers = [Given('n', 0)! with { By = new RuleActor("j/p0") }, Given('y', 1)!, Given('y', 2)!];
        Assert.That(Tally.Result(joint, ["p0", "p1", "p2"], [.. answers]), Is.EqualTo("pass"));
    }

    [TestCase(2, ThresholdKind.All, 0, "yy", ExpectedResult = "pass", Description = "everybody who is left")]
    [TestCase(2, ThresholdKind.Majority, 0, "n.", ExpectedResult = "rectify", Description = "one of two is no majority any more")]
    [TestCase(2, ThresholdKind.Count, 3, "..", ExpectedResult = "rectify", Description = "two cannot be three")]
    [TestCase(2, ThresholdKind.Weight, 3, "yy", ExpectedResult = "rectify")]
    [TestCase(2, ThresholdKind.Percent, 50, "y.", ExpectedResult = "pass")]
    [TestCase(0, ThresholdKind.All, 0, "", ExpectedResult = "rectify", Description = "nobody left agrees to nothing")]
    [TestCase(0, ThresholdKind.Any, 0, "", ExpectedResult = "rectify")]
    public string? A_roll_that_shrank_is_counted_as_it_is(int left, ThresholdKind kind, int amount, string answers)
    {
        var joint = Joint(new VoteRule { Thresholds = [new Threshold("pass", kind, amount)], Otherwise = "rectify" }, 3);
        return Tally.Result(joint, [.. joint.Participants.Take(left).Select(p => p.Key)], [.. answers.Select(Given).OfType<GivenAnswer>()]);
    }

    [Test]
    public void A_veto_holder_who_has_left_the_roll_is_not_waited_for()
    {
        var joint = Joint(
            new VoteRule
            {
                Thresholds = [new Threshold("pass", ThresholdKind.Majority)],
                Otherwise = "rectify",
                Veto = ["p0"],
            },
            4
        );
        Assert.That(Tally.Result(joint, ["p1", "p2", "p3"], [Given('y', 1)!, Given('y', 2)!]), Is.EqualTo("pass"));
    }

    [TestCase(ThresholdKind.Percent, 50, true, "yn", ExpectedResult = "failed")]
    [TestCase(ThresholdKind.Percent, 50, true, "ynaa", ExpectedResult = "failed", Description = "of the votes cast")]
    [TestCase(ThresholdKind.Percent, 40, true, "yyn", ExpectedResult = "pass")]
    [TestCase(ThresholdKind.Count, 2, false, "yynn", ExpectedResult = "failed")]
    [TestCase(ThresholdKind.Count, 2, false, "yy..", ExpectedResult = null, Description = "the other two may still come to a tie")]
    [TestCase(ThresholdKind.Count, 2, false, "yya.", ExpectedResult = "pass", Description = "one voice cannot tie with two")]
    [TestCase(ThresholdKind.Weight, 2, false, "yynn", ExpectedResult = "failed")]
    [TestCase(ThresholdKind.Any, 0, false, "yn", ExpectedResult = "pass", Description = "where one voice suffices the order decides")]
    public string? As_many_for_the_one_as_for_the_other_is_undecided(ThresholdKind kind, int amount, bool cast, string answers) =>
        Result(
            new VoteRule
            {
                Thresholds = [new Threshold("pass", kind, amount, cast), new Threshold("rectify", kind, amount, cast)],
                Otherwise = "failed",
            },
            answers
        );

    [TestCase("yan.", ExpectedResult = null)]
    [TestCase("yaan", ExpectedResult = "rectify")]
    [TestCase("yaaa", ExpectedResult = "pass")]
    public string? Of_the_votes_cast_nothing_is_certain_before_the_last(string answers) =>
        Result(new VoteRule { Thresholds = [new Threshold("pass", ThresholdKind.Majority, OfCast: true)], Otherwise = "rectify" }, answers);

    [Test]
    public void The_first_threshold_that_can_still_be_reached_keeps_the_later_ones_waiting()
    {
        var vote = new VoteRule
        {
            Thresholds = [new Threshold("pass", ThresholdKind.All), new Threshold("rectify", ThresholdKind.Any)],
            Otherwise = "failed",
        };
        Assert.That(Result(vote, "yyyn"), Is.EqualTo("rectify"));
        Assert.That(Result(vote, "yyy."), Is.Null);
    }

    private static JointNode Joint(VoteRule vote, int participants) =>
        new()
        {
            Id = "j",
            Title = "会签",
            Vote = vote,
            Participants =
            [
                .. Enumerable
                    .Range(0, participants)
                    .Select(i => new Participant { Key = $"p{i}", By = new OfficeRole($"o{i}", "officer") }),
            ],
            Outcomes = [Outcome("pass"), Outcome("rectify"), Outcome("failed")],
        };

    private static string? Result(VoteRule vote, string answers)
    {
        var joint = Joint(vote, answers.Length);
        return Tally.Result(joint, [.. joint.Participants.Select(p => p.Key)], [.. answers.Select(Given).OfType<GivenAnswer>()]);
    }

    private static OutcomeRule Outcome(string id) => new() { Id = id, Title = id };

    private static GivenAnswer? Given(char letter, int place) =>
        letter == '.'
            ? null
            : new GivenAnswer(
                $"p{place}",
                letter switch
                {
                    'y' => "pass",
                    'n' => "rectify",
                    _ => null,
                },
                new PersonActor($"person-{place}"),
                [],
                null,
                ImmutableSortedDictionary<string, FieldValue>.Empty,
                ImmutableSortedDictionary<string, string>.Empty,
                new DateOnly(2026, 3, 2)
            );
}

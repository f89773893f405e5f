using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Rules that give a participant's answer in a joint review to one person of its post. The hall has the officers one and two; two is away from 2026-07-01 to 2026-07-10, with three as deputy.</summary>
public sealed class AssigningAnswersTests
{
    private static readonly string Least = Review("{by: hall.officer, assign: least-loaded}, hall.clerk");

    private static readonly string InTurn = Review("{by: hall.officer, assign: round-robin}, hall.clerk");

    private static string Review(string participants) =>
        """
              - joint: review
                title: 会审
                participants: [some]
                decide: {pass: all, otherwise: redo}
                close: all-answered
                outcomes: {pass: {title: 通过}, redo: {title: 重审, back: {to: review, at-most: 3}}}
              - {step: decide, title: 决定, by: hall.leader, end: granted}
            """.Replaced("some", participants);

    [Test]
    public void The_least_loaded_answers_and_what_others_have_in_hand_counts()
    {
        var office = new OfficeCases(Least);
        string[] cases = [office.Lodge(), office.Lodge(), office.Lodge()];
        Assert.That(
            cases.Select(c => Chosen(office.Step(c, "review"))),
            Is.EqualTo(new[] { "first-officer LeastLoaded", "second-officer LeastLoaded", "first-officer LeastLoaded" })
        );
        office.Does(cases[0], "first-officer", Votes("review", "pass")).Does(cases[2], "first-officer", Votes("review", "pass"));
        Assert.That(
            new[] { office.Lodge(), office.Lodge() }.Select(c => Chosen(office.Step(c, "review"))),
            Is.EqualTo(new[] { "first-officer LeastLoaded", "second-officer LeastLoaded" })
        );
    }

    [Test]
    public void In_turn_it_goes_round_and_steps_of_the_post_take_part_in_the_round()
    {
        var office = new OfficeCases(
            InTurn.Replaced(
                "- {step: decide, title: 决定, by: hall.leader,",
                "- {step: decide, title: 决定, by: hall.officer, assign: round-robin,"
            )
        );
        var first = office.Lodge();
        office.Does(first, "first-officer", Votes("review", "pass")).Does(first, "clerk", Votes("review", "pass"));
        Assert.That(
            (office.Holder(first, "decide"), Chosen(office.Step(office.Lodge(), "review"))),
            Is.EqualTo(("second-officer RoundRobin", "first-officer RoundRobin"))
        );
    }

    [Test]
    public void Only_who_was_chosen_answers_and_may_give_it_back_to_the_post()
    {
        var it = Lodged(InTurn).Waits("review first-officer, review clerk");
        var held = it.Try("second-officer", Votes("review", "pass"))!;
        Assert.That(
            (held.Code, held.English),
            Is.EqualTo(
                (
                    "step.claimed",
                    new Said("first-officer has the answer of an officer of 大厅 at '会审' in hand.", "Ask them to release it.")
                )
            )
        );
        Assert.That(held.Chinese, Is.EqualTo(new Said("“会审”中大厅·经办人的答复已由first-officer签收。", "请先由其取消签收。")));
        it.Refused("second-officer", new Release("review"), "step.not_claimed")
            .Refused("clerk", new Release("review", "hall.clerk"), "step.not_claimed")
            .Refused("clerk", Done("review"), "step.joint")
            .Does("first-officer", new Release("review"))
            .Waits("review officer, review clerk")
            .Refused("first-officer", new Release("review"), "step.not_claimed")
            .Does("second-officer", Votes("review", "pass"))
            .Does("clerk", Votes("review", "pass"))
            .Waits("decide leader")
            .DecidedTheSameAgain();
    }

    [Test]
    public void The_answer_can_be_handed_over_and_then_it_is_nobodys_to_release()
    {
        var it = Lodged(InTurn)
            .Does("head", new Transfer("review", "second-officer", "休假", "hall.officer"))
            .Waits("review second-officer, review clerk")
            .Refused("first-officer", Votes("review", "pass"), "step.not_yours")
            .Refused("second-officer", new Release("review"), "step.not_claimed");
        it.Does("second-officer", Votes("review", "pass")).DecidedTheSameAgain();
    }

    [Test]
    public void A_run_again_goes_to_who_answered_before()
    {
        var it = Lodged(InTurn)
            .Does("first-officer", new Release("review"))
            .Does("second-officer", Votes("review", "pass"))
            .Does("clerk", Votes("review", "redo"));
        Assert.That(Chosen(it.State.Steps["review"]), Is.EqualTo("second-officer HeldBefore"));
        it.DecidedTheSameAgain();
    }

    [Test]
    public void The_absent_get_no_answer_and_their_deputies_find_it_given() =>
        Lodged(Least, "2026-07-01")
            .Waits("review first-officer, review clerk")
            .Refused("legal-adviser", "second-officer", Votes("review", "pass"), "step.claimed")
            .DecidedTheSameAgain();

    [TestCase("one-per-person", "hall.officer first-officer")]
    [TestCase("one-per-post", "hall.officer first-officer, form.where.officer first-officer")]
    public void Where_persons_have_one_voice_nobody_gets_a_second(string voices, string chosen)
    {
        var steps = Review("{by: hall.officer, assign: least-loaded}, {by: form.where.officer, assign: least-loaded}")
            .Replaced("close:", $"voices: {voices}\n    close:");
        var door = SmallOffice.Open(SmallOffice.Process(steps, "form: {where: {title: 处室, type: office, required: true}}"));
        var lodge = new Lodge
        {
            Process = "sample",
            Parties = [new PartyEntry("applicant", "citizen", "市民")],
            Form = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("where", new TextValue("hall")),
        };
        var answer = door.Submit(
            null,
            new Request("citizen", lodge),
            DateTimeOffset.Parse("2026-07-01T09:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.That(
            string.Join(", ", door.State(answer.Case!)!.Steps["review"].Chosen.Select(c => $"{c.Participant} {c.Person}")),
            Is.EqualTo(chosen)
        );
    }

    [Test]
    public void Where_nobody_is_qualified_the_post_has_it_and_the_event_says_so()
    {
        var it = Lodged(Review("{by: hall.officer, assign: least-loaded, qualified: 规划师}, hall.clerk"))
            .Waits("review officer, review clerk");
        Assert.That(
            it.Events.OfType<StepUnattended>(),
            Is.EqualTo(new[] { new StepUnattended("review", "hall.officer", 2, null) { Participant = "hall.officer" } })
        );
    }

    [Test]
    public void What_one_may_do_is_offered_from_the_same_guards()
    {
        var it = Lodged(InTurn);
        Assert.That(
            it.Offers("first-officer")
                .Where(o => o.Allowed && o.Action is "answer" or "release")
                .Select(o => $"{o.Action} {o.Choice} {o.WhyNot?.Code}".Trim()),
            Is.EqualTo(new[] { "answer pass", "answer redo", "answer", "release hall.officer" })
        );
        Assert.That(
            it.Offers("second-officer").Where(o => o.Action is "answer" or "release").Select(o => $"{o.Action} {o.WhyNot?.Code}"),
            Is.EqualTo(new[] { "answer step.claimed", "answer step.claimed", "answer step.claimed", "release step.not_claimed" })
        );
    }

    private static string Chosen(StepState step) => step.Chosen.Length == 1 ? $"{step.Chosen[0].Person} {step.Chosen[0].Rule}" : "nobody";
}

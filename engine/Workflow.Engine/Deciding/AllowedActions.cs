using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>Something that a person might do to a case, and why not when it is not allowed.</summary>
/// <param name="Action">The command's stored name, such as <c>complete</c>.</param>
/// <param name="Target">The step, clock or target it is about; null for the case.</param>
/// <param name="Choice">The outcome, the vote, the step to return to or the ground; null where there is none.</param>
/// <param name="Title">What people see.</param>
/// <param name="WhyNot">Null when it is allowed.</param>
public sealed record ActionOffer(string Action, string? Target, string? Choice, string Title, Refusal? WhyNot)
{
    /// <summary>How the case may go on after a return; the first where nobody says. Empty for other actions.</summary>
    public ImmutableArray<ReturnMode> Then { get; init; } = [];

    /// <summary>Whether it is allowed now, payload aside.</summary>
    public bool Allowed => WhyNot is null;
}

/// <summary>Lists what a person may do now. It runs the guards that deciding runs, so the two cannot disagree.</summary>
public static class AllowedActions
{
    /// <summary>Returns every action at the steps that are open to the person, with the reason where it is not allowed now.</summary>
    /// <param name="process">The case's definition.</param>
    /// <param name="state">The case, settled.</param>
    /// <param name="actor">The person, as the register knows them today.</param>
    /// <param name="at">The moment of asking.</param>
    /// <param name="calendar">The authority's calendar.</param>
    public static ImmutableArray<ActionOffer> For(PublishedProcess process, CaseState state, PersonFact actor, DateTimeOffset at, WorkCalendar calendar)
    {
        var facts = new Facts { People = [actor] };
        var turn = new CaseTurn(process, state, new Stamp { RecordedAt = at, EffectiveOn = calendar.DayOf(at), Actor = actor.Id, Facts = facts, Calendar = calendar });
        if (state.Stage == CaseStage.None) return [];
        var general = new ActionOffer("comment", null, null, "comment", Actors.MustTakePart(turn));
        if (state.Concluding is not null) return [general, Plain("attach", Actors.MustTakePart(turn)), .. Always(turn)];
        if (state.Stage != CaseStage.Open && !AfterCare.Runs(turn)) return [general, .. Afterwards(turn), .. Always(turn)];
        ImmutableArray<ActionOffer> work = [.. Steps(turn), .. AnyTime(turn), .. Clocks(turn), .. Receiving.Offers(turn), general, Plain("attach", Actors.MustTakePart(turn))];
        return [.. work, .. Always(turn), .. turn.IsOpen ? Whole(turn) : Afterwards(turn)];
    }

    private static IEnumerable<ActionOffer> Always(CaseLook look) =>
        [Plain("copy", Informing.MayCopy(look)), Plain("supervise", Actors.MustSupervise(look)), Plain("correct-form", Correcting.MayCorrectForm(look)), .. Receiving.Returns(look), .. Readers(look)];

    // Offered once somebody has a copy; whether that one has read it only the access log knows.
    private static IEnumerable<ActionOffer> Readers(CaseLook look) => UrgingReaders.MayUrge(look) is var whyNot && whyNot?.Code == "copy.none" ? [] : [Plain("urge", whyNot)];

    // What the head of the leading office may do with the case as a whole.
    private static IEnumerable<ActionOffer> Whole(CaseLook look) =>
    [
        Plain("terminate", Terminating.MayTerminate(look)),
        Plain("cancel", Ending.MayCancel(look)),
        look.State.Suspended is null ? Plain("suspend", Suspending.MaySuspend(look)) : Plain("resume", Suspending.MayResume(look)),
        .. Jumping.Targets(look).Select(to => new ActionOffer("jump", null, to, look.Process.Find(to)!.Title, Jumping.MayJump(look, to))),
        .. look.State.Clocks.Values.Where(c => c.Status == ClockStatus.Elapsed && ClockNames.Of(look.State, c.Id) == c.Id).Select(c => new ActionOffer("correct-silence", c.Id, null, c.Id, CorrectingSilence.MayCorrect(look, c.Id))),
        Plain("migrate", Migrating.MayMigrate(look)),
    ];

    private static IEnumerable<ActionOffer> Afterwards(CaseLook look) =>
        [Plain("revoke", Ending.MayRevoke(look)), .. Reopening.Targets(look).Select(to => new ActionOffer("reopen", null, to, look.Process.Find(to)!.Title, Reopening.MayReopen(look, to)))];

    private static ActionOffer Plain(string action, Refusal? whyNot) => new(action, null, null, action, whyNot);

    private static IEnumerable<ActionOffer> Steps(CaseLook look) =>
        from step in look.State.Steps.Values
        where look.Process.IsTask(step.Key)
        let node = (WorkNode)look.Process.Find(step.Key)!
        from offer in step.Status == StepStatus.Open ? At(look, node, step.Key).Concat(Among(look, node, step)) : Done(look, step)
        select offer;

    private static IEnumerable<ActionOffer> Done(CaseLook look, StepState step) =>
        step is { Status: StepStatus.Done or StepStatus.Following, Completed: not null }
            ? [new ActionOffer("take-back", step.Key, null, look.Process.Find(step.Key)!.Title, TakingBack.MayTakeOutcome(look, step.Key)), .. Drawn(look, step), .. Late(look, step)]
            : [];

    // Who did not answer before the result was certain may still put an opinion on record.
    private static IEnumerable<ActionOffer> Late(CaseLook look, StepState step) =>
        LateOpinions.Takes(look, step.Key) && LateOpinions.Mine(look, step.Key).Any()
            ? Answers((JointNode)look.Process.Find(step.Key)!, step.Key, LateOpinions.MayGive(look, step.Key) ?? OneVoice.Check(look, step.Key, []), _ => null)
            : [];

    private static IEnumerable<ActionOffer> Drawn(CaseLook look, StepState step) =>
        step.Drawn.IsEmpty ? [] : [new ActionOffer("redraw", step.Key, null, look.Process.Find(step.Key)!.Title, Redrawing.MayRedraw(look, step.Key))];

    // What people do with one another at an open step.
    private static IEnumerable<ActionOffer> Among(CaseLook look, WorkNode node, StepState step)
    {
        ActionOffer At(string action, Refusal? whyNot, string? choice = null) => new(action, step.Key, choice, action, whyNot);
        if (node is JointNode) yield return At("take-back", TakingAnswerBack.MayTakeAnswer(look, step.Key, null));
        foreach (var given in step.Chosen.Select(c => c.Participant!).Distinct()) yield return At("release", Claiming.MayReleaseAnswer(look, step.Key, given), given);
        foreach (var place in node is JointNode ? [SignerPlace.Beside] : Enum.GetValues<SignerPlace>()) yield return At("add-signer", Signing.MayAdd(look, step.Key), place.ToString());
        yield return At("remove-signer", Signing.MayRemove(look, step.Key));
        yield return At("transfer", Transferring.MayTransfer(look, step.Key));
        yield return At("delegate", Asking.MayEntrust(look, step.Key));
        yield return At("consult", Asking.MayAsk(look, step.Key));
        foreach (var task in step.Sides.Where(Asking.Recallable)) yield return At("recall", StepGuards.MustBeOpen(look, step.Key) ?? DrawingIn.MayRecall(look, step.Key, task), $"{task.Number}");
        if (step.Sides.Any(t => t.IsOpen)) yield return At("reply", Replying.MayReply(look, step.Key));
        yield return At("urge", Informing.MayUrge(look, step.Key));
        if (node is DrawNode { Sealed: true }) yield return At("seal-lots", SealingLots.MaySeal(look, step.Key));
    }

    private static IEnumerable<ActionOffer> At(CaseLook look, WorkNode node, string key)
    {
        var who = StepGuards.MustBeOpen(look, key) ?? StepGuards.MustBeYours(look, key);
        if (node is JointNode joint && StepGuards.Who(look, key).All(e => e.Key != VoteRule.HeadKey))
            return Answers(joint, key, who ?? OneVoice.Check(look, key, []), o => StepGuards.MayTake(look, joint, key, o)).Concat(Returns(look, key, who));
        return node.Outcomes.Select(o => Offer("complete", key, o, who ?? StepGuards.MayTake(look, node, key, o)))
            .Append(new ActionOffer("claim", key, null, "claim", Claiming.MayClaim(look, key)))
            .Append(new ActionOffer("release", key, null, "release", Claiming.MayRelease(look, key)))
            .Concat(Returns(look, key, who));
    }

    // Whoever answers may abstain, whatever stands in the way of an outcome.
    private static IEnumerable<ActionOffer> Answers(JointNode joint, string key, Refusal? who, Func<OutcomeRule, Refusal?> mayTake) =>
        Tally.Choices(joint).Select(c => joint.Outcomes.Single(o => o.Id == c)).Select(o => Offer("answer", key, o, who ?? mayTake(o))).Append(new ActionOffer("answer", key, null, "abstain", who));

    private static IEnumerable<ActionOffer> Returns(CaseLook look, string key, Refusal? who) =>
        Supersession.Targets(look, key).Select(to => new ActionOffer("return", key, to, look.Process.Find(to)!.Title, who ?? Supersession.MayReturn(look, key, to)) { Then = [.. Supersession.Modes(look, key)] });

    private static IEnumerable<ActionOffer> AnyTime(CaseLook look) =>
        from place in look.Process.Places
        where place.AnyTime && (look.IsOpen || look.Process.IsAfter(place.Node.Id)) && look.State.Steps.GetValueOrDefault(place.Node.Id)?.Status is not (StepStatus.Open or StepStatus.Following)
        let node = (WorkNode)place.Node
        let who = StepGuards.MustBeOpen(look, node.Id) ?? StepGuards.MustBeYours(look, node.Id)
        from outcome in node.Outcomes
        select Offer("complete", node.Id, outcome, who ?? StepGuards.MayTake(look, node, node.Id, outcome)) with { Title = node.Outcomes.Length == 1 ? node.Title : outcome.Title };

    private static IEnumerable<ActionOffer> Clocks(CaseLook look)
    {
        foreach (var clock in ClockKeeper.Open(look))
        {
            var rule = ClockRules.Of(look.Process, clock);
            if (!rule.Extensions.IsEmpty) yield return new ActionOffer("extend-clock", clock.Id, null, rule.Title, Extending.Guard(look, clock.Id));
            foreach (var ground in rule.NotCounted)
            {
                yield return new ActionOffer("pause-clock", clock.Id, ground, rule.Title, Pausing.Guard(look, clock.Id, ground) ?? Pausing.MayPause(look, clock.Id, ground));
                yield return new ActionOffer("resume-clock", clock.Id, ground, rule.Title, Pausing.Guard(look, clock.Id, ground) ?? Pausing.MayResume(look, clock.Id, ground));
            }
        }
    }

    private static ActionOffer Offer(string action, string key, OutcomeRule outcome, Refusal? whyNot) => new(action, key, outcome.Id, outcome.Title, whyNot);
}

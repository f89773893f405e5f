using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>Takes an answer in a joint review, and the result once it is certain; what is answered after that is an opinion.</summary>
internal static class Answering
{
    internal static Operation Operation { get; } =
        Operation.Of<Answer>(Answer, (look, c) => BuiltOn.Voting(look, c)) with
        {
            AtTask = Offers,
        };

    private static IEnumerable<ActionOffer> Offers(CaseLook look, WorkNode node, StepState step) =>
        node is not JointNode joint ? []
        : step.Status != StepStatus.Open ? Late(look, joint, step.Key)
        : StepGuards.Who(look, step.Key).Any(e => e.Key == VoteRule.HeadKey) ? []
        : Votes(
            joint,
            step.Key,
            StepGuards.MayWork(look, step.Key) ?? OneVoice.Check(look, step.Key, []),
            o => StepGuards.MayTake(look, joint, step.Key, o)
        );

    // Who did not answer before the result was certain may still put an opinion on record.
    private static IEnumerable<ActionOffer> Late(CaseLook look, JointNode joint, string key) =>
        LateOpinions.Takes(look, key) && LateOpinions.Mine(look, key).Any()
            ? Votes(joint, key, LateOpinions.MayGive(look, key) ?? OneVoice.Check(look, key, []), _ => null)
            : [];

    // Whoever answers may abstain, whatever stands in the way of an outcome.
    private static IEnumerable<ActionOffer> Votes(JointNode joint, string key, Refusal? who, Func<OutcomeRule, Refusal?> mayTake) =>
        Tally
            .Choices(joint)
            .Select(c => joint.Outcomes.Single(o => o.Id == c))
            .Select(o => ActionOffer.Outcome("answer", key, o, who ?? mayTake(o)))
            .Append(ActionOffer.At("answer", key, who));

    internal static Refusal? Answer(CaseTurn turn, Answer command)
    {
        var late = LateOpinions.Takes(turn, command.Step) && LateOpinions.Mine(turn, command.Step).Any();
        if (MayAnswer(turn, command.Step, late) is { } refusal)
            return refusal;
        var (entitled, unclear) = Participant(turn, command, late);
        if (entitled is null)
            return unclear;
        var joint = (JointNode)turn.Process.Find(command.Step)!;
        if ((OneVoice.Check(turn, command.Step, command.With) ?? Check(turn, joint, entitled, command, late)) is { } wrong)
            return wrong;
        var given = Given(turn, command, entitled.Key, late);
        if (!given.With.IsEmpty)
        {
            Cosigning.Ask(turn, command.Step, given);
            return null;
        }

        Take(turn, command.Step, given);
        return late ? null : Follow(turn, joint, command.Step);
    }

    private static Refusal? MayAnswer(CaseLook look, string key, bool late) =>
        late
            ? LateOpinions.MayGive(look, key)
            : StepGuards.MustBeOpen(look, key)
                ?? StepGuards.MustBeYours(look, key)
                ?? (look.Process.Find(key) is JointNode ? null : StepRefusals.NotJoint(Naming.Step(look, key)));

    private static void Take(CaseTurn turn, string key, GivenAnswer given)
    {
        Cosigning.Lapse(turn, key, given.Participant);
        turn.Apply(new AnswerGiven(key, given));
    }

    private static GivenAnswer Given(CaseLook look, Answer command, string participant, bool late) =>
        new(
            participant,
            command.Choice,
            look.Stamp.Actor,
            Cosigning.Others(look, command.With),
            command.Opinion,
            command.Fields,
            command.Numbers,
            look.On
        )
        {
            For = OneVoice.Holds(look, command.Step) ? look.Stamp.For : null,
            Late = late ? true : null,
        };

    /// <summary>Goes on after somebody signed an answer, or did not: it counts once all whom it names have, and lapses when one does not agree.</summary>
    internal static Refusal? Settle(CaseTurn turn, string key, GivenAnswer waiting, bool agrees)
    {
        if (!agrees)
            Cosigning.Lapse(turn, key, waiting.Participant, evenSigned: true);
        else if (Cosigning.Confirmed(turn.State.Steps[key], waiting) is { } given)
            return Confirmed(turn, (JointNode)turn.Process.Find(key)!, key, given);
        return null;
    }

    private static Refusal? Confirmed(CaseTurn turn, JointNode joint, string key, GivenAnswer given)
    {
        var outcome = joint.Outcomes.FirstOrDefault(o => o.Id == given.Choice);
        if (outcome is not null && StepGuards.MayTake(turn, joint, key, outcome) is { } notNow)
            return notNow;
        turn.NotBefore(given.On);
        Take(turn, key, given);
        return Follow(turn, joint, key);
    }

    /// <summary>Counts, and passes the turn on; a refusal when the result needs a number that nobody has entered.</summary>
    internal static Refusal? Follow(CaseTurn turn, JointNode joint, string key)
    {
        if (Conclude(turn, joint, key) is { } missing)
            return missing;
        ParticipantClocks.Follow(turn, key, passed: true);
        return null;
    }

    /// <summary>A head who decides otherwise than most have advised says why, where the rule asks for it.</summary>
    internal static Refusal? AgainstMajority(CaseLook look, JointNode joint, Complete command)
    {
        if (!joint.Vote.AgainstMajorityNeedsReasons || !PlainText.IsBlank(command.Reasons))
            return null;
        var answers = look.State.Steps[command.Step].Answers;
        var majority = answers.GroupBy(a => a.Choice).FirstOrDefault(g => 2 * g.Count() > answers.Length)?.Key;
        if (majority is null || majority == command.Outcome)
            return null;
        var act = VoteRefusals.AgainstMajority(Naming.Step(look, command.Step), Naming.Outcome(look, joint.Id, majority));
        return StepRefusals.ReasonsMissing(act);
    }

    private static (Entitlement? Entitled, Refusal? Unclear) Participant(CaseLook look, Answer command, bool late)
    {
        var mine = Mine(look, command, late);
        return mine switch
        {
            [{ Key: VoteRule.HeadKey }] => (null, VoteRefusals.HeadDecides(Naming.Step(look, command.Step))),
            [var one] => (one, null),
            [] => (null, Silence.TookEffect(look, command.Step, command.Participant) ?? NotYours(look, command)),
            _ => (null, Unclear(look, command.Step, mine)),
        };
    }

    private static List<Entitlement> Mine(CaseLook look, Answer command, bool late) =>
        [
            .. (late ? LateOpinions.Mine(look, command.Step) : StepGuards.Who(look, command.Step))
                .Where(e => Actors.Admitted(look, command.Step, e))
                .Where(e =>
                    command.Participant is null || e.Key == command.Participant || Seat.ParticipantOf(e.Key) == command.Participant
                ),
        ];

    private static Refusal Unclear(CaseLook look, string key, List<Entitlement> mine) =>
        StepRefusals.ParticipantUnclear(Naming.Actor(look), mine.Select(e => Naming.Participant(look, key, e.Key)));

    private static Refusal NotYours(CaseLook look, Answer command)
    {
        var participant = Naming.Participant(look, command.Step, command.Participant ?? "");
        return VoteRefusals.NotYours(Naming.Step(look, command.Step), participant, Naming.Actor(look));
    }

    private static Refusal? Check(CaseLook look, JointNode joint, Entitlement entitled, Answer command, bool late)
    {
        if (Choice(look, joint, command) is { } unknown)
            return unknown;
        var outcome = joint.Outcomes.FirstOrDefault(o => o.Id == command.Choice);
        if (outcome is not null && !late && StepGuards.MayTake(look, joint, command.Step, outcome) is { } notNow)
            return notNow;
        return look.Stamp.PayloadAside
            ? null
            : Entered(look, joint, outcome, command)
                ?? Actors.Separation(look, joint, command.With)
                ?? Signers(look, Signature.Of(joint, command.Step, entitled), command.With, late);
    }

    // An opinion after the result decides nothing, and is that of whoever gives it.
    private static Refusal? Signers(CaseLook look, Signature asked, ImmutableArray<string> with, bool late) =>
        !late ? Cosigning.Check(look, asked, with)
        : with.IsEmpty ? Cosigning.Check(look, asked with { Officers = 1 }, with)
        : VoteRefusals.OpinionSignedTogether(Naming.Step(look, asked.Step));

    private static Refusal? Choice(CaseLook look, JointNode joint, Answer command) =>
        command.Choice is { } choice && !Tally.Choices(joint).Contains(choice)
            ? VoteRefusals.ChoiceUnknown(Naming.Step(look, command.Step), choice, Choices(look, joint))
            : null;

    private static IReadOnlyCollection<NameValue> Choices(CaseLook look, JointNode joint) =>
        [.. Tally.Choices(joint).Select(c => Naming.Outcome(look, joint.Id, c))];

    private static Refusal? Entered(CaseLook look, JointNode joint, OutcomeRule? outcome, Answer command) =>
        Fields(look, command, [.. Outline.Asks(joint, outcome)])
        ?? (outcome is null ? null : Payload.Reasons(outcome, command.Opinion))
        ?? command.Numbers.Select(n => Number(look, joint, n.Key, n.Value)).FirstOrDefault(r => r is not null);

    private static Refusal? Fields(CaseLook look, Answer command, IReadOnlyList<Field> asked) =>
        Payload.Fields(look.Definition, AskedFields.At(look, command.Step, asked, command.Fields), command.Fields)
        ?? DayBounds.Check(look, EnteredDays.At(look, command.Step, asked, command.Fields, command.Opinion));

    private static Refusal? Number(CaseLook look, JointNode joint, string id, string number) =>
        look.Definition.Documents.FirstOrDefault(d => d.Id == id) is { } document && joint.Outcomes.Any(o => o.Issues.Contains(id))
            ? Payload.Number(document, number)
            : DocumentRefusals.NotIssued(Naming.Step(joint), Naming.Document(look.Definition, id));

    /// <summary>Takes the result once it is certain on the present roll; a refusal when it needs a number that nobody has entered.</summary>
    internal static Refusal? Conclude(CaseTurn turn, JointNode joint, string key)
    {
        var step = turn.State.Steps[key];
        if (Result(turn, joint, step) is not { } outcome)
            return null;
        var numbers = Numbers(step, outcome);
        if (MustHaveNumbers(turn) && Payload.Numbers(turn.Definition, outcome, numbers) is { } missing)
            return missing;
        var act = Act.ByRule(key, turn.On) with { Reasons = JointReasons.Of(turn, joint, step, outcome) };
        Completion.Complete(turn, joint, key, outcome, act with { Numbers = numbers });
        return null;
    }

    private static OutcomeRule? Result(CaseLook look, JointNode joint, StepState step) =>
        Attendance.IsQuorate(joint, step)
        && Tally.Result(new Ballot(joint, [.. step.Roll.Select(e => e.Key).Distinct()], step.Answers, step.Absent)) is { } result
            ? Exits.Resolve(look, joint, joint.Outcomes.Single(o => o.Id == result))
            : null;

    private static bool MustHaveNumbers(CaseLook look) => !look.Stamp.PayloadAside && look.Told is null;

    // The last that anybody entered for each document that the result issues.
    private static ImmutableSortedDictionary<string, string> Numbers(StepState step, OutcomeRule outcome) =>
        step
            .Answers.SelectMany(a => a.Numbers)
            .Where(n => outcome.Issues.Contains(n.Key))
            .GroupBy(n => n.Key)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Last().Value);
}

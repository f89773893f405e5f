using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>Takes an answer in a joint review, and the result once it is certain; what is answered after that is an opinion.</summary>
internal static class Answering
{
    internal static Refusal? Answer(CaseTurn turn, Answer command)
    {
        var late = LateOpinions.Takes(turn, command.Step) && LateOpinions.Mine(turn, command.Step).Any();
        if ((late ? LateOpinions.MayGive(turn, command.Step) : StepGuards.MustBeOpen(turn, command.Step) ?? StepGuards.MustBeYours(turn, command.Step)) is { } refusal) return refusal;
        if (turn.Process.Find(command.Step) is not JointNode joint) return new Refusal("step.not_joint", $"Expected a joint review, but {Quoted.Step(turn, command.Step)} is a step of one post.", "complete it with an outcome");
        var (entitled, unclear) = Participant(turn, command, late ? LateOpinions.Mine(turn, command.Step) : StepGuards.Who(turn, command.Step));
        if (entitled is null) return unclear;
        if (entitled.Key == VoteRule.HeadKey) return new Refusal("step.head_decides", $"Expected the head to decide {Quoted.Step(turn, command.Step)}, but an answer was given.", "complete it with an outcome");
        if ((OneVoice.Check(turn, command.Step, command.With) ?? Check(turn, joint, entitled, command, late)) is { } wrong) return wrong;
        ClockKeeper.OnAnswered(turn, command.Step, entitled.Key, turn.On);
        turn.Apply(new AnswerGiven(command.Step, new GivenAnswer(entitled.Key, command.Choice, turn.Stamp.Actor, command.With, command.Opinion, command.Fields, command.Numbers, turn.On)
        {
            For = OneVoice.Holds(turn, command.Step) ? turn.Stamp.For : null,
            Late = late ? true : null,
        }));
        if (late) return null;
        if (Conclude(turn, joint, command.Step) is { } missing) return missing;
        ParticipantClocks.Follow(turn, command.Step, passed: true);
        return null;
    }

    /// <summary>A head who decides otherwise than most have advised says why, where the rule asks for it.</summary>
    internal static Refusal? AgainstMajority(CaseLook look, JointNode joint, Complete command)
    {
        var answers = look.State.Steps[command.Step].Answers;
        var majority = answers.GroupBy(a => a.Choice).FirstOrDefault(g => 2 * g.Count() > answers.Length)?.Key;
        return joint.Vote.AgainstMajorityNeedsReasons && majority is not null && majority != command.Outcome && string.IsNullOrWhiteSpace(command.Reasons)
            ? new Refusal("step.reasons_missing", $"Expected reasons for deciding {Quoted.Step(look, command.Step)} against the majority, which is for {majority}, but there are none.")
            : null;
    }

    private static (Entitlement? Entitled, Refusal? Unclear) Participant(CaseLook look, Answer command, IEnumerable<Entitlement> who)
    {
        var mine = who.Where(e => Actors.Admitted(look, e) && (command.Participant is null || e.Key == command.Participant)).ToList();
        return mine.Count switch
        {
            1 => (mine[0], null),
            0 => (null, Silence.TookEffect(look, command.Step, command.Participant) ?? new Refusal("step.not_yours", $"Expected an answer for '{command.Participant}' to be open to {look.Stamp.Actor}, but it is not.")),
            _ => (null, new Refusal("step.participant_unclear", $"Expected one participant, but {look.Stamp.Actor} may answer for {string.Join(" and ", mine.Select(e => e.Key))}.", "name the participant")),
        };
    }

    private static Refusal? Check(CaseLook look, JointNode joint, Entitlement entitled, Answer command, bool late)
    {
        var choices = Tally.Choices(joint).ToList();
        if (command.Choice is { } choice && !choices.Contains(choice))
            return new Refusal("step.outcome_unknown", $"Expected one of {string.Join(", ", choices)} at {Quoted.Step(look, command.Step)}, but found '{choice}'.", "leave it out to abstain");
        var outcome = joint.Outcomes.FirstOrDefault(o => o.Id == command.Choice);
        if (outcome is not null && !late && StepGuards.MayTake(look, joint, command.Step, outcome) is { } notNow) return notNow;
        var who = joint.Participants.FirstOrDefault(p => p.Key == entitled.Key);
        if (look.Stamp.PayloadAside) return null;
        return Payload.Fields(look.Definition, [.. joint.Asks, .. outcome?.Asks ?? []], command.Fields, Quoted.Step(look, command.Step), look.Values)
            ?? (outcome is null ? null : Payload.Reasons(outcome, command.Opinion))
            ?? command.Numbers.Select(n => Number(look, joint, n.Key, n.Value)).FirstOrDefault(r => r is not null)
            ?? Actors.Separation(look, joint, command.With)
            ?? Actors.Signers(look, entitled, who?.Officers ?? 1, who?.Qualified ?? [], command.With);
    }

    private static Refusal? Number(CaseLook look, JointNode joint, string id, string number) =>
        look.Definition.Documents.FirstOrDefault(d => d.Id == id) is { } document && joint.Outcomes.Any(o => o.Issues.Contains(id))
            ? Payload.Number(document, number)
            : new Refusal("document.not_issued", $"Expected numbers only for what '{joint.Id}' may issue, but '{id}' is not among it.");

    /// <summary>Takes the result once it is certain on the present roll; a refusal when it needs a number that nobody has entered.</summary>
    internal static Refusal? Conclude(CaseTurn turn, JointNode joint, string key)
    {
        var step = turn.State.Steps[key];
        if (Tally.Result(joint, [.. step.Roll.Select(e => e.Key).Distinct()], step.Answers) is not { } result) return null;
        var outcome = Exits.Resolve(turn, joint, joint.Outcomes.Single(o => o.Id == result));
        var numbers = step.Answers.SelectMany(a => a.Numbers).Where(n => outcome.Issues.Contains(n.Key)).GroupBy(n => n.Key).ToImmutableSortedDictionary(g => g.Key, g => g.Last().Value);
        var missing = turn.Definition.Documents.Where(d => outcome.Issues.Contains(d.Id)).Select(d => Payload.Number(d, numbers.GetValueOrDefault(d.Id))).FirstOrDefault(r => r is not null);
        if (missing is not null && !turn.Stamp.PayloadAside && turn.Told is null) return missing;
        Completion.Complete(turn, joint, key, outcome, Act.ByRule(key, turn.On, Reasons(turn, joint, step, outcome)) with { Numbers = numbers });
        return null;
    }

    // The reasons of a joint result are the opinions that led to it, word for word.
    private static string? Reasons(CaseLook look, JointNode joint, StepState step, OutcomeRule outcome)
    {
        var behind = step.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Opinion) && (a.Choice == outcome.Id || outcome.ReasonsRequired)).Select(a => $"{Title(look, joint, a.Participant)}：{a.Opinion}").ToList();
        return behind.Count == 0 ? null : string.Join("；", behind);
    }

    // Citizens read the reasons in the documents: an office has its name there, not its key.
    private static string Title(CaseLook look, JointNode joint, string key) => joint.Participants.FirstOrDefault(p => p.Key == key)?.By switch
    {
        OfficeRole o => look.Definition.Offices.FirstOrDefault(d => d.Key == o.Office)?.Title ?? key,
        PartyRole r => look.Definition.Parties.FirstOrDefault(d => d.Role == r.Role)?.Title ?? key,
        _ => look.State.Steps[joint.Id].Sides.FirstOrDefault(t => t.Who.Key == key) is { Who.Person: { } person } ? Actors.Find(look, person)?.Name ?? person : key,
    };
}

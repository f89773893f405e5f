using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Involves people beside the holder of a step: who may be involved, and how it is recorded.</summary>
internal static class Involving
{
    /// <summary>More people than this at one step are a meeting; it belongs into the definition.</summary>
    private const int MostAtOneStep = 50;

    /// <summary>Whether a person may be involved: known, an officer, not there already, no party, and not barred by separation.</summary>
    internal static Refusal? MayInvolve(CaseLook look, string key, string person)
    {
        if (Actors.Find(look, person) is not { } found)
            return Actors.Unknown(person);
        if (found.Posts.IsEmpty)
            return InvolvingRefusals.NoOfficer(Naming.Person(found));
        return MustBeNoParty(look, found) ?? MustBeNew(look, look.State.Steps[key], found) ?? MustBeApart(look, key, person);
    }

    /// <summary>Refuses whoever is a party of the case.</summary>
    internal static Refusal? MustBeNoParty(CaseLook look, PersonFact person) =>
        look.State.IsOwnOf(person.Id) ? InvolvingRefusals.IsParty(Naming.Person(person)) : null;

    /// <summary>Refuses whoever separation keeps from a step.</summary>
    internal static Refusal? MustBeApart(CaseLook look, string key, string person) =>
        look.Process.Find(key) is WorkNode node ? Actors.Separation(look, node, [person]) : null;

    private static Refusal? MustBeNew(CaseLook look, StepState step, PersonFact person)
    {
        var (at, who) = (Naming.Step(look, step.Key), Naming.Person(person));
        return IsThere(look, step, person.Id) ? InvolvingRefusals.AlreadyThere(at, who)
            : IsOnRoll(look, step, person) ? InvolvingRefusals.AnswersAlready(at, who)
            : step.Sides.Length >= MostAtOneStep ? InvolvingRefusals.TooMany(at, MostAtOneStep)
            : null;
    }

    /// <summary>Whether officers act at a step, in one post or in several.</summary>
    internal static bool IsOfOffice(CaseLook look, string key) => look.Process.Find(key) is StepNode { By: not PartyRole } or JointNode;

    // Whoever was asked for an opinion may still be asked to sign.
    private static bool IsThere(CaseLook look, StepState step, string person) =>
        person == look.Stamp.Actor
        || person == look.Stamp.For
        || step.Sides.Any(t => t.IsOpen && t.Who.Person == person && t.Kind != SideKind.Consult);

    /// <summary>Whether somebody answers in a joint review already, for a post or as an added signer: one person has one voice.</summary>
    internal static bool IsOnRoll(CaseLook look, StepState step, PersonFact person) =>
        look.Process.Find(step.Key) is JointNode && (step.Roll.Any(e => e.Admits(person)) || step.Answers.Any(a => IsOf(a, person.Id)));

    // What another system told names the people who answered beside the system.
    private static bool IsOf(GivenAnswer answer, string person) =>
        answer.By == person || (answer.By is SystemActor && answer.With.Contains(person));

    /// <summary>Refuses an answer to whoever could not give it: they have signed another's, where natural persons count.</summary>
    internal static Refusal? MustBeSilent(CaseLook look, string key, string person) =>
        OneVoice.Holds(look, key) && look.State.Steps[key].Answers.Any(a => a.Voices.Contains(person))
            ? InvolvingRefusals.AnswersAlready(Naming.Step(look, key), Naming.Person(look, person))
            : null;

    /// <summary>Refuses a voice beside the actor's to whoever is not of the actor's own office, or of one that has not the step: who votes is the definition's to say.</summary>
    internal static Refusal? MustBeColleague(CaseLook look, string key, string person)
    {
        if (Actors.Find(look, person) is not { } found)
            return null;
        var mine = StepGuards.Who(look, key).Where(e => e.IsForOffice && Actors.Principal(look) is { } self && e.IsOfOffice(self));
        return mine.Any(e => e.IsOfOffice(found)) ? null : InvolvingRefusals.OtherOffice(Naming.Step(look, key), Naming.Person(found));
    }

    /// <summary>Records what is asked of whom, and for which answer of a joint review; null for none.</summary>
    internal static void Ask(CaseTurn turn, string key, SideKind kind, Entitlement who, string? words, GivenAnswer? answer = null)
    {
        var number = turn.State.Steps[key].Sides.Length + 1;
        turn.Apply(
            new SideAsked(
                key,
                new SideTask
                {
                    Number = number,
                    Kind = kind,
                    Who = who.InvolvedFor(kind, number),
                    By = turn.Stamp.Actor,
                    Words = words,
                    On = turn.On,
                    Answer = answer,
                }
            )
        );
    }

    private static bool IsMaker(CaseLook look, SideTask task) => Visitors.IsDoer(look, task.By);

    // Whoever has left the post leaves what they asked to it: taking a signer away may decide a vote.
    private static bool IsStillOf(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { } step
        && (
            step.Entitled.Any(e => Actors.Admitted(look, key, e) || (e.IsForOffice && Actors.Admitted(look, key, e with { Person = null })))
            || step.Sides.Any(t => Visitors.IsDoer(look, t.Who.Person))
        );

    /// <summary>Whether the actor may take a request back: the one who made it, the holder of the step, or the head of the leading office.</summary>
    internal static Refusal? MayRecall(CaseLook look, string key, SideTask task) =>
        Deputyship.MustReach(look, key) is { } beyond ? beyond
        : (IsMaker(look, task) && IsStillOf(look, key)) || Actors.MustLead(look) is null ? null
        : SideRefusals.NotYours(Naming.Person(look, task.By), Naming.Actor(look));
}

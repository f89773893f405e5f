using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>What somebody has in hand who holds no post there any more is the post's again. Of whom no fact is known, they hold it still.</summary>
public static class Leavers
{
    /// <summary>
    /// Returns who has tasks of a case in hand: they are looked up, so that nobody's leaving keeps a task from their colleagues. Whom
    /// others name as a party is looked up too, because of an officer not everybody may confirm it.
    /// </summary>
    public static IEnumerable<string> Asked(CaseState state) =>
        Open(state).SelectMany(Holding).Concat(state.Parties.Select(p => p.Person).Where(state.IsOnlyNamed)).Distinct();

    /// <summary>Returns the open steps.</summary>
    internal static IEnumerable<StepState> Open(CaseState state) => state.Steps.Values.Where(s => s.Status == StepStatus.Open);

    /// <summary>Returns who has something in hand at a step.</summary>
    internal static IEnumerable<string> Holding(StepState step) =>
        step.Entitled.Where(e => e.Organisation is not null).Select(e => e.Person).Append(step.ClaimedBy).OfType<string>();

    /// <summary>An entitlement as it is today: without the person where they have left.</summary>
    internal static Entitlement Today(CaseLook look, StepState? step, Entitlement entitled) =>
        entitled is { Person: { } person, Organisation: not null }
        && Fact(look, person) is { } known
        && !Holds(known, entitled, IsGiven(step, entitled))
            ? entitled with
            {
                Person = null,
            }
            : entitled;

    /// <summary>Who has claimed a step, and may still work there; null for nobody.</summary>
    internal static string? Claimant(CaseLook look, StepState? step) =>
        step?.ClaimedBy is { } holder && !HasLeft(look, step, holder) ? holder : null;

    /// <summary>Hands what leavers had in hand back to the post.</summary>
    internal static void GiveBack(CaseTurn turn, string key)
    {
        var step = turn.State.Steps[key];
        foreach (var (was, now) in step.Entitled.Select(e => (e, Today(turn, step, e))).Where(x => x.e != x.Item2))
            turn.Apply(new StepTransferred(key, was, now, new RuleActor(RuleNames.PostEnded), ""));
    }

    private static bool HasLeft(CaseLook look, StepState step, string holder) =>
        Fact(look, holder) is { } known
        && step.Entitled.Any(e => e.IsForOffice)
        && !step.Entitled.Any(e => e.Person == holder ? Holds(known, e, IsGiven(step, e)) : (e with { Person = null }).Admits(known));

    // A hand-over may give the task to anybody of the office; a rule or a seat gives it only to a holder of the post.
    private static bool Holds(PersonFact person, Entitlement entitled, bool given) =>
        given ? (entitled with { Person = null }).Admits(person) : entitled.IsOfOffice(person);

    private static bool IsGiven(StepState? step, Entitlement entitled) =>
        Seat.Is(entitled.Key) || (step is not null && step.Chosen.Any(c => c.Participant == entitled.Key && c.Person == entitled.Person));

    private static PersonFact? Fact(CaseLook look, string person) => look.Stamp.Facts.People.FirstOrDefault(p => p.Id == person);
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Draws people in beside the holder of a step: who may be drawn in, and how it is recorded.</summary>
internal static class DrawingIn
{
    /// <summary>More people than this at one step are a meeting; it belongs into the definition.</summary>
    private const int MostAtOneStep = 50;

    /// <summary>Whether a person may be drawn in: known, an officer, not there already, no party, and not barred by separation.</summary>
    internal static Refusal? MayDraw(CaseLook look, string key, string person)
    {
        if (Actors.Find(look, person) is not { } found) return Actors.Unknown(person);
        if (found.Posts.IsEmpty) return new Refusal("person.no_officer", $"Expected somebody who holds a post, but {found.Name} holds none.");
        if (look.State.Parties.Any(p => p.Person == person)) return new Refusal("person.party", $"Expected somebody who is no party of the case, but {found.Name} is.");
        var step = look.State.Steps[key];
        if (person == look.Stamp.Actor || person == look.Stamp.For || step.Sides.Any(t => t.IsOpen && t.Who.Person == person && t.Kind != SideKind.Consult))
            return new Refusal("person.already_there", $"Expected somebody else at {Quoted.Step(look, key)}, but {found.Name} is there already.");
        if (IsOnRoll(look, step, found)) return new Refusal("person.already_there", $"Expected somebody who does not answer at {Quoted.Step(look, key)} already, but {found.Name} does.", "one person has one voice");
        if (step.Sides.Length >= MostAtOneStep) return new Refusal("person.too_many", $"Expected at most {MostAtOneStep} people drawn in at {Quoted.Step(look, key)}, but there are {step.Sides.Length}.");
        return look.Process.Find(key) is WorkNode node ? Actors.Separation(look, node, [person]) : null;
    }

    /// <summary>Whether somebody answers in a joint review already, for a post or as an added signer: one person has one voice.</summary>
    internal static bool IsOnRoll(CaseLook look, StepState step, PersonFact person) =>
        look.Process.Find(step.Key) is JointNode && (step.Roll.Any(e => e.Admits(person)) || step.Answers.Any(a => a.By == person.Id || (CaseAdopted.NamesSystem(a.By) && a.With.Contains(person.Id))));

    /// <summary>Records what is asked of whom.</summary>
    internal static void Draw(CaseTurn turn, string key, SideKind kind, Entitlement who, string? words)
    {
        var number = turn.State.Steps[key].Sides.Length + 1;
        turn.Apply(new SideAsked(key, new SideTask { Number = number, Kind = kind, Who = who.DrawnInFor(kind, number), By = turn.Stamp.Actor, Words = words, On = turn.On }));
    }

    /// <summary>Whether the actor may take a request back: the one who made it, the holder of the step, or the head of the leading office.</summary>
    internal static Refusal? MayRecall(CaseLook look, string key, SideTask task) =>
        Deputyship.MustReach(look, key) is { } beyond ? beyond
        : look.Stamp.Actor == task.By || look.Stamp.For == task.By || Actors.MustLead(look) is null
            ? null
            : new Refusal("side.not_yours", $"Expected {task.By} to take this request back, but {look.Stamp.Actor} is another.", "the one who asked, or the head of the leading office");
}

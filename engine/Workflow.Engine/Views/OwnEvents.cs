using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Views;

/// <summary>What in a case is a party's own.</summary>
/// <param name="person">Id of the natural person.</param>
/// <param name="definitions">What the case was bound to.</param>
internal sealed class OwnEvents(string person, CaseDefinitions definitions)
{
    /// <summary>Whether an entry is of the party's own doing, or was made for them.</summary>
    internal bool Is(LedgerEntry entry) => entry.Stamp.Actor == person || entry.Stamp.For == person;

    /// <summary>Whether a step waits or waited for the party.</summary>
    internal bool Is(CaseState seen, string? step) =>
        step is not null && seen.Steps.TryGetValue(step, out var found) && (found.Entitled.Any(Names) || Did(found.Completed));

    /// <summary>Whether the party came to an outcome.</summary>
    internal bool Did(StepCompleted? done) => done is not null && (done.By == person || done.For == person || done.With.Contains(person));

    /// <summary>Whether the party sees a clock: the case's as a whole, those of their own steps, and those that a law sets the office. What offices set one another is their own affair.</summary>
    internal bool Sees(CaseState seen, ClockState clock) =>
        Is(seen, clock.Step) || (clock.Participant is null && (clock.Step is null || !definitions.Rule(clock).Basis.IsInternal));

    /// <summary>Whether an event is the party's own, or said to be for all.</summary>
    /// <param name="happened">One that <see cref="ShownEvents"/> calls so.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="seen">The case as the party sees it so far.</param>
    internal bool Has(CaseEvent happened, LedgerEntry entry, CaseState seen) =>
        happened switch
        {
            CommentAdded e => e.Internal == false || e.By == person || Is(entry),
            FileAttached e => e.Internal == false || e.By == person || Is(entry),
            CopySent e => e.To.Any(Names),
            Notified e => e.To.Any(Names),
            DocumentServed e => IsFor(e),
            Urged e => e.By == person || e.To.Any(Names),
            StepTransferred e => Names(e.From) || Names(e.To),
            StepClaimed e => e.Person == person,
            StepAssigned e => e.Person == person,
            StepReleased e => Is(seen, e.Step),
            AnswerGiven e => e.Given.Voices.Contains(person),
            AnswerTakenBack e => seen.Steps[e.Step].Answers.Any(a => a.Participant == e.Participant),
            SideAsked e => Names(e.Task.Who),
            SideReplied e => WasAsked(seen, e.Step, e.Number),
            SideRecalled e => WasAsked(seen, e.Step, e.Number),
            _ => throw new UnreachableException($"Nobody said whose {happened.GetType().Name} is."),
        };

    /// <summary>What is left of an event of the party's own: whom an urging reached tells who has yet to act, and who was involved.</summary>
    internal CaseEvent Cut(CaseEvent happened) => happened is Urged urged ? urged with { To = [.. urged.To.Where(Names)] } : happened;

    private static bool WasAsked(CaseState seen, string step, int number) => seen.Steps[step].Sides.Any(t => t.Number == number);

    /// <summary>Whether a paper is for the party: it names them, or nobody in particular.</summary>
    internal bool IsFor(ImmutableArray<Addressee>? to) => to?.Any(a => a.Person == person) != false;

    /// <summary>Whether a service is on the party, or on all parties at once.</summary>
    internal bool IsFor(DocumentServed served) => served.To is null || served.To.Person == person;

    /// <summary>Whether a task is the party's as the party.</summary>
    internal bool IsTheirs(Entitlement to) => Names(to) && !to.IsForOffice;

    private bool Names(Entitlement to) => to.Person == person;
}

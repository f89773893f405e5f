using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>Lists what a person may do now. The operations offer by the guards that deciding runs, so the two cannot disagree.</summary>
public static class AllowedActions
{
    /// <summary>Returns every action at the steps that are open to the person, with the reason where it is not allowed now.</summary>
    /// <param name="process">The case's definition.</param>
    /// <param name="state">The case, settled.</param>
    /// <param name="actor">The person, as the register knows them today.</param>
    /// <param name="at">The moment of asking.</param>
    /// <param name="calendar">The authority's calendar.</param>
    /// <param name="holders">Those whom <see cref="Leavers.Asked"/> names, as the register knows them today; where they are not given, nobody has left.</param>
    public static ImmutableArray<ActionOffer> For(
        PublishedProcess process,
        CaseState state,
        PersonFact actor,
        DateTimeOffset at,
        WorkCalendar calendar,
        IEnumerable<PersonFact>? holders = null
    )
    {
        if (state.Stage == CaseStage.None)
            return [];
        var facts = new Facts { People = [actor, .. (holders ?? []).Where(p => p.Id != actor.Id)] };
        var stamp = new Stamp
        {
            RecordedAt = at,
            EffectiveOn = calendar.DayOf(at),
            Actor = new PersonActor(actor.Id),
            Facts = facts,
            Calendar = calendar,
        };
        var look = new CaseLook(process, state, stamp);
        var offered = Operations.All.Where(o => o.When.HasFlag(Standing(look))).ToList();
        return [.. AtTasks(look, offered), .. offered.SelectMany(o => o.OfCase?.Invoke(look) ?? [])];
    }

    private static IEnumerable<ActionOffer> AtTasks(CaseLook look, IReadOnlyCollection<Operation> offered) =>
        from step in look.State.Steps.Values
        where look.Process.IsTask(step.Key)
        let node = (WorkNode)look.Process.Find(step.Key)!
        from operation in offered
        from offer in operation.AtTask?.Invoke(look, node, step) ?? []
        select offer;

    private static Operation.CaseStanding Standing(CaseLook look) =>
        look.State.Concluding is not null ? Operation.CaseStanding.Concluding
        : look.IsOpen ? Operation.CaseStanding.Open
        : AfterCare.Runs(look) ? Operation.CaseStanding.AfterCare
        : Operation.CaseStanding.Over;
}

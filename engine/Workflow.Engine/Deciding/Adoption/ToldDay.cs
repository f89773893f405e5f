using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>One thing that is told, with its day.</summary>
/// <param name="On">The effective day.</param>
/// <param name="MayHappen">Whether the case has come so far that it can have happened.</param>
/// <param name="Happen">Lets it happen on its day; a refusal when it cannot.</param>
internal sealed record ToldThing(DateOnly On, Func<CaseTurn, bool> MayHappen, Func<CaseTurn, Refusal?> Happen);

/// <summary>Lives one day of another system again: the same code decides as if the case had run here that day.</summary>
internal static class ToldDay
{
    /// <summary>Lets something happen on an earlier day, with everything that follows from it.</summary>
    internal static Refusal? Live(CaseTurn turn, ToldFacts told, DateOnly day, Func<CaseTurn, Refusal?> happen)
    {
        var then = Then(turn, told, day);
        if (happen(then) is { } refusal)
            return refusal;
        if (then.State.Stage != CaseStage.None)
            Advance.Run(then);
        if ((Missing(then, told) ?? Early(then, day)) is { } wrong)
            return wrong;
        foreach (var happened in then.Events.Where(e => !IsOfThen(e)))
            turn.Repeat(happened);
        return null;
    }

    // Which hour it was nobody tells: a limit in hours counts from the beginning of the day.
    private static CaseTurn Then(CaseTurn turn, ToldFacts told, DateOnly day)
    {
        var at = turn.Calendar.StartOf(day);
        var stamp = turn.Stamp with { RecordedAt = at, EffectiveOn = day, Actor = told.Actor, For = null, Document = null };
        return new CaseTurn(turn.Process, turn.State, stamp) { Told = told };
    }

    private static Refusal? Missing(CaseLook then, ToldFacts told) =>
        told.Missing is var (type, step) ? AdoptRefusals.DocumentMissing(Naming.Document(type), Naming.Step(then, step)) : null;

    private static Refusal? Early(CaseLook then, DateOnly day) =>
        then.Events.OfType<StepOpened>().FirstOrDefault(o => o.On < day) is { } early
            ? AdoptRefusals.OpenedTooEarly(Naming.Step(then, early.Step), early.On, day)
            : null;

    // Copies went out there, and the cases that were called ran there.
    private static bool IsOfThen(CaseEvent happened) => happened is CopySent or CaseCalled;
}

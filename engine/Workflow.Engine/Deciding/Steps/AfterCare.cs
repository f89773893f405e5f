using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>
/// Between concluded 办结 and closed 归档: the steps that a definition lists under <c>after</c>, with their own clocks. A clock of
/// the case outlasts the conclusion only where it waits for a moment that the after-care marks.
/// </summary>
internal static class AfterCare
{
    /// <summary>Whether the case is concluded and not closed yet.</summary>
    internal static bool Runs(CaseLook look) => look.State.Stage == CaseStage.Concluded && Runs(look.Definition);

    private static bool Runs(ProcessDefinition definition) => !definition.After.IsEmpty;

    /// <summary>Whether a command may be decided on a concluded case: it is about the after-care, or about a clock that still runs.</summary>
    internal static bool Admits(CaseLook look, CaseCommand command) =>
        Runs(look) && (command is IInAfterCare || command is IAtStep { Step: { } key } && look.Process.IsAfter(key));

    /// <summary>Whether a clock goes on when the case is concluded.</summary>
    internal static bool Keeps(CaseLook look, ClockState clock) =>
        clock.Material is { } material
            ? Runs(look.Definition) && Promising.Outlasts(look, material)
            : clock.Step is null && ClockRules.Of(look.Process, clock).Until.Any(look.Process.MarkedAfter.Contains);

    /// <summary>Closes a concluded case: nothing at all is left, and the file is kept from this day.</summary>
    internal static void Close(CaseTurn turn)
    {
        var years = turn.Definition.Retention.Years;
        turn.Apply(new CaseClosed(turn.On, years is { } y ? turn.On.AddYears(y) : null));
    }
}

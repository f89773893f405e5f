using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Which clock of a case a name means: one without a run means the latest, as everywhere.</summary>
public static class ClockNames
{
    /// <summary>Returns the id of the clock that a name means: <c>acceptance</c> the latest run's, <c>acceptance#1</c> the first run's. The name as it is where there is none.</summary>
    public static string Of(CaseState state, string name) =>
        StepKey.NamesRun(name)
            ? $"{ClockKey.Parse(name)}"
            : state.Clocks.Keys.Where(id => ClockKey.Parse(id).Rule == name).MaxBy(id => ClockKey.Parse(id).Run) ?? name;

    /// <summary>Returns a command with the clock that it names; any other as it is. Rules name the very clock that is due.</summary>
    internal static CaseCommand Resolve(CaseState state, CaseCommand command) =>
        command is IOnClock on ? on.On(Of(state, on.Clock)) : command;
}

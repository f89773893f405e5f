using System.Globalization;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Which clock of a case a name means: one without a run means the latest, as everywhere.</summary>
public static class ClockNames
{
    /// <summary>Returns the id of the clock that a name means: <c>acceptance</c> the latest run's, <c>acceptance#1</c> the first run's. The name as it is where there is none.</summary>
    public static string Of(CaseState state, string name)
    {
        if (name.EndsWith("#1", StringComparison.Ordinal)) return name[..^2];
        return name.Contains('#', StringComparison.Ordinal) ? name : state.Clocks.Keys.Where(id => id == name || id.StartsWith(name + "#", StringComparison.Ordinal)).MaxBy(Run) ?? name;
    }

    /// <summary>Returns a command with the clock that it names; any other as it is. Rules name the very clock that is due.</summary>
    internal static CaseCommand Resolve(CaseState state, CaseCommand command) => command switch
    {
        PauseClock c => c with { Clock = Of(state, c.Clock) },
        ResumeClock c => c with { Clock = Of(state, c.Clock) },
        ExtendClock c => c with { Clock = Of(state, c.Clock) },
        CorrectSilence c => c with { Clock = Of(state, c.Clock) },
        _ => command,
    };

    private static int Run(string id) => id.Split('#') is [_, var run] && int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}

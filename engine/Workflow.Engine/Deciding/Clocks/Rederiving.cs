using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Derives the clocks of a case again when a calendar edition supersedes the one they stand on.</summary>
internal static class Rederiving
{
    internal static Operation Operation { get; } = Operation.Of<RederiveClocks>((turn, _) => Rederive(turn));

    internal static Refusal? Rederive(CaseTurn turn)
    {
        foreach (var clock in ClockKeeper.Open(turn).Where(c => c.Calendar != turn.Calendar.Digest).OrderBy(c => c.Step is not null))
        {
            var now = turn.State.Clocks[clock.Id];
            ClockKeeper.Move(turn, now, now with { AwaitsCalendar = false }, ClockCause.Calendar, turn.Calendar.Digest);
        }

        return null;
    }
}

using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Statistics;

/// <summary>What became of tasks. A task is a step that was opened for somebody; opened again it is another.</summary>
/// <param name="Opened">All of them.</param>
/// <param name="Done">Those with an outcome.</param>
/// <param name="Open">Those that still wait; the rest was closed without an outcome.</param>
/// <param name="OnTime">Those done within a limit of their own.</param>
/// <param name="Late">Those done after it, or still open past it.</param>
public sealed record WorkCounts(long Opened, long Done, long Open, long OnTime, long Late)
{
    /// <summary>None.</summary>
    public static WorkCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Closed without an outcome.</summary>
    public long Closed => Opened - Done - Open;

    /// <summary>Kept of those with a limit of their own.</summary>
    public Rate OnTimeRate => new(OnTime, OnTime + Late);

    internal static WorkCounts Of(StepState step, ClockState? clock)
    {
        var kept = clock is null ? null : LedgerCase.WasKept(clock);
        var isDone = step.Completed is not null;
        return new WorkCounts(1, One(isDone), One(step.Status == StepStatus.Open), One(isDone && kept == true), One(kept == false));
    }

    internal WorkCounts Plus(WorkCounts other) =>
        new(Opened + other.Opened, Done + other.Done, Open + other.Open, OnTime + other.OnTime, Late + other.Late);

    private static long One(bool counts) => counts ? 1 : 0;
}

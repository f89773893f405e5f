namespace Workflow.Mining.Conforming;

/// <summary>One run of a step with a limit of its own, as far as the log tells.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="OpenedOn">The day it opened, or its limit started; null where the log does not say.</param>
/// <param name="DoneOn">The day it was done; null without a moment.</param>
/// <param name="DueOn">The last day of its limit, included, without extension or pause; null without <paramref name="OpenedOn"/>.</param>
/// <param name="LateWorkingDays">Working days past the last day, 0 where only days off lay between; null when it was not late or nobody can tell.</param>
/// <param name="IsProvisional">Whether a day was counted that no published calendar covers.</param>
public sealed record StepVerdict(
    string Step,
    DateOnly? OpenedOn,
    DateOnly? DoneOn,
    DateOnly? DueOn,
    int? LateWorkingDays,
    bool IsProvisional
);

/// <summary>A step's limit over all cases. Every run is in one of the counts.</summary>
public sealed class StepSum
{
    /// <summary>Done on the last day or before.</summary>
    public long OnTime { get; private set; }

    /// <summary>Done after it: by how many working days.</summary>
    public Spread LateWorkingDays { get; } = new();

    /// <summary>The number of runs for which the log does not say when they opened or were done.</summary>
    public long Undated { get; private set; }

    /// <summary>Every run.</summary>
    public long Total => OnTime + LateWorkingDays.Count + Undated;

    internal void Add(StepVerdict verdict)
    {
        if (verdict.DueOn is null || verdict.DoneOn is null)
            Undated++;
        else if (verdict.LateWorkingDays is { } late)
            LateWorkingDays.Add(late);
        else
            OnTime++;
    }
}

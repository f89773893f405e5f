namespace Workflow.Mining.Conforming;

/// <summary>By what a case is measured to be late.</summary>
public enum Yardstick
{
    /// <summary>The period of the definition's clock, without extension or pause.</summary>
    Period,

    /// <summary>That period with every extension that the rule allows.</summary>
    Extended,

    /// <summary>The end that the log says was planned.</summary>
    Planned,

    /// <summary>The last day that the log carries.</summary>
    Deadline,
}

/// <summary>One clock of a case, as far as the log tells.</summary>
/// <param name="Clock">The clock's id.</param>
/// <param name="StartOn">The day it started; null where the log does not say.</param>
/// <param name="EndOn">The day it stopped; null while the case is unfinished, or where the log does not say.</param>
/// <param name="Due">The last day by each yardstick that there is, included.</param>
/// <param name="IsProvisional">Whether a day was counted that no published calendar covers.</param>
public sealed record ClockVerdict(
    string Clock,
    DateOnly? StartOn,
    DateOnly? EndOn,
    IReadOnlyDictionary<Yardstick, DateOnly> Due,
    bool IsProvisional
)
{
    /// <summary>Days from the start to the end; null without both.</summary>
    public int? Days => EndOn?.DayNumber - StartOn?.DayNumber;

    /// <summary>Days past a last day, below 1 for none; null without an end or such a day.</summary>
    public int? Late(Yardstick by) => Due.TryGetValue(by, out var due) ? EndOn?.DayNumber - due.DayNumber : null;
}

namespace Workflow.Engine.Periods;

/// <summary>What happens when the last day is a day off; applied last.</summary>
public enum RollRule
{
    /// <summary>Nothing: the limit ends on that day.</summary>
    None,

    /// <summary>The limit ends on the next working day. Never applied to a limit counted backwards.</summary>
    NextWorkingDay,

    /// <summary>The limit ends on the working day before.</summary>
    PreviousWorkingDay,

    /// <summary>The rule of tax periods: moved by the days off of every long rest inside, else to the next working day.</summary>
    Tax,
}

namespace Workflow.Engine.Periods;

/// <summary>What happens when the last day is a day off; applied last.</summary>
public enum RollRule
{
    /// <summary>Nothing: the limit ends on that day.</summary>
    None,

    /// <summary>The limit ends on the next working day (民法典 Art 203). Never applied to a limit counted backwards.</summary>
    NextWorkingDay,

    /// <summary>The limit ends on the working day before.</summary>
    PreviousWorkingDay,

    /// <summary>税收征收管理法实施细则 Art 109: moved by the days off in runs of three or more, else to the next working day.</summary>
    Tax,
}

namespace Workflow.Engine.Periods;

/// <summary>What a limit counts; it belongs to the rule, never to a setting.</summary>
public enum PeriodUnit
{
    /// <summary>工作日: days on which offices work.</summary>
    WorkingDays,

    /// <summary>日: every day of the calendar.</summary>
    Days,

    /// <summary>月: to the corresponding day, or the month's last.</summary>
    Months,

    /// <summary>小时: from the exact moment through nights and holidays.</summary>
    Hours,
}

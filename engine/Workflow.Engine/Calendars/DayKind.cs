namespace Workflow.Engine.Calendars;

/// <summary>What the calendar says of a day.</summary>
public enum DayKind
{
    /// <summary>A Monday to Friday on which offices work.</summary>
    Workday,

    /// <summary>An ordinary Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A day off named by a notice or a regional overlay.</summary>
    Holiday,

    /// <summary>A day that would be off, on which offices work because a notice or an overlay says so (调休上班).</summary>
    MakeUpWorkday,
}

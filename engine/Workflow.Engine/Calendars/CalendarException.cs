namespace Workflow.Engine.Calendars;

/// <summary>A day named by a notice or an overlay because it departs from the ordinary week.</summary>
/// <param name="Date">The day.</param>
/// <param name="Works">Whether offices work on it.</param>
/// <param name="Name">The holiday it belongs to; never empty.</param>
public sealed record CalendarException(DateOnly Date, bool Works, string Name);

#pragma warning disable CS1591
namespace Workflow.Engine.Clocks
{
    public enum PeriodUnit { WorkingDays, Days, Months, Hours }
    public sealed record Period(int Amount, PeriodUnit Unit);
    public enum RollRule { None, NextWorkingDay, PreviousWorkingDay, Tax }
}
namespace Workflow.Engine.Calendars { public sealed class WorkCalendar; }

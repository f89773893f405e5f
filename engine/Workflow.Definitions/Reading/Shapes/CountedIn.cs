using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>What periods are counted in, as a phrase of the table.</summary>
internal static class CountedIn
{
    public static Message WorkingDays() => new("counted.working_days");

    public static Message Days() => new("counted.days");

    public static Message Months() => new("counted.months");

    public static Message Hours() => new("counted.hours");
}

using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>What periods are counted in, as a phrase of the table.</summary>
internal static class CountedIn
{
    public static Message WorkingDays() => new("counted.working_days");

    public static Message Days() => new("counted.days");

    public static Message Months() => new("counted.months");

    public static Message Hours() => new("counted.hours");

    /// <summary>What a length is counted in.</summary>
    public static Message Of(PeriodUnit unit) =>
        unit switch
        {
            PeriodUnit.WorkingDays => WorkingDays(),
            PeriodUnit.Days => Days(),
            PeriodUnit.Months => Months(),
            PeriodUnit.Hours => Hours(),
            _ => throw new UnreachableException($"No word for {unit}."),
        };
}

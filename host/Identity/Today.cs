using Workflow.Definitions.Registers;
using Workflow.Host.Opening;

namespace Workflow.Host.Identity;

/// <summary>
/// The legal day now, by the clock of the cases and in the zone of the register's organisations. That clock is asked of the
/// workplace alone: the one in the container belongs to the scheduler, which goes by the machine's.
/// </summary>
public sealed class Today(Workplace place)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Organisation.DefaultZone);

    public DateTimeOffset Now => place.Time.GetUtcNow();

    public DateOnly Day => DayOf(Now);

    /// <summary>The legal day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).Date);
}

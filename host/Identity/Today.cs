using Workflow.Definitions.Registers;

namespace Workflow.Host.Identity;

/// <summary>The legal day now, in the zone of the register's organisations.</summary>
public sealed class Today(TimeProvider time)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Organisation.DefaultZone);

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Day => DayOf(Now);

    /// <summary>The legal day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).Date);
}

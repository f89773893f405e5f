namespace Workflow.Host.Identity;

/// <summary>A clock of a demonstration: it begins at nine in the morning of another day and then runs on.</summary>
public sealed class ShiftedTime(DateOnly day) : TimeProvider
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private readonly TimeSpan _shift = new DateTimeOffset(day, new TimeOnly(9, 0), China) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}

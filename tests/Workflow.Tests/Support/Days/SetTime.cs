namespace Workflow.Tests.Support.Days;

/// <summary>A clock that stands until somebody moves it.</summary>
internal sealed class SetTime(DateTimeOffset now) : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

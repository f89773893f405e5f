namespace Workflow.Host.Stories;

/// <summary>The time of a story: it stands until the next move.</summary>
public sealed class StoryTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on to a moment; an earlier one changes nothing.</summary>
    public void MoveTo(DateTimeOffset moment) => _now = moment > _now ? moment : _now;
}

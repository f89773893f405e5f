namespace Workflow.Engine.Periods;

/// <summary>A span of days.</summary>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; null when open.</param>
public sealed record PeriodInForce(DateOnly From, DateOnly? To)
{
    /// <summary>Whether a day lies inside, both ends included.</summary>
    public bool Includes(DateOnly day) => day >= From && (To is null || day <= To);

    /// <summary>Whether some day belongs to both.</summary>
    public bool Overlaps(PeriodInForce other) => (other.To is null || From <= other.To) && (To is null || other.From <= To);

    /// <inheritdoc/>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}

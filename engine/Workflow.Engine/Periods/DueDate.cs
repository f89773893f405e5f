namespace Workflow.Engine.Periods;

/// <summary>When a limit ends.</summary>
/// <param name="On">The last day, inclusive; for hours the local day of <paramref name="At"/>.</param>
/// <param name="At">The first instant after the limit, in UTC: the end of <paramref name="On"/>, or for hours the exact moment.</param>
/// <param name="RawOn">The last day before the roll rule.</param>
/// <param name="Provisional">Whether a day was consulted that no edition covers, or that the next one may still move.</param>
public readonly record struct DueDate(DateOnly On, DateTimeOffset At, DateOnly RawOn, bool Provisional);

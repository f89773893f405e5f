using System.Diagnostics;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>How long the work since a clock started takes.</summary>
/// <param name="Floor">What the law's minimums take at least, in calendar days.</param>
/// <param name="Budget">What every limit used to the full takes, in calendar days.</param>
/// <param name="Steps">How many office steps were finished.</param>
internal sealed record Span(decimal Floor, decimal Budget, int Steps)
{
    public static readonly Span Nothing = new(0, 0, 0);

    public Span Join(Span other) => new(Math.Min(Floor, other.Floor), Math.Max(Budget, other.Budget), Math.Max(Steps, other.Steps));

    /// <summary>The longest period that limits give from their start on; null where none counts so.</summary>
    public static Period? Longest(IEnumerable<LimitRule> limits) =>
        limits.Where(l => l.Kind is LimitKind.For or LimitKind.UpTo).Select(l => l.Period!).MaxBy(Days);

    /// <summary>A period in calendar days: five working days are seven, a month is thirty.</summary>
    public static decimal Days(Period period) =>
        period.Unit switch
        {
            PeriodUnit.WorkingDays => period.Amount * 1.4m,
            PeriodUnit.Days => period.Amount,
            PeriodUnit.Months => period.Amount * 30m,
            PeriodUnit.Hours => period.Amount / 24m,
            _ => throw new UnreachableException($"No answer for {period.Unit}."),
        };
}

/// <summary>The spans of one path, by clock. Two paths that meet keep the shorter floor and the longer budget.</summary>
internal sealed record Spans(Remembered<string, Span> ByClock)
{
    public static readonly Spans None = new(Remembered<string, Span>.None(StringComparer.Ordinal));

    public Spans Join(Spans other) =>
        new(
            other.ByClock.Aggregate(
                ByClock,
                (all, one) => all.With(one.Key, all.TryGetValue(one.Key, out var mine) ? mine.Join(one.Value) : one.Value)
            )
        );

    /// <summary>Joins branches that all have to end: the longer floor counts too.</summary>
    public Spans Beside(Spans other) =>
        new(
            other.ByClock.Aggregate(
                ByClock,
                (all, one) =>
                    all.With(
                        one.Key,
                        all.TryGetValue(one.Key, out var mine)
                            ? mine.Join(one.Value) with
                            {
                                Floor = Math.Max(mine.Floor, one.Value.Floor),
                            }
                            : one.Value
                    )
            )
        );

    public Spans Set(string clock, Span span) => new(ByClock.With(clock, span));

    public Spans Drop(string clock) => new(ByClock.Only(s => s.Key != clock));

    public bool Same(Spans other) => ByClock.Equals(other.ByClock);
}

using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Support.Days;

/// <summary>The vocabulary of the clock tests.</summary>
internal static class Limits
{
    /// <param name="from">A day, or for hours a moment with offset.</param>
    /// <param name="limit">A period, with " before" when it is counted backwards.</param>
    /// <param name="roll">What happens on a day off.</param>
    /// <param name="pauses">Like <c>2025-09-05..2025-09-19</c>; without an end it is open.</param>
    internal static Reckoning Of(string from, string limit, RollRule roll = RollRule.None, params string[] pauses)
    {
        var backward = limit.EndsWith(" before", StringComparison.Ordinal);
        var text = backward ? limit[..^" before".Length] : limit;
        if (!PeriodText.TryParse(text, out var period, out var fault))
            throw new ArgumentException(fault.ToString());
        var at = At(from);
        return new Reckoning(period, backward ? Counting.Backward : Counting.Forward, DayOf(at), at, [.. pauses.Select(Pause)], roll)
        {
            LongRest = 3,
        };
    }

    internal static string On(string from, string limit, RollRule roll = RollRule.None, params string[] pauses) =>
        $"{DueDates.Reckon(Of(from, limit, roll, pauses), Shelf.Calendar).On:O}";

    internal static DateTimeOffset At(string text) => DateTimeOffset.Parse(text.Length == 10 ? text + "T00:00+08:00" : text);

    private static Exclusion Pause(string text)
    {
        var ends = text.Split("..");
        DateTimeOffset? to = ends[1].Length == 0 ? null : At(ends[1]);
        return new Exclusion(text, DayOf(At(ends[0])), to is { } end ? DayOf(end) : null, At(ends[0]), to, null);
    }

    private static DateOnly DayOf(DateTimeOffset at) => Shelf.Calendar.DayOf(at);

    internal static ImmutableArray<DayLine> Explained(this Reckoning reckoning, string through) =>
        DueDates.Explain(reckoning, Shelf.Calendar, Shelf.Day(through));

    internal static int Left(this Reckoning reckoning, string asOf) => DueDates.DaysLeft(reckoning, Shelf.Calendar, Shelf.Day(asOf));
}

using System.Globalization;
using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Due;

/// <summary>
/// A moment as somebody wrote it: a day, or a time on a day. Without an offset it is what the clocks of an authority show, and
/// which one that is the reader says. What is not written is left open: it has a first and a last instant.
/// </summary>
public sealed record WrittenMoment
{
    /// <summary>What a sentence names as examples.</summary>
    public static MessageValue Examples { get; } = MessageValue.List(["2020-05-14", "2020-05-14 15:00", "2020-05-14T15:00:00+08:00"]);

    private const DateTimeStyles Strict = DateTimeStyles.None;

    // The engine reckons with these years.
    private const int FirstYear = 1900;
    private const int LastYear = 9990;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string[] Minutes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm"];
    private static readonly string[] Seconds = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm:ss"];
    private static readonly string[] Fractions = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF"];

    private WrittenMoment() { }

    /// <summary>Whether a time was written.</summary>
    public bool Exact { get; private init; }

    private DateTimeOffset Wall { get; init; }

    private bool HasOffset { get; init; }

    // What lies between the first and the last instant that were meant.
    private TimeSpan Open { get; init; }

    /// <summary>Reads <c>2020-05-14</c>, <c>2020-05-14 15:00</c> or <c>2020-05-14T15:00:00+08:00</c>; null for anything else and, without an offset, outside 1900 to 9990.</summary>
    /// <param name="text">What was written; a <c>Z</c> at the end is an offset.</param>
    public static WrittenMoment? Read(string text)
    {
        if (WrittenDay.Read(text) is { } day)
            return Known(
                new WrittenMoment
                {
                    Wall = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                    Open = TimeSpan.FromDays(1),
                }
            );
        return Timed(text, Minutes, TimeSpan.FromMinutes(1))
            ?? Timed(text, Seconds, TimeSpan.FromSeconds(1))
            ?? Timed(text, Fractions, TimeSpan.FromTicks(1));
    }

    /// <summary>Returns the first instant that was meant.</summary>
    /// <param name="calendar">Its zone reads a moment without an offset.</param>
    public DateTimeOffset From(WorkCalendar calendar) =>
        HasOffset
            ? Wall.ToUniversalTime()
            : calendar.InstantOf(DateOnly.FromDateTime(Wall.DateTime), TimeOnly.FromTimeSpan(Wall.TimeOfDay));

    /// <summary>Returns the last instant that was meant: of a day its end, of a minute that a timeline shows the end of that minute.</summary>
    /// <param name="calendar">Its zone reads a moment without an offset.</param>
    public DateTimeOffset Through(WorkCalendar calendar) =>
        (Exact ? From(calendar) + Open : calendar.EndOf(DateOnly.FromDateTime(Wall.DateTime))).AddTicks(-1);

    private static WrittenMoment? Timed(string text, string[] formats, TimeSpan open)
    {
        var numeric = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(numeric, [.. formats.Select(f => f + "zzz")], Invariant, Strict, out var at))
            return new WrittenMoment
            {
                Wall = at,
                HasOffset = true,
                Exact = true,
                Open = at < DateTimeOffset.MaxValue - open ? open : TimeSpan.FromTicks(1),
            };
        return DateTimeOffset.TryParseExact(text, formats, Invariant, DateTimeStyles.AssumeUniversal, out var wall)
            ? Known(
                new WrittenMoment
                {
                    Wall = wall,
                    Exact = true,
                    Open = open,
                }
            )
            : null;
    }

    private static WrittenMoment? Known(WrittenMoment moment) => moment.Wall.Year is >= FirstYear and <= LastYear ? moment : null;
}

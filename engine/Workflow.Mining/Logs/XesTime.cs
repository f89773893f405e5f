using System.Globalization;

namespace Workflow.Mining.Logs;

/// <summary>Reads moments as XML Schema writes them, and in the common variants: a blank for the T, an offset without colon or minutes, a day alone, no seconds.</summary>
internal static class XesTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd",
    ];
    private static readonly string[] Offsets = ["hh\\:mm", "hhmm", "hh"];

    private const int DayLength = 10;

    /// <summary>The digits of a second that are kept: .NET counts in ten millionths.</summary>
    private const int Digits = 7;

    /// <summary>Returns the moment in UTC; null for anything else.</summary>
    /// <param name="written">The text; blanks around it say nothing.</param>
    /// <param name="zone">The zone of a time written without one; of two possible moments the first, in a gap the one by the offset before.</param>
    internal static DateTimeOffset? Parse(string written, TimeZoneInfo zone)
    {
        var text = written.Trim();
        var at = Offset(text);
        return Wall(text[..at]) is not { } wall ? null
            : at == text.Length ? Shift(wall, zone.GetUtcOffset(wall - zone.GetUtcOffset(wall)))
            : text[at] is 'Z' or 'z' ? wall
            : ByOffset(wall, text[at], text[(at + 1)..]);
    }

    private static DateTimeOffset? Wall(string written) =>
        DateTimeOffset.TryParseExact(
            Short(written.TrimEnd()),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var wall
        )
            ? wall
            : null;

    private static DateTimeOffset? ByOffset(DateTimeOffset wall, char sign, string written) =>
        TimeSpan.TryParseExact(written, Offsets, CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
            ? Shift(wall, sign == '-' ? -offset : offset)
            : null;

    // Where the zone begins; the date has two hyphens of its own.
    private static int Offset(string text)
    {
        if (text.EndsWith('Z') || text.EndsWith('z'))
            return text.Length - 1;
        var at = text.Length > DayLength ? text.LastIndexOfAny(['+', '-']) : -1;
        return at > DayLength ? at : text.Length;
    }

    private static string Short(string wall)
    {
        if (wall.Length > DayLength && wall[DayLength] == ' ')
            wall = $"{wall[..DayLength]}T{wall[(DayLength + 1)..]}";
        var point = wall.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && wall.Length - point - 1 > Digits && wall[(point + 1)..].All(char.IsAsciiDigit)
            ? wall[..(point + 1 + Digits)]
            : wall;
    }

    private static DateTimeOffset? Shift(DateTimeOffset wall, TimeSpan offset) =>
        (wall.UtcTicks - offset.Ticks) is var ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
}

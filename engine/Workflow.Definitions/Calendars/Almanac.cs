using System.Globalization;

namespace Workflow.Definitions.Calendars;

/// <summary>On which day of a year a lunar date or a term of the sun falls.</summary>
internal static class Almanac
{
    /// <summary>The years for which both are known.</summary>
    public const int FirstYear = 2000;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2099;

    /// <summary>Every lunar month has so many days; some have one more.</summary>
    public const int ShortestMonth = 29;

    private static readonly ChineseLunisolarCalendar Moon = new();

    /// <summary>Returns the day of a lunar date; a leap month has none of the holidays.</summary>
    public static DateOnly Lunar(int year, int month, int day) =>
        DateOnly.FromDateTime(Moon.ToDateTime(year, Place(year, month), day, 0, 0, 0, 0));

    /// <summary>Returns the eve of the lunar new year, which the year before may give 29 or 30 days.</summary>
    public static DateOnly Eve(int year) => Lunar(year, 1, 1).AddDays(-1);

    /// <summary>Returns the day on which the sun reaches fifteen degrees, by the usual formula for this century.</summary>
    public static DateOnly Qingming(int year)
    {
        var ofCentury = year - FirstYear;
        return new DateOnly(year, 4, (int)(ofCentury * 0.2422m + 4.81m) - ofCentury / 4);
    }

    // A leap month stands behind the month whose name it repeats.
    private static int Place(int year, int month) => Moon.GetLeapMonth(year) is var leap && leap > 0 && month >= leap ? month + 1 : month;
}

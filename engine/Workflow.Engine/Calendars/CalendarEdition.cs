using System.Collections.Immutable;

namespace Workflow.Engine.Calendars;

/// <summary>One published arrangement of a year: the yearly notice, or a notice that changed it later.</summary>
/// <param name="Year">The year arranged.</param>
/// <param name="Number">1 for the first notice of the year, 2 for one that replaces it, and so on.</param>
/// <param name="Published">The day of publication; the month's last day when only the month is known.</param>
/// <param name="Notice">The notice's number, or null when it is not known.</param>
/// <param name="Source">Where it can be read, or null.</param>
/// <param name="Days">The whole arrangement, not the difference to an earlier edition. May name days of the December before.</param>
public sealed record CalendarEdition(
    int Year,
    int Number,
    DateOnly Published,
    string? Notice,
    string? Source,
    ImmutableArray<CalendarException> Days
);

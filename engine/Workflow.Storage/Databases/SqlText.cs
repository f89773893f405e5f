using System.Globalization;

namespace Workflow.Storage.Databases;

/// <summary>How values are spelled in columns of text: instants in UTC with a fixed width, so that they sort; days as ISO.</summary>
internal static class SqlText
{
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Sorts after every real day.</summary>
    internal const string NoDay = "9999-12-31";

    internal static string Text(this DateTimeOffset at) => at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    internal static string Text(this DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    internal static string? Text(this DateTimeOffset? at) => at?.Text();

    internal static string? Text(this DateOnly? day) => day?.Text();

    internal static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal static DateTimeOffset? MaybeInstant(string? text) => text is null ? null : Instant(text);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    internal static DateOnly? MaybeDay(string? text) => text is null ? null : Day(text);
}

using System.Globalization;

namespace Workflow.Engine.Expressions;

/// <summary>
/// A legal day as people write it, wherever one is read from them: <c>2026-03-02</c>, as spreadsheets write it <c>2026-3-2</c> or <c>2026/3/2 0:00</c>, as papers do
/// <c>2026.3.2</c>, <c>2026年3月2日</c> or <c>二〇二六年三月二日</c>.
/// </summary>
public static class WrittenDay
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    // Spreadsheets write the first instant of a day behind it.
    private static readonly string[] Midnights = [" 0:00", " 00:00", " 0:00:00", " 00:00:00"];

    /// <summary>Returns the day; null for anything else.</summary>
    /// <param name="text">What was written; its digits and the signs between them may be full-width.</param>
    public static DateOnly? Read(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(
            WithoutMidnight(WrittenDigits.NarrowDay(text)),
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
        : InChinese(text);

    private static string WithoutMidnight(string text) =>
        Midnights.FirstOrDefault(m => text.EndsWith(m, StringComparison.Ordinal)) is { } midnight ? text[..^midnight.Length] : text;

    private static DateOnly? InChinese(string text)
    {
        if (
            text.Split('年', '月', '日') is not [var year, var month, var day, ""]
            || ChineseNumeral.ReadDigits(year) is not (>= 1000 and var y)
        )
            return null;
        return ChineseNumeral.Read(month) is { } m && ChineseNumeral.Read(day) is { } d ? Read($"{y}-{m:00}-{d:00}") : null;
    }
}

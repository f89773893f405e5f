using System.Globalization;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Due;

/// <summary>A day as it stands in a table of people: <c>2026-03-02</c>, as spreadsheets write it <c>2026/3/2</c>, or <c>2026年3月2日</c>.</summary>
public static class WrittenDay
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"];

    /// <summary>Returns the day; null for anything else.</summary>
    /// <param name="text">What was written; its digits may be full-width.</param>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(
            text is null ? "" : WrittenDigits.Narrow(text),
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}

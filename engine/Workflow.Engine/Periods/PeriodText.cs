using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Workflow.Engine.Periods;

/// <summary>Reads periods as people write them: <c>20 working days</c>, <c>1 month</c>, <c>24 hours</c>.</summary>
public static class PeriodText
{
    private const string Forms = "a period like '20 working days', '60 days', '3 months' or '24 hours'";

    /// <summary>Reads one period; when it is none, <paramref name="error"/> is a sentence with what was expected and found.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out string? error)
    {
        (period, error) = (null, null);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 3 || Unit(string.Join(' ', words[1..])) is not { } unit)
            error = $"Expected {Forms}, but found '{Shown(text)}'.";
        else if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > Period.Longest)
            error = $"Expected a whole number from 1 to {Period.Longest}, but found '{Shown(words[0])}'.";
        else
            period = new Period(amount, unit);
        return period is not null;
    }

    private static PeriodUnit? Unit(string words) => words switch
    {
        "working day" or "working days" => PeriodUnit.WorkingDays,
        "day" or "days" => PeriodUnit.Days,
        "month" or "months" => PeriodUnit.Months,
        "hour" or "hours" => PeriodUnit.Hours,
        _ => null,
    };

    // A message stays a line long whatever was written.
    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

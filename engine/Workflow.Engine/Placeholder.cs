#pragma warning disable CS1591
namespace Workflow.Engine.Clocks
{
    public enum PeriodUnit { WorkingDays, Days, Months, Hours }
    public sealed record Period(int Amount, PeriodUnit Unit);
    public enum RollRule { None, NextWorkingDay, PreviousWorkingDay, Tax }

    // Stands in for the real PeriodText with the same signature and the same forms.
    public static class PeriodText
    {
        public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Period? period, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? error)
        {
            (period, error) = (null, null);
            var words = text.Split(' ', System.StringSplitOptions.RemoveEmptyEntries);
            PeriodUnit? unit = words.Length is < 2 or > 3 ? null : string.Join(' ', words[1..]) switch
            {
                "working day" or "working days" => PeriodUnit.WorkingDays,
                "day" or "days" => PeriodUnit.Days,
                "month" or "months" => PeriodUnit.Months,
                "hour" or "hours" => PeriodUnit.Hours,
                _ => null,
            };
            if (unit is null) error = $"Expected a period like '20 working days', '60 days', '3 months' or '24 hours', but found '{(text.Length <= 60 ? text : text[..60] + "…")}'.";
            else if (!int.TryParse(words[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > 100_000)
                error = $"Expected a whole number from 1 to 100000, but found '{(words[0].Length <= 60 ? words[0] : words[0][..60] + "…")}'.";
            else period = new Period(amount, unit.Value);
            return period is not null;
        }
    }
}

namespace Workflow.Engine.Calendars
{
    public sealed class WorkCalendar
    {
        // Stands in for the real calendar: Monday to Friday.
        public System.DateOnly SubtractWorkdays(System.DateOnly from, int days)
        {
            while (days > 0)
            {
                from = from.AddDays(-1);
                if (from.DayOfWeek is not (System.DayOfWeek.Saturday or System.DayOfWeek.Sunday)) days--;
            }

            return from;
        }
    }
}

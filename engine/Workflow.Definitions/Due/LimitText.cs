using System.Diagnostics.CodeAnalysis;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>Reads limits like <c>20 working days + 10 working days</c> or <c>30 days before</c>.</summary>
internal static class LimitText
{
    private const string Backwards = " before";

    internal static bool TryParse(
        string text,
        [NotNullWhen(true)] out Period? period,
        out Counting direction,
        [NotNullWhen(false)] out string? error
    )
    {
        var trimmed = text.Trim();
        direction = trimmed.EndsWith(Backwards, StringComparison.Ordinal) ? Counting.Backward : Counting.Forward;
        if (direction == Counting.Backward)
            trimmed = trimmed[..^Backwards.Length];
        period = null;
        error = null;
        foreach (var part in trimmed.Split('+'))
        {
            if (!PeriodText.TryParse(part.Trim(), out var next, out var fault))
            {
                error = fault.English.Sentence;
                return Fail(ref period);
            }

            if (period is not null && period.Unit != next.Unit)
                error = $"Expected one unit in a limit, but found {period} + {next}.";
            else if ((long)(period?.Amount ?? 0) + next.Amount > Period.Longest)
                error = $"Expected at most {Period.Longest} in all, but found more.";
            if (error is not null)
                return Fail(ref period);
            period = period?.Plus(next) ?? next;
        }

        return period is not null;
    }

    private static bool Fail(ref Period? period)
    {
        period = null;
        return false;
    }
}

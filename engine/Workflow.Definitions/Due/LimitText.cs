using System.Diagnostics.CodeAnalysis;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>Reads limits like <c>20 working days + 10 working days</c> or <c>30 days before</c>.</summary>
internal static class LimitText
{
    private static readonly string[] Backwards = [" before", "之前", "前"];

    internal static bool TryParse(
        string text,
        [NotNullWhen(true)] out Period? period,
        out Counting direction,
        [NotNullWhen(false)] out Message? fault
    )
    {
        var trimmed = text.Trim();
        var ending = Array.Find(Backwards, e => trimmed.EndsWith(e, StringComparison.Ordinal));
        direction = ending is null ? Counting.Forward : Counting.Backward;
        trimmed = trimmed[..^(ending?.Length ?? 0)];
        (period, fault) = (null, null);
        foreach (var part in trimmed.Split('+'))
            if (!Add(ref period, part.Trim(), out fault))
                return false;
        return period is not null;
    }

    private static bool Add(ref Period? sum, string part, [NotNullWhen(false)] out Message? fault)
    {
        if (!PeriodText.TryParse(part, out var next, out fault))
            return false;
        if (sum is not null && sum.Unit != next.Unit)
            fault = DueFaults.Units(sum, next);
        else if ((long)(sum?.Amount ?? 0) + next.Amount > Period.Longest)
            fault = DueFaults.TooLong(Period.Longest);
        else
            sum = sum?.Plus(next) ?? next;
        return fault is null;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Expressions;

/// <summary>Reads periods as people write them: <c>20 working days</c>, <c>1 month</c>, <c>24 hours</c>; <c>20个工作日</c>, <c>60日</c>, <c>三个月</c>, <c>24小时</c>.</summary>
public static class PeriodText
{
    // A message stays a line long whatever was written.
    private const int LongestShown = 60;

    /// <summary>Reads one period; when it is none, <paramref name="fault"/> says what was expected and found.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out Message? fault)
    {
        (period, fault) = (null, null);
        var words = Words(WrittenDigits.Narrow(text));
        if (Unit(words) is not { } unit)
            fault = new Message("period.none", ("found", Shown(text)));
        else if (Amount(words[0]) is { } amount)
            period = new Period(amount, unit);
        else
            fault = new Message("period.amount", ("most", Period.Longest), ("found", Shown(words[0])));
        return period is not null;
    }

    // In Chinese nothing parts the number from its unit.
    private static string[] Words(string text)
    {
        var number = text.TrimStart();
        var digits = number.TakeWhile(c => char.IsAsciiDigit(c) || ChineseNumeral.IsSign(c)).Count();
        return digits > 0 && digits < number.Length && number[digits] > '\u007F'
            ? [number[..digits], number[digits..].Trim()]
            : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static PeriodUnit? Unit(string[] words) =>
        words.Length < 2
            ? null
            : string.Join(' ', words[1..]) switch
            {
                "working day" or "working days" or "个工作日" or "工作日" => PeriodUnit.WorkingDays,
                "day" or "days" or "日" or "天" or "个自然日" or "自然日" => PeriodUnit.Days,
                "month" or "months" or "个月" or "月" => PeriodUnit.Months,
                "hour" or "hours" or "小时" or "个小时" => PeriodUnit.Hours,
                _ => null,
            };

    private static int? Amount(string word) =>
        !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? ChineseNumeral.Read(word)
        : amount is >= 1 and <= Period.Longest ? amount
        : null;

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}

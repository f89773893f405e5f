using System.Collections.Frozen;

namespace Workflow.Engine.Expressions;

/// <summary>Whole numbers as people write them in Chinese: <c>三</c>, <c>十五</c>, <c>二十</c>, <c>一百零五</c>.</summary>
public static class ChineseNumeral
{
    private const int Last = 9999;
    private const string Digits = "零一二三四五六七八九";
    private const string Others = "〇○两十百千";

    private static readonly (int Of, char Sign)[] Places = [(1000, '千'), (100, '百'), (10, '十'), (1, '\0')];

    // What is written otherwise, such as 一百五, is read otherwise by different people, and is none.
    private static readonly FrozenDictionary<string, int> Numbers = Enumerable
        .Range(1, Last)
        .ToFrozenDictionary(Written, n => n, StringComparer.Ordinal);

    /// <summary>Whether a sign is one of such a number.</summary>
    public static bool IsSign(char sign) => Digits.Contains(sign) || Others.Contains(sign);

    /// <summary>Reads a number from 1 to 9999; null for anything else.</summary>
    /// <param name="text">What was written; <c>两</c> is two, and <c>十五</c> may be <c>一十五</c>.</param>
    public static int? Read(string text)
    {
        var plain = Plain(text);
        return Numbers.TryGetValue(plain.StartsWith("一十", StringComparison.Ordinal) ? plain[1..] : plain, out var number) ? number : null;
    }

    /// <summary>Reads digits one by one, as years are written: <c>二〇二六</c>; null for anything else.</summary>
    /// <param name="text">What was written; not longer than nine digits.</param>
    public static int? ReadDigits(string text)
    {
        var digits = Plain(text).Select(c => Digits.IndexOf(c)).ToList();
        return digits.Count is > 0 and <= 9 && !digits.Contains(-1) ? digits.Aggregate((all, digit) => all * 10 + digit) : null;
    }

    private static string Plain(string text) => text.Replace('〇', '零').Replace('○', '零').Replace('两', '二');

    // 1015 is 一千零一十五: a gap is one 零, and only a number that begins with its tens leaves out their 一.
    private static string Written(int number)
    {
        var written = "";
        var isGap = false;
        foreach (var (of, sign) in Places)
        {
            var digit = number / of % 10;
            if (digit > 0)
                written += $"{(isGap ? "零" : "")}{Digits[digit]}{(sign == '\0' ? "" : sign)}";
            isGap = digit == 0 && written.Length > 0;
        }

        return number is >= 10 and < 20 ? written[1..] : written;
    }
}

namespace Workflow.Engine.Expressions;

/// <summary>Whole numbers as people write them in Chinese: <c>三</c>, <c>十五</c>, <c>二十</c>, <c>一百零五</c>.</summary>
public static class ChineseNumeral
{
    // 九千九百九十九 has as many.
    private const int MostSigns = 7;

    private const string Digits = "零一二三四五六七八九";
    private const string Others = "〇○两十百千";

    private static readonly (int Of, char Sign)[] Places = [(1000, '千'), (100, '百'), (10, '十'), (1, '\0')];

    /// <summary>Whether a sign is one of such a number.</summary>
    public static bool IsSign(char sign) => Digits.Contains(sign) || Others.Contains(sign);

    /// <summary>Reads a number from 1 to 9999; null for anything else.</summary>
    /// <param name="text">What was written; <c>两</c> is two, and <c>十五</c> may be <c>一十五</c>.</param>
    public static int? Read(string text)
    {
        var plain = Plain(text);
        var spoken = plain.StartsWith("一十", StringComparison.Ordinal) ? plain[1..] : plain;
        // What is written otherwise, such as 一百五, is read otherwise by different people, and is none.
        return spoken.Length <= MostSigns && Sum(spoken) is > 0 and var number && Write(number) == spoken ? number : null;
    }

    // A digit counts as often as the sign after it says; a sign without a digit before it counts once, as in 十二.
    private static int? Sum(string text)
    {
        var (sum, digit) = (0, 0);
        foreach (var sign in text)
            if (Digits.IndexOf(sign) is >= 0 and var value)
                digit = value;
            else if (Places.FirstOrDefault(p => p.Sign == sign) is { Of: > 0 and var of })
                (sum, digit) = (sum + Math.Max(digit, 1) * of, 0);
            else
                return null;
        return sum + digit;
    }

    /// <summary>Reads digits one by one, as years are written: <c>二〇二六</c>; null for anything else.</summary>
    /// <param name="text">What was written; not longer than nine digits.</param>
    public static int? ReadDigits(string text)
    {
        var digits = Plain(text).Select(c => Digits.IndexOf(c)).ToList();
        return digits.Count is > 0 and <= 9 && !digits.Contains(-1) ? digits.Aggregate((all, digit) => all * 10 + digit) : null;
    }

    private static string Plain(string text) => text.Replace('〇', '零').Replace('○', '零').Replace('两', '二');

    /// <summary>Writes a number as people say it; a gap is one 零, and only a number that begins with its tens leaves out their 一.</summary>
    /// <param name="number">From 1 to 9999.</param>
    public static string Write(int number)
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

using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>How the number of an article is written in a citation: in Chinese, without a blank, with its paragraph and item if one is meant.</summary>
internal static partial class ArticleWriting
{
    private const string Numeral = "[零〇一二三四五六七八九十百千]+";

    public static bool IsNumber(string article) => Number().IsMatch(article);

    /// <summary>Returns a number that was written with blanks or Arabic digits as it should be; null where that is not what is wrong with it.</summary>
    public static string? Mended(string article)
    {
        var mended = Digits().Replace(Blanks().Replace(article, ""), digits => Chinese(digits.Value));
        return mended != article && IsNumber(mended) ? mended : null;
    }

    private static string Chinese(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9_999
            ? ChineseNumeral.Write(number)
            : digits;

    [GeneratedRegex(
        $"^第{Numeral}条(?:之{Numeral})?(?:第{Numeral}款)?(?:第{Numeral}项)?(?:第{Numeral}目)?$",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Number();

    [GeneratedRegex("[0-9]{1,4}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Blanks();
}

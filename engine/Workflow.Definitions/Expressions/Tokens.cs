using System.Globalization;

namespace Workflow.Definitions.Expressions;

/// <summary>Cuts an expression's text into words.</summary>
internal static class Tokens
{
    private const string FullWidth = "＝＜＞！（）［］，．。：；‘’“”＋－";
    private const string HalfWidth = "=<>!()[],..:;''\"\"+-";

    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
                break;
            var token = Next(text, at);
            tokens.Add(token);
            at += token.Kind == TokenKind.Text ? token.Text.Length + 2 : token.Text.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", at));
        return tokens;
    }

    private static Token Next(string text, int at) =>
        text[at] switch
        {
            '(' or '[' => new Token(TokenKind.Open, text[at].ToString(), at),
            ')' or ']' => new Token(TokenKind.Close, text[at].ToString(), at),
            ',' => new Token(TokenKind.Comma, ",", at),
            '.' => new Token(TokenKind.Dot, ".", at),
            '+' => new Token(TokenKind.Plus, "+", at),
            '-' when StandsAlone(text, at) => new Token(TokenKind.Minus, "-", at),
            '=' => new Token(TokenKind.Sign, "=", at),
            '!' when Follows(text, at) => new Token(TokenKind.Sign, "!=", at),
            '<' or '>' => new Token(TokenKind.Sign, Follows(text, at) ? text.Substring(at, 2) : text[at].ToString(), at),
            '\'' or '"' => Quoted(text, at),
            >= '0' and <= '9' => NumberOrDate(text, at),
            '/' or '_' => Name(text, at),
            var c when char.IsLetter(c) => Name(text, at),
            var c => throw Unexpected(c, at),
        };

    private static bool Follows(string text, int at) => at + 1 < text.Length && text[at + 1] == '=';

    // A hyphen belongs to the ids and days it stands in; a minus has a space on both sides.
    private static bool StandsAlone(string text, int at) =>
        at > 0 && char.IsWhiteSpace(text[at - 1]) && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]);

    private static ExpressionFault Unexpected(char found, int at)
    {
        var wide = FullWidth.IndexOf(found, StringComparison.Ordinal);
        return wide >= 0
            ? new ExpressionFault(at, ConditionFaults.WideSign($"{found}", $"{HalfWidth[wide]}"))
            : new ExpressionFault(at, found == '-' ? ConditionFaults.Minus() : ConditionFaults.Sign(Shown(found)));
    }

    private static string Shown(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : c.ToString();

    private static Token Quoted(string text, int at)
    {
        var end = text.IndexOf(text[at], at + 1);
        return end < 0
            ? throw new ExpressionFault(at, ConditionFaults.OpenQuote($"{text[at]}"))
            : new Token(TokenKind.Text, text[(at + 1)..end], at);
    }

    private static Token Name(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'))
            end++;
        return new Token(TokenKind.Name, text[at..end], at);
    }

    private static Token NumberOrDate(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '-' or '.'))
            end++;
        var word = text[at..end];
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return new Token(TokenKind.Date, word, at);
        return decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? new Token(TokenKind.Number, word, at)
            : throw new ExpressionFault(at, ConditionFaults.Number(word));
    }
}

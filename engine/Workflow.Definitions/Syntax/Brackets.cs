namespace Workflow.Definitions.Syntax;

/// <summary>Looks at brackets without reading YAML.</summary>
internal static class Brackets
{
    // Flow brackets are the only cheap way to nest deeply; block nesting costs a column per level, and lines are capped by the file's size.
    public static (int Line, int Column)? TooDeep(string text)
    {
        var (depth, line, column) = (0, 1, 0);
        foreach (var c in text)
        {
            (line, column) = c == '\n' ? (line + 1, 0) : (line, column + 1);
            if (c is '[' or '{' && ++depth > SyntaxReader.MaxDepth * 4)
                return (line, column);
            if (c is ']' or '}' && depth > 0)
                depth--;
        }

        return null;
    }

    /// <summary>Returns the innermost bracket that is not closed, or is closed by one of another kind; null when there is none.</summary>
    public static OpenBracket? Unclosed(string text)
    {
        var open = new Stack<OpenBracket>();
        var tokens = new BracketTokens(text);
        while (tokens.Next() is { } token)
        {
            if (token.Sign is '[' or '{')
                open.Push(token);
            else if (open.TryPeek(out var last) && last.Close != token.Sign)
                return last;
            else
                open.TryPop(out _);
        }

        return open.TryPeek(out var left) ? left : null;
    }

    /// <summary>Returns the quote that opens behind a bracket on its line and does not close there: it swallowed what closes the bracket.</summary>
    public static (int Line, int Column, char Sign)? OpenQuote(string text, OpenBracket bracket)
    {
        var line = FileLines.Of(text)[bracket.Line - 1];
        for (var at = bracket.Column; at < line.Length; at++)
        {
            if (line[at] is not ('"' or '\'') || !BracketTokens.Opens(line.AsSpan(0, at)))
                continue;
            if (line.IndexOf(line[at], at + 1) is var close && close < 0)
                return (bracket.Line, at + 1, line[at]);
            at = close;
        }

        return null;
    }
}

/// <summary>A bracket and its place.</summary>
/// <param name="Sign">The bracket.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct OpenBracket(char Sign, int Line, int Column)
{
    /// <summary>What closes it.</summary>
    public char Close => Sign == '[' ? ']' : '}';
}

/// <summary>Finds the brackets of a text that are no part of a word, a quotation or a comment.</summary>
/// <param name="text">The text.</param>
internal sealed class BracketTokens(string text)
{
    private const string Openers = ":-,[{";

    /// <summary>Whether a quote behind this part of a line begins a text.</summary>
    public static bool Opens(ReadOnlySpan<char> before) => before.TrimEnd() is [.., var last] && Openers.Contains(last);

    private int _at;
    private int _line = 1;
    private int _begin;
    private int _depth;

    // The last sign that is no space: a word goes on after a letter, a value begins after a colon.
    private char _last = ':';

    /// <summary>Returns the next bracket; null at the end.</summary>
    public OpenBracket? Next()
    {
        while (_at < text.Length)
        {
            var (sign, column) = (text[_at], _at - _begin + 1);
            Step(sign);
            if (!IsBracket(sign))
                continue;
            _depth += sign is '[' or '{' ? 1 : -1;
            _last = sign;
            return new OpenBracket(sign, _line, column);
        }

        return null;
    }

    private bool Begins => Openers.Contains(_last);

    private bool IsBracket(char sign) => sign is '[' or '{' ? Begins : sign is ']' or '}' && _depth > 0;

    private void Step(char sign)
    {
        var isComment = sign == '#' && (_at == _begin || char.IsWhiteSpace(text[_at - 1]));
        _at++;
        if (sign == '\n')
            Line();
        else if (isComment)
            SkipTo('\n', _at);
        else if (sign is '"' or '\'' && Begins)
            SkipPast(sign);
        else if (!char.IsWhiteSpace(sign) && !IsBracket(sign))
            _last = sign;
    }

    private void Line()
    {
        (_line, _begin) = (_line + 1, _at);
        if (_depth == 0)
            _last = ':';
    }

    private void SkipPast(char quote)
    {
        var from = _at;
        SkipTo(quote, from);
        for (var i = from; i < _at; i++)
            if (text[i] == '\n')
                (_line, _begin) = (_line + 1, i + 1);
        if (_at < text.Length)
            _at++;
        _last = quote;
    }

    private void SkipTo(char sign, int from)
    {
        var found = text.IndexOf(sign, from);
        _at = found < 0 ? text.Length : found;
    }
}

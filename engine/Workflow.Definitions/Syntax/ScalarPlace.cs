namespace Workflow.Definitions.Syntax;

/// <summary>Finds the place in the file of a character inside a value: quotes, escapes and folded lines counted.</summary>
internal static class ScalarPlace
{
    public static Position Of(ScalarSyntax scalar, int offset)
    {
        var raw = scalar.Raw;
        var at = Start(raw);
        for (var i = 0; i < offset && at < raw.Length; i++)
            at = Next(raw, at, scalar.Text[Math.Min(i, scalar.Text.Length - 1)]);
        at = Gap(raw, at, offset < scalar.Text.Length ? scalar.Text[offset] : ' ');
        return raw.Length == 0 ? scalar.At with { Column = scalar.At.Column + offset } : Shifted(scalar.At, raw, Math.Min(at, raw.Length));
    }

    private static int Start(string raw)
    {
        if (raw.Length == 0)
            return 0;
        if (raw[0] is '\'' or '"')
            return 1;
        return raw[0] is '|' or '>' && raw.Contains('\n') ? raw.IndexOf('\n') + 1 : 0;
    }

    private static int Next(string raw, int at, char decoded)
    {
        at = Gap(raw, at, decoded);
        if (at >= raw.Length)
            return raw.Length;
        if (raw[0] == '\'' && raw[at] == '\'' && decoded == '\'')
            return at + 2;
        if (raw[0] == '"' && raw[at] == '\\')
            return at + Escape(raw, at);
        if (decoded is not (' ' or '\n') || !char.IsWhiteSpace(raw[at]))
            return at + 1;
        var end = at;
        while (end < raw.Length && raw[end] is (' ' or '\t'))
            end++;
        return end < raw.Length && raw[end] is ('\n' or '\r') ? SkipSpace(raw, end) : at + 1;
    }

    // Folding drops indentation: where the file has space and the value has not, step over it.
    private static int Gap(string raw, int at, char decoded) =>
        at < raw.Length && char.IsWhiteSpace(raw[at]) && !char.IsWhiteSpace(decoded) ? SkipSpace(raw, at) : at;

    private static int SkipSpace(string raw, int at)
    {
        while (at < raw.Length && char.IsWhiteSpace(raw[at]))
            at++;
        return at;
    }

    private static int Escape(string raw, int at) =>
        at + 1 >= raw.Length
            ? 1
            : raw[at + 1] switch
            {
                'x' => 4,
                'u' => 6,
                'U' => 10,
                _ => 2,
            };

    private static Position Shifted(Position start, string raw, int at)
    {
        var (line, column) = (start.Line, start.Column);
        for (var i = 0; i < at; i++)
            (line, column) = raw[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        return start with { Line = line, Column = column };
    }
}

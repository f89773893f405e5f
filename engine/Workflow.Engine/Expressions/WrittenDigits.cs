namespace Workflow.Engine.Expressions;

/// <summary>Digits as a Chinese keyboard may write them.</summary>
public static class WrittenDigits
{
    /// <summary>Returns the text with full-width digits made half-width: <c>２０</c> is <c>20</c>.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (into, from) => Write(from, into));

    /// <summary>Returns the text of a day with its digits and the signs between them made half-width.</summary>
    public static string NarrowDay(string text) => Narrow(text).Replace('－', '-').Replace('／', '/').Replace('．', '.');

    private static void Write(string from, Span<char> into)
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = from[i] is >= '０' and <= '９' ? (char)(from[i] - '０' + '0') : from[i];
    }
}

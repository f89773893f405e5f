using System.Net;

namespace Workflow.Host.Wording;

/// <summary>Text as it may stand in HTML and SVG, attributes included.</summary>
public static class Html
{
    public static string Safe(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The cells of a table's row.</summary>
    /// <param name="tag"><c>th</c> or <c>td</c>.</param>
    /// <param name="cells">Their texts.</param>
    public static string Cells(string tag, IEnumerable<string> cells) => string.Concat(cells.Select(c => $"<{tag}>{Safe(c)}</{tag}>"));
}

using Workflow.Engine.Expressions;

namespace Workflow.Engine.Laws;

/// <summary>How numbers of articles are written, and how they contain each other: article, paragraph, item.</summary>
public static class ArticleNumber
{
    /// <summary>Begins each part of a number.</summary>
    public const char Part = '第';

    private const char Article = '条';

    /// <summary>Whether a number is another one or a part of it. The article 第…条之一 is no part of the article before it.</summary>
    public static bool Holds(string whole, string part) =>
        part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] == Part);

    /// <summary>Returns the number of the article that a citation begins with, whatever part of it is cited; null where it begins with none.</summary>
    public static int? Of(string cited) =>
        cited.IndexOf(Article, StringComparison.Ordinal) is > 1 and var end && cited[0] == Part ? ChineseNumeral.Read(cited[1..end]) : null;
}

namespace Workflow.Engine.Laws;

/// <summary>How numbers of articles contain each other: article, paragraph, item.</summary>
public static class ArticleNumber
{
    /// <summary>Begins each part of a number.</summary>
    public const char Part = '第';

    /// <summary>Whether a number is another one or a part of it. The article 第…条之一 is no part of the article before it.</summary>
    public static bool Holds(string whole, string part) =>
        part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] == Part);
}

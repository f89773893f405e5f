namespace Workflow.Engine.Laws;

/// <summary>What a cited article says, as it was when somebody cited it.</summary>
/// <param name="Basis">The citation.</param>
/// <param name="Zh">What it says, in our own words, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Status">How far it was compared with the text.</param>
public sealed record CitedArticle(LegalBasis Basis, string Zh, string En, ArticleStatus Status)
{
    /// <summary>Returns what an entry says, cited by its own number.</summary>
    public static CitedArticle Of(string law, int edition, Article article) =>
        new(new LegalBasis(law, edition, article.Number), article.Zh, article.En, article.Status);
}

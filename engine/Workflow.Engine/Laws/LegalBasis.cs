namespace Workflow.Engine.Laws;

/// <summary>A citation, never the text of the law.</summary>
/// <param name="Law">The law's title, or <c>internal</c> for a rule of the office itself.</param>
/// <param name="Edition">The year of the edition; null for an internal rule.</param>
/// <param name="Article">Article, paragraph and item as cited; null when the whole act is meant.</param>
public sealed record LegalBasis(string Law, int? Edition, string? Article)
{
    /// <summary>Whether the rule is only the office's own.</summary>
    public bool IsInternal => Edition is null;

    /// <inheritdoc/>
    public override string ToString() => Edition is null ? Law : $"{Law}({Edition}) {Article}".TrimEnd();
}

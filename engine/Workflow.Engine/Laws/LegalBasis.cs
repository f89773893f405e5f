namespace Workflow.Engine.Laws;

/// <summary>A citation, never the text of the law.</summary>
/// <param name="Law">The law's title, or <c>internal</c> for a rule of the office itself.</param>
/// <param name="Edition">The year of the edition; null for an internal rule.</param>
/// <param name="Article">Article, paragraph and item as cited; null when the whole act is meant.</param>
public sealed record LegalBasis(string Law, int? Edition, string? Article)
{
    private const string OfTheOffice = "internal";

    /// <summary>The office itself, where no law says it.</summary>
    public static LegalBasis Internal { get; } = new(OfTheOffice, null, null);

    /// <summary>Whether the rule is only the office's own.</summary>
    public bool IsInternal => Edition is null;

    /// <summary>Whether a citation, as it is written and stored, names no law but the office itself.</summary>
    public static bool IsOfTheOffice(string cited) => cited == OfTheOffice;

    /// <inheritdoc/>
    public override string ToString() => Edition is null ? Law : $"{Law}({Edition}) {Article}".TrimEnd();
}

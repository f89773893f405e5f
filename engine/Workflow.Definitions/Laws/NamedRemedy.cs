using Workflow.Engine.Laws;

namespace Workflow.Definitions.Laws;

/// <summary>A remedy that papers name.</summary>
/// <param name="Remedy">To whom a party turns, and within which time.</param>
/// <param name="Edition">The edition that grants it.</param>
/// <param name="At">The article.</param>
/// <param name="Step">What a step is in law that waits for its end; null where the article knows none.</param>
public sealed record NamedRemedy(ArticleRemedy Remedy, LawEdition Edition, LegalBasis At, string? Step)
{
    /// <summary>What a definition keeps of it.</summary>
    internal RemedyPeriod Period =>
        new(Remedy.To, Edition.InForce, Remedy.Within, At)
        {
            From = Remedy.From,
            Step = Step,
            AfterReconsideration = Remedy.AfterReconsideration,
        };
}

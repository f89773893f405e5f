namespace Workflow.Engine.Laws;

/// <summary>The rest that prolongs a period by its own days, as an article fixes it.</summary>
/// <param name="Days">The least number of days off in a row that prolongs it.</param>
/// <param name="Basis">The article.</param>
public sealed record LongRest(int Days, LegalBasis Basis);

using Workflow.Engine.Periods;

namespace Workflow.Engine.Laws;

/// <summary>Within which time a party may turn against a decision of certain days, where the process itself waits for no such time.</summary>
/// <param name="To">To whom.</param>
/// <param name="InForce">The days of the decision for which it holds.</param>
/// <param name="Within">The time, from the day the party knows of the decision.</param>
/// <param name="Basis">The article that sets it.</param>
public sealed record RemedyPeriod(RemedyBody To, PeriodInForce InForce, Period Within, LegalBasis Basis);

using System.Text.Json.Serialization;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Laws;

/// <summary>Within which time a party may turn against a decision of certain days, where the process itself waits for no such time.</summary>
/// <param name="To">To whom.</param>
/// <param name="InForce">The days of the decision for which it holds.</param>
/// <param name="Within">The time, from the day the party knows of the decision.</param>
/// <param name="Basis">The article that sets it.</param>
public sealed record RemedyPeriod(RemedyBody To, PeriodInForce InForce, Period Within, LegalBasis Basis)
{
    /// <summary>The day from which the law counts it, in its words, such as 知道或者应当知道行政行为之日; null where no article says so.</summary>
    public string? From { get; init; }

    /// <summary>What a step is in law that waits for its end; null where no article says so.</summary>
    public string? Step { get; init; }

    /// <summary>Whether it is the time to turn against the decision on reconsideration.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterReconsideration { get; init; }
}

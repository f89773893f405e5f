using System.Collections.Immutable;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Stories;

/// <summary>What came of playing a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Failures">What was otherwise than expected, in the order of the moves, each with its place.</param>
/// <param name="Cases">The numbers of the cases it opened.</param>
public sealed record ScenarioResult(Scenario Scenario, ImmutableArray<Problem> Failures, ImmutableArray<string> Cases)
{
    /// <summary>Whether everything was as expected.</summary>
    public bool Passed => Failures.IsEmpty;
}

using System.Collections.Immutable;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>What reading a file of scenarios, or a story, gave.</summary>
/// <param name="File">The file's name as the designer gave it.</param>
/// <param name="Scenarios">The scenarios in order; those without an error even where others have one.</param>
/// <param name="Problems">Every problem, in the order of line and column.</param>
public sealed record ScenarioReading(string File, ImmutableArray<Scenario> Scenarios, IReadOnlyList<Problem> Problems);

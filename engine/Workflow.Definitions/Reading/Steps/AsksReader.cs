using System.Collections.Immutable;
using Workflow.Definitions.Reading.Papers;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>
/// Reads what a step asks for: its own fields, and with <c>use</c> those of a fragment that several steps ask for alike. In the conditions
/// of the fields <c>here</c> is the step that asks.
/// </summary>
internal static class AsksReader
{
    /// <summary>The key that names the fragment; no field of a step may have it as its id.</summary>
    public const string Use = "use";

    private const string Here = "here";

    public static ImmutableArray<Field> List(Scope scope, SyntaxNode? syntax, StepSymbol step, string place)
    {
        var asking = scope.Where(Here, Scope.Final + step.Id);
        return syntax is MapSyntax map && map[Use] is { } used
            ?
            [
                .. FieldReader.List(asking, Shared(scope, used), place),
                .. FieldReader.List(asking, map with { Entries = [.. map.Entries.Where(e => e.Key != Use)] }, place),
            ]
            : FieldReader.List(asking, syntax, place);
    }

    private static SyntaxNode? Shared(Scope scope, SyntaxNode used) =>
        Values.Scalar(scope, used, Things.Fragment) is { } name ? FragmentUse.Edition(scope, name)?.Root["asks"] : null;
}

using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads to whom a party turns against a decision, and to whom it turned before a change of the law.</summary>
internal static class RemedyBodiesReader
{
    /// <summary>The bodies; null where none are written.</summary>
    public static RemedyBodies? Read(Scope scope, SyntaxNode? syntax) =>
        Shape.Of(scope, syntax, DefinitionKeys.RemedyBodies, Things.ToWhomAPartyTurns)?.Placed("remedies") is { } shape
            ? new RemedyBodies(Organ(shape), Court(shape)) { Before = Earlier(scope, shape["before"]) }
            : null;

    private static EarlierBodies? Earlier(Scope scope, SyntaxNode? syntax) =>
        Shape.Of(scope, syntax, DefinitionKeys.EarlierBodies, Things.ToWhomAPartyTurned) is { } shape
        && LawValues.Day(scope, shape.Required("day", Things.ToWhomAPartyTurned)) is { } day
            ? new EarlierBodies(day, Organ(shape), Court(shape))
            : null;

    private static string? Organ(Shape shape) => shape.Text("reconsideration", Things.TheOrganOfReconsideration);

    private static string? Court(Shape shape) => shape.Text("court", Things.TheCourt);
}

using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads a fee for the guide.</summary>
internal static class FeeReader
{
    public static Fee? Read(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Fee, Things.Fee) is not { } shape)
            return null;
        shape.AtMostOne("amount", "rule");
        var title = shape.Text("title", Things.Title, requiredBy: Things.TheFee) ?? "";
        var basis = BasisReader.Read(scope, shape.Required("basis", Things.TheFee));
        HasMeasure(shape);
        return basis is null ? null : new Fee(title, shape.Number("amount", Things.Amount), shape.Text("rule", Things.Rule), basis);
    }

    private static void HasMeasure(Shape shape)
    {
        if (shape["rule"] is null)
            shape.Required("amount", Things.TheFee);
    }
}

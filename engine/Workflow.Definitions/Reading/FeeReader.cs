using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a fee for the guide.</summary>
internal static class FeeReader
{
    public static Fee? Read(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Fee, Things.Fee) is not { } shape)
            return null;
        shape.AtMostOne("amount", "rule");
        var title = Values.Text(scope, shape.Required("title", Things.TheFee), Things.Title) ?? "";
        var basis = BasisReader.Read(scope, shape.Required("basis", Things.TheFee));
        if (shape["amount"] is null && shape["rule"] is null)
            shape.Required("amount", Things.TheFee);
        return basis is null
            ? null
            : new Fee(title, Values.Number(scope, shape["amount"], Things.Amount), Values.Text(scope, shape["rule"], Things.Rule), basis);
    }
}

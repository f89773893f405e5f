using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a fee for the guide.</summary>
internal static class FeeReader
{
    public static Fee? Read(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Fee, "a fee") is not { } shape) return null;
        shape.AtMostOne("amount", "rule");
        var title = Values.Text(scope, shape.Required("title", "the fee"), "a title") ?? "";
        var basis = BasisReader.Read(scope, shape.Required("basis", "the fee"));
        if (shape["amount"] is null && shape["rule"] is null) shape.Required("amount", "the fee");
        return basis is null ? null : new Fee(title, Values.Number(scope, shape["amount"], "an amount"), Values.Text(scope, shape["rule"], "a rule"), basis);
    }
}

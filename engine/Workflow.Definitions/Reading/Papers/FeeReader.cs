using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
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
        var title = shape.Words("title", Things.Title, requiredBy: Things.TheFee);
        var basis = BasisReader.Read(scope, shape.Required("basis", Things.TheFee));
        HasMeasure(shape);
        return title is null || basis is null ? null : Written(shape, title, basis);
    }

    private static Fee Written(Shape shape, LocalizedText title, LegalBasis basis)
    {
        var rule = shape.Words("rule", Things.Rule);
        return new Fee(title.Zh, shape.Number("amount", Things.Amount), rule?.Zh, basis) { TitleEn = title.En, RuleEn = rule?.En };
    }

    private static void HasMeasure(Shape shape)
    {
        if (shape["rule"] is null)
            shape.Required("amount", Things.TheFee);
    }
}

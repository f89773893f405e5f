using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.People;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Clocks;

/// <summary>Reads an extension that a clock allows.</summary>
internal static class ExtensionReader
{
    public static ExtensionRule? Read(Scope scope, SyntaxNode syntax, CitedTerms cited)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Extension, Things.Extension) is not { } shape)
            return null;
        shape.AtMostOne("by", "up-to", "asked");
        var isLegal = Written(shape) is null && cited.HasLaw;
        var legal = isLegal ? cited.Extension() : null;
        var period = legal?.By ?? (isLegal ? null : Length(shape));
        return shape.Assignee("approver", Things.TheExtension) is { } approver && period is not null
            ? Rule(shape, legal, period, approver)
            : null;
    }

    private static ExtensionRule Rule(Shape shape, ArticleExtension? legal, Period period, Assignee approver) =>
        new()
        {
            Period = period,
            UpTo = shape["by"] is null && legal is null,
            AtMost = shape.Whole("at-most", Things.HowOften) ?? legal?.Times ?? 1,
            Approver = approver,
            Issues = shape.Document("issues"),
            MovesPromise = shape.Truth("moves-promise", Things.KeyMovesPromise),
        };

    private static SyntaxNode? Written(Shape shape) => shape["by"] ?? shape["up-to"] ?? shape["asked"];

    private static Period? Length(Shape shape) =>
        Values.Period(shape.Scope, Written(shape) ?? shape.Required("by", Things.TheExtension), Things.HowLongTheExtensionIs);
}

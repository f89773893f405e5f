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
        return Approved(shape, period is null ? null : Rule(shape, legal, period));
    }

    // By somebody or by several together; who approves is read even where the length is missing, to tell what is wrong there too.
    private static ExtensionRule? Approved(Shape shape, ExtensionRule? rule)
    {
        shape.AtMostOne("approver", "collective");
        var decision = Collective(shape);
        var approver = shape["collective"] is null ? shape.Assignee("approver", Things.TheExtension) : null;
        return rule is null || (approver is null && decision is null) ? null : rule with { Approver = approver, Collective = decision };
    }

    // Whether it is a joint, and one that has the outcome, is asked once everything is read.
    private static CollectiveDecision? Collective(Shape shape)
    {
        if (Values.Scalar(shape.Scope, shape["collective"], Things.JointAndOutcome) is not { } scalar)
            return null;
        if (scalar.Text.Split('.') is not [var step, var outcome])
        {
            shape.Scope.Error(scalar.At, ClockProblems.CollectiveShape(scalar.Text));
            return null;
        }

        return References.Step(shape.Scope, scalar with { Text = step }) is { } id ? new CollectiveDecision(id, outcome) : null;
    }

    private static ExtensionRule Rule(Shape shape, ArticleExtension? legal, Period period) =>
        new()
        {
            Period = period,
            UpTo = shape["by"] is null && legal is null,
            AtMost = shape.Whole("at-most", Things.HowOften) ?? legal?.Times ?? 1,
            Issues = shape.Document("issues"),
            MovesPromise = shape.Truth("moves-promise", Things.KeyMovesPromise),
        };

    private static SyntaxNode? Written(Shape shape) => shape["by"] ?? shape["up-to"] ?? shape["asked"];

    private static Period? Length(Shape shape) =>
        Values.Period(shape.Scope, Written(shape) ?? shape.Required("by", Things.TheExtension), Things.HowLongTheExtensionIs);
}

using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads a way back: a step, or a step with its bound.</summary>
internal static class BackReader
{
    public static BackExit? Read(Scope scope, SyntaxNode syntax)
    {
        if (syntax is ScalarSyntax name)
            return References.Step(scope, Values.Scalar(scope, name, Things.Step)) is { } step ? To(step) : null;
        return Shape.Of(scope, syntax, DefinitionKeys.Back, Things.TheWayBack) is { } shape ? Keys(shape) : null;
    }

    private static BackExit? Keys(Shape shape)
    {
        var to = shape.Step("to", Things.Step, requiredBy: Things.TheWayBack);
        var back = Written(shape, To(to ?? ""));
        return to is null ? null : back;
    }

    private static BackExit To(string step) => new(step, null, null, [], false);

    private static BackExit Written(Shape shape, BackExit back) =>
        back with
        {
            AtMost = shape.Whole("at-most", Things.HowOften, most: 1000),
            Otherwise = shape.Scalar("otherwise", Things.OutcomeOfTheSameStep)?.Text,
            Keep = [.. shape.Steps("keep")],
            StraightBack = shape.Word("then", Things.WhatFollows, ("re-run", false), ("straight-back", true)) ?? false,
            OwnRows = shape.Word("rows", Things.WhichRowsRunAgain, ("all", false), ("own", true)) ?? false,
        };
}

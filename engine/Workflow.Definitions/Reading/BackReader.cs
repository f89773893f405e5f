using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a way back: a step, or a step with its bound.</summary>
internal static class BackReader
{
    public static BackExit? Read(Scope scope, SyntaxNode syntax)
    {
        if (syntax is ScalarSyntax name)
            return References.Step(scope, Values.Scalar(scope, name, Things.Step)) is { } step
                ? new BackExit(step, null, null, [], false)
                : null;
        if (Shape.Of(scope, syntax, DefinitionKeys.Back, Things.TheWayBack) is not { } shape)
            return null;
        var to = References.Step(scope, Values.Scalar(scope, shape.Required("to", Things.TheWayBack), Things.Step));
        var back = new BackExit(
            to ?? "",
            Values.Whole(scope, shape["at-most"], Things.HowOften, most: 1000),
            Values.Scalar(scope, shape["otherwise"], Things.OutcomeOfTheSameStep)?.Text,
            [.. Values.Scalars(scope, shape["keep"], Things.Step).Select(s => References.Step(scope, s)).OfType<string>()],
            Values.Word(scope, shape["then"], Things.WhatFollows, ("re-run", false), ("straight-back", true)) ?? false
        )
        {
            OwnRows = Values.Word(scope, shape["rows"], Things.WhichRowsRunAgain, ("all", false), ("own", true)) ?? false,
        };
        return to is null ? null : back;
    }
}

using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a way back: a step, or a step with its bound.</summary>
internal static class BackReader
{
    public static BackExit? Read(Scope scope, SyntaxNode syntax)
    {
        if (syntax is ScalarSyntax name)
            return References.Step(scope, Values.Scalar(scope, name, "a step")) is { } step ? new BackExit(step, null, null, [], false) : null;
        if (Shape.Of(scope, syntax, DefinitionKeys.Back, "the way back") is not { } shape) return null;
        var to = References.Step(scope, Values.Scalar(scope, shape.Required("to", "the way back"), "a step"));
        var back = new BackExit(
            to ?? "",
            Values.Whole(scope, shape["at-most"], "how often", most: 1000),
            Values.Scalar(scope, shape["otherwise"], "an outcome of the same step")?.Text,
            [.. Values.Scalars(scope, shape["keep"], "a step").Select(s => References.Step(scope, s)).OfType<string>()],
            Values.Word(scope, shape["then"], "what follows", ("re-run", false), ("straight-back", true)) ?? false)
        {
            OwnRows = Values.Word(scope, shape["rows"], "which rows run again", ("all", false), ("own", true)) ?? false,
        };
        return to is null ? null : back;
    }
}

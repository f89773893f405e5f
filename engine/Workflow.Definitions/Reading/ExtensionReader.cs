using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads an extension that a clock allows.</summary>
internal static class ExtensionReader
{
    public static ExtensionRule? Read(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Extension, Things.Extension) is not { } shape) return null;
        shape.AtMostOne("by", "up-to", "asked");
        var length = shape["by"] ?? shape["up-to"] ?? shape["asked"] ?? shape.Required("by", Things.TheExtension);
        var period = Values.Period(scope, length, Things.HowLongTheExtensionIs);
        var approver = AssigneeReader.Read(scope, shape.Required("approver", Things.TheExtension));
        if (period is null || approver is null) return null;
        return new ExtensionRule
        {
            Period = period,
            UpTo = shape["by"] is null,
            AtMost = Values.Whole(scope, shape["at-most"], Things.HowOften) ?? 1,
            Approver = approver,
            Issues = References.Document(scope, Values.Scalar(scope, shape["issues"], Things.Document)),
            MovesPromise = Values.Truth(scope, shape["moves-promise"], Things.KeyMovesPromise),
        };
    }
}

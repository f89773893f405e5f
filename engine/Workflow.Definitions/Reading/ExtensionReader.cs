using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads an extension that a clock allows.</summary>
internal static class ExtensionReader
{
    public static ExtensionRule? Read(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Extension, "an extension") is not { } shape) return null;
        shape.AtMostOne("by", "up-to", "asked");
        var length = shape["by"] ?? shape["up-to"] ?? shape["asked"] ?? shape.Required("by", "the extension");
        var period = Values.Period(scope, length, "how long the extension is");
        var approver = AssigneeReader.Read(scope, shape.Required("approver", "the extension"));
        if (period is null || approver is null) return null;
        return new ExtensionRule
        {
            Period = period,
            UpTo = shape["by"] is null,
            AtMost = Values.Whole(scope, shape["at-most"], "how often") ?? 1,
            Approver = approver,
            Issues = References.Document(scope, Values.Scalar(scope, shape["issues"], "a document")),
            MovesPromise = Values.Truth(scope, shape["moves-promise"], "'moves-promise'"),
        };
    }
}

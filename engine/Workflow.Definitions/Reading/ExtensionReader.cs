using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads an extension that a clock allows.</summary>
internal static class ExtensionReader
{
    public static ExtensionRule? Read(Scope scope, SyntaxNode syntax, CitedTerms cited)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Extension, "an extension") is not { } shape) return null;
        shape.AtMostOne("by", "up-to", "asked");
        var written = shape["by"] ?? shape["up-to"] ?? shape["asked"];
        var legal = written is null && cited.HasLaw ? cited.Extension() : null;
        var period = legal?.By ?? Values.Period(scope, cited.HasLaw ? written : written ?? shape.Required("by", "the extension"), "how long the extension is");
        var approver = AssigneeReader.Read(scope, shape.Required("approver", "the extension"));
        if (period is null || approver is null) return null;
        return new ExtensionRule
        {
            Period = period,
            UpTo = shape["by"] is null && legal is null,
            AtMost = Values.Whole(scope, shape["at-most"], "how often") ?? legal?.Times ?? 1,
            Approver = approver,
            Issues = References.Document(scope, Values.Scalar(scope, shape["issues"], "a document")),
            MovesPromise = Values.Truth(scope, shape["moves-promise"], "'moves-promise'"),
        };
    }
}

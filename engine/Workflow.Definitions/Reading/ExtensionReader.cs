using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads an extension that a clock allows.</summary>
internal static class ExtensionReader
{
    public static ExtensionRule? Read(Scope scope, SyntaxNode syntax, CitedTerms cited)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Extension, Things.Extension) is not { } shape)
            return null;
        shape.AtMostOne("by", "up-to", "asked");
        var written = shape["by"] ?? shape["up-to"] ?? shape["asked"];
        var legal = written is null && cited.HasLaw ? cited.Extension() : null;
        var length = written is null && !cited.HasLaw ? shape.Required("by", Things.TheExtension) : written;
        var period = legal?.By ?? Values.Period(scope, length, Things.HowLongTheExtensionIs);
        var approver = shape.Assignee("approver", Things.TheExtension);
        if (period is null || approver is null)
            return null;
        return new ExtensionRule
        {
            Period = period,
            UpTo = shape["by"] is null && legal is null,
            AtMost = shape.Whole("at-most", Things.HowOften) ?? legal?.Times ?? 1,
            Approver = approver,
            Issues = shape.Document("issues"),
            MovesPromise = shape.Truth("moves-promise", Things.KeyMovesPromise),
        };
    }
}

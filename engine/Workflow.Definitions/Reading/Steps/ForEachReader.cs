using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads for which rows a step opens once each: <c>form.TABLE</c> for those of a table, the id of a draw for those drawn.</summary>
internal static class ForEachReader
{
    private const string OfForm = "form.";

    /// <summary>The table; null where there is none or a draw is named.</summary>
    public static string? Table(Scope scope, SyntaxNode? syntax) => Drawn(scope, syntax) is null ? WorkReader.Table(scope, syntax) : null;

    /// <summary>The draw; null where there is none or a table is named.</summary>
    public static string? Draw(Scope scope, SyntaxNode? syntax) => Drawn(scope, syntax);

    // In the first walk a draw further down is not known yet; nothing is reported then.
    private static string? Drawn(Scope scope, SyntaxNode? syntax) =>
        syntax is ScalarSyntax name
        && !name.Text.StartsWith(OfForm, StringComparison.Ordinal)
        && scope.Step(name.Text) is { IsDraw: true } draw
            ? draw.Id
            : null;
}

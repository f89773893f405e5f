using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads for which rows a step opens once each: <c>form.TABLE</c> or <c>STEP.TABLE</c> for those of a table, the id of a draw for those drawn.</summary>
internal static class ForEachReader
{
    private const string OfForm = "form.";

    /// <summary>The table; null where there is none or a draw is named.</summary>
    public static (string? Step, string? Field) Table(Scope scope, SyntaxNode? syntax) =>
        Drawn(scope, syntax) is not null ? (null, null)
        : syntax is ScalarSyntax name && RowNames.Filled(name.Text) is { } filled ? OfStep(scope, name, filled)
        : (null, WorkReader.Table(scope, syntax));

    /// <summary>The draw; null where there is none or a table is named.</summary>
    public static string? Draw(Scope scope, SyntaxNode? syntax) => Drawn(scope, syntax);

    private static (string? Step, string? Field) OfStep(Scope scope, ScalarSyntax name, (string Step, string Field) filled)
    {
        if (scope.Walk.Learns)
            return (scope.Named(filled.Step), filled.Field);
        if (scope.Step(filled.Step) is { } step && scope.FieldOf(step, filled.Field) is { Type: FieldType.Rows })
            return (step.Id, filled.Field);
        References.Unknown(scope, name, NameProblems.Table, Things.TableOfRows, [.. WorkReader.Tables(scope), .. Filled(scope)]);
        return (null, null);
    }

    private static IEnumerable<string> Filled(Scope scope) =>
        from name in scope.StepNames
        from field in scope.Step(name)?.Fields.Values.Where(f => f.Type == FieldType.Rows) ?? []
        select $"{name}.{field.Id}";

    // The first walk does not know draws further down yet, so it reports nothing.
    private static string? Drawn(Scope scope, SyntaxNode? syntax) =>
        syntax is ScalarSyntax name
        && !name.Text.StartsWith(OfForm, StringComparison.Ordinal)
        && scope.Step(name.Text) is { IsDraw: true } draw
            ? draw.Id
            : null;
}

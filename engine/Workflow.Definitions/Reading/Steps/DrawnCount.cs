using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads how many are drawn: a number, or the number field of the form that says it.</summary>
internal static class DrawnCount
{
    private const string OfForm = "form.";

    public static int Number(Scope scope, SyntaxNode? syntax) =>
        IsField(syntax) ? 1 : Values.Whole(scope, syntax, Things.HowManyAreDrawn) ?? 1;

    public static string? Field(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is not ScalarSyntax name || !IsField(syntax))
            return null;
        var id = name.Text[OfForm.Length..];
        var numbers = scope.Walk.Known.Form.Values.Where(f => f.Type == FieldType.Number).Select(f => OfForm + f.Id).ToList();
        return scope.Walk.Learns || numbers.Contains(name.Text)
            ? id
            : References.Unknown(scope, name, NameProblems.NumberField, Things.NumberField, numbers);
    }

    private static bool IsField(SyntaxNode? syntax) =>
        syntax is ScalarSyntax name && name.Text.StartsWith(OfForm, StringComparison.Ordinal);
}

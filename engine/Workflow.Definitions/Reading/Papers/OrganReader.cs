using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads the organ to which a paper goes: its name, or the field that holds it, as in <c>organ: refer.organ</c>.</summary>
internal static partial class OrganReader
{
    public static Expression? Read(Shape shape)
    {
        if (shape.Scalar("organ", Things.Organ) is not { } written)
            return null;
        shape.AtMostOne("organ", "to");
        if (Values.Items(shape["states"]).Any(s => s is ScalarSyntax { Text: "remedies" }))
            shape.Scope.Error(written.At, FieldProblems.OrganRemedies());
        return !written.Quoted && Name().IsMatch(written.Text)
            ? References.Value(shape.Scope, written)
            : new Literal(new TextValue(written.Text));
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

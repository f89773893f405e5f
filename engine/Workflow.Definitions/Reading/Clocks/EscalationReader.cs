using Workflow.Definitions.Reading.People;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Clocks;

/// <summary>Reads who is told about a clock, and when.</summary>
internal static class EscalationReader
{
    public static EscalationRule? Read(Scope scope, SyntaxNode syntax)
    {
        if (syntax is ScalarSyntax)
            return AssigneeReader.Read(scope, syntax) is { } who ? new EscalationRule(who) : null;
        return Shape.Of(scope, syntax, DefinitionKeys.Escalation, Things.Escalation) is { } shape ? Written(shape) : null;
    }

    private static EscalationRule? Written(Shape shape)
    {
        shape.AtMostOne("after", "before");
        var offset = Values.Period(shape.Scope, shape["after"] ?? shape["before"], Things.TheOffset);
        return shape.Assignee("to", Things.TheEscalation) is { } to ? new EscalationRule(to, offset, shape["before"] is not null) : null;
    }
}

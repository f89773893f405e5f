using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.People;

/// <summary>Reads who acts: <c>office.role</c>, a party, or <c>STEP.field.role</c>.</summary>
internal static class AssigneeReader
{
    public static ImmutableArray<Assignee> List(Scope scope, SyntaxNode? syntax) => [.. Values.Each(scope, syntax, Things.WhoActs, Read)];

    /// <summary>Who acts by a key that must be there.</summary>
    public static Assignee? Assignee(this Shape shape, string key, Message requiredBy) =>
        Read(shape.Scope, shape.Required(key, requiredBy));

    public static Assignee? Read(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.WhoActs) is not { } who)
            return null;
        var parts = who.Text.Split('.');
        return parts.Length switch
        {
            _ when !parts.All(IsName) => Wrong(scope, who, null),
            1 => Party(scope, who),
            2 => Office(scope, who, parts),
            3 => Field(scope, who, parts),
            _ => Wrong(scope, who, null),
        };
    }

    private static bool IsName(string part) => part == "form" || Ids.Fault(part) is null;

    private static PartyRole? Party(Scope scope, ScalarSyntax who)
    {
        var known = scope.Walk.Known;
        if (scope.Walk.Learns || scope.Walk.IsFragment || known.Parties.ContainsKey(who.Text))
            return new PartyRole(who.Text);
        Wrong(scope, who, known.Offices.ContainsKey(who.Text) ? Ways.Role(who.Text) : Ways.Near(who.Text, known.Parties.Keys));
        return null;
    }

    private static OfficeRole? Office(Scope scope, ScalarSyntax who, string[] parts)
    {
        var (office, role) = (parts[0], parts[1]);
        scope.Walk.Found.Roles.Add(role);
        var offices = scope.Walk.Known.Offices.Keys;
        if (!scope.Walk.Learns && !offices.Contains(office))
        {
            References.Unknown(scope, who, NameProblems.Office, Things.DeclaredPost, offices.Select(o => $"{o}.{role}"));
            return null;
        }

        if (MeantRole(role) is { } rank)
            scope.Walk.Problems.Warn(who.At, NameProblems.Role(role, Ways.DidYouMean(rank)));
        return new OfficeRole(office, role);
    }

    // An office names its roles as it likes; one that is nearly a usual one is probably that.
    private static string? MeantRole(string role) => Roles.AtSteps.Contains(role) ? null : Nearest.Of(role, Roles.AtSteps);

    private static FieldOffice? Field(Scope scope, ScalarSyntax who, string[] parts)
    {
        var (of, name, role) = (parts[0], parts[1], parts[2]);
        scope.Walk.Found.Roles.Add(role);
        if (scope.Walk.Learns)
            return new FieldOffice(of == "form" ? null : scope.Named(of), name, role);
        var step = of == "form" ? null : scope.Step(of);
        var field = (of == "form" ? scope.Walk.Known.Form : step?.Fields)?.GetValueOrDefault(name);
        if (field is { Type: FieldType.Office })
            return new FieldOffice(step?.Id, name, role);
        scope.Error(who.At, NoOffice($"{of}.{name}", field));
        return null;
    }

    private static Message NoOffice(string name, Field? field) =>
        StepProblems.NotOffice(name, field is null ? UnfitField.UnknownField() : UnfitField.OtherType());

    private static Assignee? Wrong(Scope scope, ScalarSyntax who, Message? way)
    {
        scope.Error(who.At, NameProblems.Who(Shape.Words(who), way));
        return null;
    }
}

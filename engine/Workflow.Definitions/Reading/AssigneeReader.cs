using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads who acts: <c>office.role</c>, a party, or <c>STEP.field.role</c>.</summary>
internal static class AssigneeReader
{
    public static ImmutableArray<Assignee> List(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Scalars(scope, syntax, Things.WhoActs).Select(s => Read(scope, s)).OfType<Assignee>()];

    public static Assignee? Read(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.WhoActs) is not { } who)
            return null;
        var parts = who.Text.Split('.');
        if (parts.Any(p => Ids.Fault(p) is not null && p != "form"))
            return Wrong(scope, who, null);
        return parts.Length switch
        {
            1 => Party(scope, who),
            2 => Office(scope, who, parts),
            3 => Field(scope, who, parts),
            _ => Wrong(scope, who, null),
        };
    }

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
        var known = scope.Walk.Known;
        if (!scope.Walk.Learns && !known.Offices.ContainsKey(parts[0]))
        {
            References.Unknown(scope, who, NameProblems.Office, Things.DeclaredPost, known.Offices.Keys.Select(o => $"{o}.{parts[1]}"));
            return null;
        }

        if (Nearest.Of(parts[1], Ranks) is { } rank && rank != parts[1] && !Ranks.Contains(parts[1]))
            scope.Walk.Problems.Warn(who.At, NameProblems.Role(parts[1], Ways.DidYouMean(rank)));
        return new OfficeRole(parts[0], parts[1]);
    }

    private static FieldOffice? Field(Scope scope, ScalarSyntax who, string[] parts)
    {
        var inForm = parts[0] == "form";
        if (scope.Walk.Learns)
            return new FieldOffice(inForm ? null : scope.Named(parts[0]), parts[1], parts[2]);
        var step = inForm ? null : scope.Step(parts[0]);
        var field = inForm ? scope.Walk.Known.Form.GetValueOrDefault(parts[1]) : step?.Fields.GetValueOrDefault(parts[1]);
        if (field is { Type: FieldType.Office })
            return new FieldOffice(step?.Id, parts[1], parts[2]);
        scope.Error(
            who.At,
            StepProblems.NotOffice($"{parts[0]}.{parts[1]}", field is null ? UnfitField.UnknownField() : UnfitField.OtherType())
        );
        return null;
    }

    private static Assignee? Wrong(Scope scope, ScalarSyntax who, Message? way)
    {
        scope.Error(who.At, NameProblems.Who(Shape.Words(who), way));
        return null;
    }

    // The usual roles: other words are allowed, near misses are probably slips.
    private static readonly ImmutableArray<string> Ranks =
    [
        "clerk",
        "officer",
        "office-leader",
        "leader",
        "chief",
        "inspector",
        "reviewer",
        "secretary",
        "expert",
    ];
}

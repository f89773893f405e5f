using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads what an outcome serves: <c>all</c>, or what, on which day and in which way.</summary>
internal static class ServeReader
{
    private const string All = "all";

    public static ServeRule? Read(Shape follow, StepSymbol? step)
    {
        var scope = follow.Scope;
        if (follow["serves"] is not { } syntax)
            return null;
        if (syntax is not MapSyntax)
            return new ServeRule(What(scope, syntax));
        return Shape.Of(scope, syntax, DefinitionKeys.Serve, Things.WhatIsServed) is { } shape ? Written(shape, step) : null;
    }

    private static ServeRule Written(Shape shape, StepSymbol? step)
    {
        var scope = shape.Scope;
        shape.AtMostOne("by", "way");
        var rule = new ServeRule(
            shape["what"] is { } what ? What(scope, what) : [],
            Asked(scope, shape["on"], step, FieldType.Date, Things.Date),
            Asked(scope, shape["by"], step, null, Things.Field),
            shape.Text("way", Things.TheWayOfService)
        )
        {
            ToField = Asked(scope, shape["to"], step, FieldType.Text, Things.Field),
            SignedField = Asked(scope, shape["signed"], step, FieldType.Text, Things.Field),
        };
        return shape["in-person"] is { } ways ? rule with { InPerson = [.. InPerson(scope, ways, rule, step)] } : rule;
    }

    private static IEnumerable<string> InPerson(Scope scope, SyntaxNode ways, ServeRule rule, StepSymbol? step)
    {
        var known = Known(scope, rule, step);
        return Values.Each(scope, ways, Things.TheWayOfService, (_, way) => IsOne(scope, way, known) ? way.Text : null);
    }

    private static bool IsOne(Scope scope, ScalarSyntax way, ImmutableArray<string>? known) =>
        scope.Walk.Learns
        || known is not { } ways
        || ways.Contains(way.Text)
        || References.Unknown(scope, way, FieldProblems.NoWayOfService, Things.TheWayOfService, ways) is not null;

    // Null where somebody writes the way in words of their own.
    private static ImmutableArray<string>? Known(Scope scope, ServeRule rule, StepSymbol? step) =>
        rule.WayField is not { } field ? [.. new[] { rule.Way }.OfType<string>()]
        : scope.FieldOf(step, field) is { Type: FieldType.Choice } choice ? choice.Options
        : null;

    private static ImmutableArray<string> What(Scope scope, SyntaxNode syntax) =>
        syntax is ScalarSyntax { Text: All } ? [] : [.. Values.Each(scope, syntax, Things.DocumentOrAll, References.Document)];

    private static string? Asked(Scope scope, SyntaxNode? syntax, StepSymbol? step, FieldType? type, Message what)
    {
        if (Values.Scalar(scope, syntax, what) is not { } field)
            return null;
        var known = scope.FieldOf(step, field.Text);
        if (!scope.Walk.Learns && (known is null || (type is { } asked && known.Type != asked)))
            scope.Error(field.At, FieldProblems.ServeField(what, field.Text, UnfitField.Of(known)));
        return field.Text;
    }
}

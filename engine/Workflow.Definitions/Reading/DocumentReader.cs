using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the documents that a case may issue.</summary>
internal static class DocumentReader
{
    private static readonly (string, NumberKind)[] Numbers =
    [
        ("none", NumberKind.None),
        ("entered", NumberKind.Entered),
        ("organisation-code", NumberKind.OrganisationCode),
        ("social-credit-code", NumberKind.SocialCreditCode),
    ];

    public static DocumentType? Read(Scope scope, MapEntry entry)
    {
        scope.Walk.Places.Add($"document/{entry.Key}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax)
            return Values.Text(scope, entry.Value, Things.Title) is { } title
                ? new DocumentType
                {
                    Id = entry.Key,
                    Title = title,
                    Number = new NumberRule(NumberKind.None),
                }
                : null;
        if (
            Shape.Of(scope, entry.Value, DefinitionKeys.Document, Things.TheDocument(entry.Key))?.Placed($"document/{entry.Key}")
            is not { } shape
        )
            return null;
        var states = Values
            .Scalars(scope, shape["states"], Things.WhatTheDocumentStates)
            .Select(s =>
                Values.Word(scope, s, Things.WhatTheDocumentStates, ("reasons", 'r'), ("remedies", 'm'), ("missing", 'l'), ("due", 'd'))
            )
            .ToList();
        var fields = Values.Scalars(scope, shape["fields"], Things.Field).Select(f => Field(scope, f)).OfType<string>().ToImmutableArray();
        return new DocumentType
        {
            Id = entry.Key,
            Title = shape.Text("title", Things.Title) ?? entry.Key,
            Number = Number(scope, shape["number"]),
            StatesReasons = states.Contains('r'),
            StatesRemedies = states.Contains('m'),
            StatesMissing = states.Contains('l'),
            StatesDue = states.Contains('d'),
            StatesFields = fields.IsEmpty ? null : fields,
            Issuer = shape.Office("issuer"),
            Basis = shape.Basis(),
            Template = shape.Scalar("template", Things.TheText)?.Text,
            Filed = shape.Scalar("filed", Things.PlaceOfTheCaseFile)?.Text,
        };
    }

    // Any step may issue it; one of them has to ask for the field.
    private static string? Field(Scope scope, ScalarSyntax name)
    {
        var known = scope.Walk.Known.Steps.Values.SelectMany(s => s.Fields.Keys);
        return scope.Walk.Learns || known.Contains(name.Text)
            ? name.Text
            : References.Unknown(scope, name, NameProblems.Field, Things.Field, known);
    }

    private static NumberRule Number(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.HowTheDocumentGetsItsNumber) is not { } scalar)
            return new NumberRule(NumberKind.None);
        if (Numbers.Any(n => n.Item1 == scalar.Text) || !scalar.Text.Contains('<'))
            return new NumberRule(Values.Word(scope, scalar, Things.NumberPattern, Numbers) ?? NumberKind.None);
        if (
            !scalar.Text.Contains("<serial>")
            || scalar.Text.Replace("<serial>", "").Replace("<year>", "").Replace("<mark>", "").IndexOfAny(['<', '>']) >= 0
        )
            scope.Error(scalar.At, FieldProblems.Number(scalar.Text));
        return new NumberRule(NumberKind.Series, scalar.Text);
    }
}

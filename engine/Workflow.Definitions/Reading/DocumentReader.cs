using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the documents that a case may issue.</summary>
internal static class DocumentReader
{
    private const string Serial = "<serial>";

    private static readonly (string, DocumentStatement)[] Statements =
    [
        ("reasons", DocumentStatement.Reasons),
        ("remedies", DocumentStatement.Remedies),
        ("missing", DocumentStatement.Missing),
        ("due", DocumentStatement.Due),
    ];

    private static readonly (string, NumberKind)[] Numbers =
    [
        ("none", NumberKind.None),
        ("entered", NumberKind.Entered),
        ("organisation-code", NumberKind.OrganisationCode),
        ("social-credit-code", NumberKind.SocialCreditCode),
    ];

    public static DocumentType? Read(Scope scope, MapEntry entry)
    {
        var place = $"document/{entry.Key}";
        scope.Walk.Places.Add($"{place}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax)
            return Values.Text(scope, entry.Value, Things.Title) is { } title ? Titled(entry.Key, title) : null;
        return Shape.Of(scope, entry.Value, DefinitionKeys.Document, Things.TheDocument(entry.Key))?.Placed(place) is { } shape
            ? Stating(shape, Written(shape, entry.Key))
            : null;
    }

    private static DocumentType Titled(string id, string title) =>
        new()
        {
            Id = id,
            Title = title,
            Number = new NumberRule(NumberKind.None),
        };

    private static DocumentType Written(Shape shape, string id) =>
        Titled(id, shape.Text("title", Things.Title) ?? id) with
        {
            Number = Number(shape.Scope, shape["number"]),
            Issuer = shape.Office("issuer"),
            Basis = shape.Basis(),
            Template = shape.Scalar("template", Things.TheText)?.Text,
            Filed = shape.Scalar("filed", Things.PlaceOfTheCaseFile)?.Text,
        };

    private static DocumentType Stating(Shape shape, DocumentType document)
    {
        var states = Values
            .Scalars(shape.Scope, shape["states"], Things.WhatTheDocumentStates)
            .Select(s => Values.Word(shape.Scope, s, Things.WhatTheDocumentStates, Statements))
            .ToList();
        var fields = Values.Scalars(shape.Scope, shape["fields"], Things.Field).Select(f => Field(shape.Scope, f)).OfType<string>();
        return document with
        {
            StatesReasons = states.Contains(DocumentStatement.Reasons),
            StatesRemedies = states.Contains(DocumentStatement.Remedies),
            StatesMissing = states.Contains(DocumentStatement.Missing),
            StatesDue = states.Contains(DocumentStatement.Due),
            StatesFields = fields.ToImmutableArray() is { IsEmpty: false } stated ? stated : null,
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
        if (!IsPattern(scalar.Text))
            scope.Error(scalar.At, FieldProblems.Number(scalar.Text));
        return new NumberRule(NumberKind.Series, scalar.Text);
    }

    private static bool IsPattern(string text) =>
        text.Contains(Serial) && text.Replace(Serial, "").Replace("<year>", "").Replace("<mark>", "").IndexOfAny(['<', '>']) < 0;
}

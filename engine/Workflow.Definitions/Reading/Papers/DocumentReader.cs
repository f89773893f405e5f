using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads the documents that a case may issue.</summary>
internal static class DocumentReader
{
    private static readonly (string, DocumentStatement)[] Statements =
    [
        ("reasons", DocumentStatement.Reasons),
        ("remedies", DocumentStatement.Remedies),
        ("missing", DocumentStatement.Missing),
        ("materials", DocumentStatement.Materials),
        ("due", DocumentStatement.Due),
        ("attendance", DocumentStatement.Attendance),
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
        var written = NamedEntry.At(scope, entry, $"document/{entry.Key}");
        if (written.IsTitleAlone)
            return written.Title() is { } title ? Titled(entry.Key, title) : null;
        return written.Keys(DefinitionKeys.Document, Things.TheDocument(entry.Key)) is { } shape
            ? Stating(shape, Written(shape, entry.Key))
            : null;
    }

    private static DocumentType Titled(string id, LocalizedText title) =>
        new()
        {
            Id = id,
            Title = title.Zh,
            TitleEn = title.En,
            Number = new NumberRule(NumberKind.None),
        };

    private static DocumentType Written(Shape shape, string id) =>
        Titled(id, shape.TitleOr(id)) with
        {
            Number = Number(shape.Scope, shape["number"]),
            Issuer = shape.Office("issuer"),
            Basis = shape.Basis(),
            Organ = OrganReader.Read(shape),
            Valid = ValidityReader.Read(shape.Scope, shape["valid"]),
            Template = shape.Scalar("template", Things.TheText)?.Text,
            Filed = shape.Scalar("filed", Things.PlaceOfTheCaseFile)?.Text,
        };

    private static DocumentType Stating(Shape shape, DocumentType document)
    {
        var states = States(shape);
        return document with
        {
            StatesReasons = states.Contains(DocumentStatement.Reasons),
            StatesRemedies = states.Contains(DocumentStatement.Remedies),
            StatesMissing = states.Contains(DocumentStatement.Missing),
            StatesMaterials = states.Contains(DocumentStatement.Materials),
            StatesDue = states.Contains(DocumentStatement.Due),
            To = Addressees(shape) is { IsEmpty: false } named ? named : null,
            StatesAttendance = states.Contains(DocumentStatement.Attendance),
            RestsOn = RestsOn(shape) is { IsEmpty: false } facts ? facts : null,
            StatesFields = Fields(shape) is { IsEmpty: false } stated ? stated : null,
        };
    }

    private static List<DocumentStatement?> States(Shape shape) =>
        [
            .. Values
                .Scalars(shape.Scope, shape["states"], Things.WhatTheDocumentStates)
                .Select(s => Values.Word(shape.Scope, s, Things.WhatTheDocumentStates, Statements)),
        ];

    private static ImmutableArray<string> Fields(Shape shape) => [.. Values.Each(shape.Scope, shape["fields"], Things.Field, Field)];

    private static ImmutableArray<string> RestsOn(Shape shape) =>
        [.. Values.Each(shape.Scope, shape["rests-on"], Things.StepOrAMoment, Fact)];

    // A step states what was found there, a moment its day.
    private static string? Fact(Scope scope, ScalarSyntax name)
    {
        if (scope.Walk.Learns)
            return scope.Named(name.Text);
        return scope.Step(name.Text)?.Id
            ?? scope.Moment(name.Text)
            ?? References.Unknown(scope, name, NameProblems.Step, Things.StepOrAMoment, scope.StepNames.Concat(scope.MomentNames));
    }

    private static ImmutableArray<string> Addressees(Shape shape) =>
        [.. Values.Each(shape.Scope, shape["to"], Things.Party, References.Party)];

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
        return IsWord(scalar.Text)
            ? new NumberRule(Values.Word(scope, scalar, Things.NumberPattern, Numbers) ?? NumberKind.None)
            : Series(scope, scalar);
    }

    private static bool IsWord(string text) => Numbers.Any(n => n.Item1 == text) || !text.Contains('<');

    private static NumberRule Series(Scope scope, ScalarSyntax pattern)
    {
        if (!NumberPattern.Is(pattern.Text))
            scope.Error(pattern.At, FieldProblems.Number(pattern.Text));
        return new NumberRule(NumberKind.Series, pattern.Text);
    }
}

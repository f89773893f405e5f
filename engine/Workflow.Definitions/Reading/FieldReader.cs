using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the fields of a form, of a step, and the columns of a table.</summary>
internal static class FieldReader
{
    private static readonly (string, FieldType)[] Types =
    [
        ("text", FieldType.Text),
        ("number", FieldType.Number),
        ("date", FieldType.Date),
        ("choice", FieldType.Choice),
        ("yes-no", FieldType.YesNo),
        ("office", FieldType.Office),
        ("social-credit-code", FieldType.SocialCreditCode),
        ("organisation-code", FieldType.OrganisationCode),
        ("rows", FieldType.Rows),
    ];

    public static ImmutableArray<Field> List(Scope scope, SyntaxNode? syntax, string place) =>
        [.. NamedItems.Of(scope, syntax, Things.Fields).Select(e => Read(scope, e, place)).OfType<Field>()];

    private static Field? Read(Scope scope, MapEntry entry, string place)
    {
        var fields = $"{place}/{entry.Key}";
        scope.Walk.Places.Add($"{fields}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax)
            return Short(scope, entry);
        if (Shape.Of(scope, entry.Value, DefinitionKeys.Field, Things.TheField(entry.Key))?.Placed(fields) is not { } shape)
            return null;
        var options = Values
            .Scalars(scope, shape["of"], Things.Option)
            .Select(o => Values.Text(scope, o, Things.Option)!)
            .ToImmutableArray();
        var field = new Field
        {
            Id = entry.Key,
            Title = shape.Text("title", Things.Title) ?? entry.Key,
            Type = shape.Word("type", Things.Type, Types) ?? (shape["of"] is null ? FieldType.Text : FieldType.Choice),
            RequiredWhen = Required(scope, shape["required"], absent: false),
            Min = shape.Number("min", Things.TheLeastValue),
            Max = shape.Number("max", Things.TheGreatestValue),
            Unit = shape.Text("unit", Things.Unit),
            Options = options,
            Columns = List(scope, shape["columns"], fields),
            Personal = shape.Truth("personal", Things.KeyPersonal),
        };
        Check(scope, shape, field);
        return field;
    }

    /// <summary>true, false or a condition; absent means <paramref name="absent"/>.</summary>
    public static Expression? Required(Scope scope, SyntaxNode? syntax, bool absent)
    {
        var always = new Literal(new TruthValue(true));
        if (syntax is null)
            return absent ? always : null;
        if (syntax is ScalarSyntax { Text: var text } && Values.Truth(text) is { } truth)
            return truth ? always : null;
        return References.Condition(scope, syntax);
    }

    // A single word is a type, anything else the title of a text.
    private static Field? Short(Scope scope, MapEntry entry)
    {
        if (Values.Text(scope, entry.Value, Things.TitleOrType(entry.Key)) is not { } text)
            return null;
        var type = Types.Where(t => t.Item1 == text).Select(t => (FieldType?)t.Item2).FirstOrDefault();
        if (type == FieldType.Choice)
            scope.Error(entry.Value.At, FieldProblems.NoOptionsInShort(entry.Key));
        if (type == FieldType.Rows)
            scope.Error(entry.Value.At, FieldProblems.NoColumnsInShort(entry.Key));
        return new Field
        {
            Id = entry.Key,
            Title = type is null ? text : entry.Key,
            Type = type ?? FieldType.Text,
        };
    }

    private static void Check(Scope scope, Shape shape, Field field)
    {
        if (field.Type == FieldType.Choice && field.Options.Length == 0)
            scope.Error(shape.At, FieldProblems.NoOptions(field.Id));
        if (field.Type != FieldType.Choice && field.Options.Length > 0)
            scope.Error(shape["of"]!.At, FieldProblems.OptionsElsewhere(field.Id));
        if (field.Options.Distinct().Count() != field.Options.Length)
            scope.Error(shape["of"]!.At, FieldProblems.OptionTwice(field.Id));
        if (field.Type == FieldType.Rows != field.Columns.Length > 0)
            scope.Error(shape.At, FieldProblems.Columns(field.Id, field.Columns.Length));
        if (field.Columns.Any(c => c.Type == FieldType.Rows))
            scope.Error(shape["columns"]!.At, FieldProblems.Nested(field.Id));
        if (field.Min > field.Max)
            scope.Error(shape["min"]!.At, FieldProblems.Bounds($"{field.Min}", $"{field.Max}"));
    }
}

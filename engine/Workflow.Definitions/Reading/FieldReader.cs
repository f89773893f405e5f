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
        ("text", FieldType.Text), ("number", FieldType.Number), ("date", FieldType.Date), ("choice", FieldType.Choice), ("yes-no", FieldType.YesNo),
        ("office", FieldType.Office), ("social-credit-code", FieldType.SocialCreditCode), ("organisation-code", FieldType.OrganisationCode), ("rows", FieldType.Rows),
    ];

    public static ImmutableArray<Field> List(Scope scope, SyntaxNode? syntax, string place) =>
        [.. NamedItems.Of(scope, syntax, "fields").Select(e => Read(scope, e, place)).OfType<Field>()];

    private static Field? Read(Scope scope, MapEntry entry, string place)
    {
        var fields = $"{place}/{entry.Key}";
        scope.Walk.Places.Add($"{fields}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax) return Short(scope, entry);
        if (Shape.Of(scope, entry.Value, DefinitionKeys.Field, $"the field '{entry.Key}'")?.Placed(fields) is not { } shape) return null;
        var options = Values.Scalars(scope, shape["of"], "an option").Select(o => Values.Text(scope, o, "an option")!).ToImmutableArray();
        var field = new Field
        {
            Id = entry.Key,
            Title = Values.Text(scope, shape["title"], "a title") ?? entry.Key,
            Type = Values.Word(scope, shape["type"], "a type", Types) ?? (shape["of"] is null ? FieldType.Text : FieldType.Choice),
            RequiredWhen = Required(scope, shape["required"], absent: false),
            Min = Values.Number(scope, shape["min"], "the least value"),
            Max = Values.Number(scope, shape["max"], "the greatest value"),
            Unit = Values.Text(scope, shape["unit"], "a unit"),
            Options = options,
            Columns = List(scope, shape["columns"], fields),
            Personal = Values.Truth(scope, shape["personal"], "'personal'"),
        };
        Check(scope, shape, field);
        return field;
    }

    /// <summary>true, false or a condition; absent means <paramref name="absent"/>.</summary>
    public static Expression? Required(Scope scope, SyntaxNode? syntax, bool absent)
    {
        var always = new Literal(new TruthValue(true));
        if (syntax is null) return absent ? always : null;
        if (syntax is ScalarSyntax { Text: var text } && Values.Truth(text) is { } truth) return truth ? always : null;
        return References.Condition(scope, syntax);
    }

    // A single word is a type, anything else the title of a text.
    private static Field? Short(Scope scope, MapEntry entry)
    {
        if (Values.Text(scope, entry.Value, $"a title or a type for the field '{entry.Key}'") is not { } text) return null;
        var type = Types.Where(t => t.Item1 == text).Select(t => (FieldType?)t.Item2).FirstOrDefault();
        if (type is FieldType.Choice or FieldType.Rows)
            scope.Error(entry.Value.At, "field.incomplete", $"Expected the {(type == FieldType.Choice ? "options" : "columns")} of '{entry.Key}', but only its type is written.");
        return new Field { Id = entry.Key, Title = type is null ? text : entry.Key, Type = type ?? FieldType.Text };
    }

    private static void Check(Scope scope, Shape shape, Field field)
    {
        if (field.Type == FieldType.Choice && field.Options.Length == 0)
            scope.Error(shape.At, "field.incomplete", $"Expected the options of '{field.Id}' under 'of', but there are none.");
        if (field.Type != FieldType.Choice && field.Options.Length > 0)
            scope.Error(shape["of"]!.At, "field.options", $"Expected options only at a choice, but '{field.Id}' has another type.");
        if (field.Options.Distinct().Count() != field.Options.Length)
            scope.Error(shape["of"]!.At, "field.options", $"Expected each option of '{field.Id}' once, but one stands there again.");
        if (field.Type == FieldType.Rows != field.Columns.Length > 0)
            scope.Error(shape.At, "field.incomplete", $"Expected columns at a table and only there, but '{field.Id}' has {field.Columns.Length} of them.");
        if (field.Columns.Any(c => c.Type == FieldType.Rows))
            scope.Error(shape["columns"]!.At, "field.nested", $"Expected columns that hold single values, but a column of '{field.Id}' is a table.");
        if (field.Min > field.Max)
            scope.Error(shape["min"]!.At, "field.bounds", $"Expected min to be at most max, but {field.Min} is more than {field.Max}.");
    }
}

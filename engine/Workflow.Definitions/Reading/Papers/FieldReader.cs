using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads the fields of a form, of a step, and the columns of a table.</summary>
internal static class FieldReader
{
    /// <summary>The place of the form.</summary>
    public const string Form = "form";

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
        ("resident-number", FieldType.ResidentNumber),
        ("rows", FieldType.Rows),
        (FileTermsReader.Type, FieldType.Text),
    ];

    public static ImmutableArray<Field> List(Scope scope, SyntaxNode? syntax, string place) =>
        [.. NamedItems.Of(scope, syntax, Things.Fields).Select(e => Read(scope, e, place)).OfType<Field>()];

    private static Field? Read(Scope scope, MapEntry entry, string place)
    {
        var fields = $"{place}/{entry.Key}";
        var written = NamedEntry.At(scope, entry, fields);
        if (written.IsTitleAlone)
            return entry.Value is ScalarSyntax ? Short(scope, entry, place)
                : written.Title() is { } title ? Of(entry.Key, title, FieldType.Text)
                : null;
        if (written.Keys(DefinitionKeys.Field, Things.TheField(entry.Key)) is not { } shape)
            return null;
        var field = Bounded(shape, Typed(shape, entry.Key)) with { Columns = List(scope, shape["columns"], fields) };
        Check(scope, shape, field);
        DayBoundReader.Check(shape, field, ofForm: place == Form);
        FileTermsReader.Check(shape, field, ofForm: place == Form);
        return field;
    }

    private static Field Typed(Shape shape, string id)
    {
        var (title, options) = (shape.TitleOr(id), Options(shape));
        return new Field
        {
            Id = id,
            Title = title.Zh,
            TitleEn = title.En,
            Type = shape.Word("type", Things.Type, Types) ?? (shape["of"] is null ? FieldType.Text : FieldType.Choice),
            Options = [.. options.Select(o => o.Zh)],
            OptionsEn = options
                .Where(o => o.En is not null)
                .DistinctBy(o => o.Zh)
                .ToImmutableSortedDictionary(o => o.Zh, o => o.En!, StringComparer.Ordinal),
        };
    }

    // What is recorded is the Chinese word, whatever language it was shown in.
    private static List<LocalizedText> Options(Shape shape) =>
        [.. Values.Items(shape["of"]).Select(o => TitleReader.Read(shape.Scope, o, Things.Option)).OfType<LocalizedText>()];

    private static Field Bounded(Shape shape, Field field) =>
        field with
        {
            RequiredWhen = Required(shape.Scope, shape["required"], absent: false),
            Min = shape.Number("min", Things.TheLeastValue),
            Max = shape.Number("max", Things.TheGreatestValue),
            Unit = shape.Text("unit", Things.Unit),
            Personal = shape.Truth("personal", Things.KeyPersonal),
            File = FileTermsReader.Read(shape),
            Ahead = shape.Truth("ahead", Things.KeyAhead),
            Help = shape.Guide("help", Things.Help),
            Risk = shape.Guide("risk", Things.Risk),
            NotBefore = DayBoundReader.List(shape, DayBoundReader.First),
            NotAfter = DayBoundReader.List(shape, DayBoundReader.Last),
        };

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
    private static Field? Short(Scope scope, MapEntry entry, string place)
    {
        if (Values.Text(scope, entry.Value, Things.TitleOrType(entry.Key)) is not { } text)
            return null;
        if (Types.All(t => t.Item1 != text))
            return Of(entry.Key, new LocalizedText(text), FieldType.Text);
        var (type, isFile) = (Types.First(t => t.Item1 == text).Item2, FileTermsReader.IsFile(entry.Value));
        if (NotInShort(entry.Key, type, isFile && place == Form) is { } problem)
            scope.Error(entry.Value.At, problem);
        var field = Of(entry.Key, new LocalizedText(entry.Key), type);
        return isFile ? field with { File = new FileTerms([], null, false) } : field;
    }

    private static Message? NotInShort(string id, FieldType type, bool isFileOfForm) =>
        isFileOfForm ? FieldProblems.FileInForm(id)
        : type == FieldType.Choice ? FieldProblems.NoOptionsInShort(id)
        : type == FieldType.Rows ? FieldProblems.NoColumnsInShort(id)
        : null;

    private static Field Of(string id, LocalizedText title, FieldType type) =>
        new()
        {
            Id = id,
            Title = title.Zh,
            TitleEn = title.En,
            Type = type,
        };

    private static void Check(Scope scope, Shape shape, Field field)
    {
        Options(scope, shape, field);
        Columns(scope, shape, field);
        if (field is { Ahead: true, Type: not FieldType.Date })
            scope.Error(shape["ahead"]!.At, FieldProblems.AheadElsewhere(field.Id));
        if (field.Min > field.Max)
            scope.Error(shape["min"]!.At, FieldProblems.Bounds($"{field.Min}", $"{field.Max}"));
    }

    private static void Options(Scope scope, Shape shape, Field field)
    {
        if (field.Type == FieldType.Choice && field.Options.Length == 0)
            scope.Error(shape.At, FieldProblems.NoOptions(field.Id));
        if (field.Options.Length > 0)
            Options(scope, shape["of"]!.At, field);
    }

    private static void Options(Scope scope, Position at, Field field)
    {
        if (field.Type != FieldType.Choice)
            scope.Error(at, FieldProblems.OptionsElsewhere(field.Id));
        if (field.Options.Distinct().Count() != field.Options.Length)
            scope.Error(at, FieldProblems.OptionTwice(field.Id));
    }

    private static void Columns(Scope scope, Shape shape, Field field)
    {
        if (field.Type == FieldType.Rows != field.Columns.Length > 0)
            scope.Error(shape.At, FieldProblems.Columns(field.Id, field.Columns.Length));
        if (field.Columns.Any(c => c.Type == FieldType.Rows))
            scope.Error(shape["columns"]!.At, FieldProblems.Nested(field.Id));
        if (field.Columns.FirstOrDefault(c => c.File is not null) is { } file)
            scope.Error(shape["columns"]!.At, FieldProblems.FileInForm(file.Id));
        foreach (var column in field.Columns)
            DayBoundReader.CheckColumn(scope, shape["columns"]!.At, column);
    }
}

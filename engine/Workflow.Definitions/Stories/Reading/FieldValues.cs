using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads values by the types that the definition gives its fields.</summary>
internal static class FieldValues
{
    internal static ImmutableSortedDictionary<string, FieldValue> Read(
        Scope scope,
        SyntaxNode? syntax,
        ImmutableArray<Field> fields,
        Message where
    )
    {
        if (syntax is null || Shape.Of(scope, syntax, KeysOf(fields), Things.FieldsOf(where)) is not { } shape)
            return ImmutableSortedDictionary<string, FieldValue>.Empty;
        var values = ImmutableSortedDictionary<string, FieldValue>.Empty;
        foreach (var entry in shape.Entries)
            if (fields.FirstOrDefault(f => f.Id == entry.Key) is { } field && Value(scope, field, entry.Value) is { } value)
                values = values.SetItem(field.Id, value);
        return values;
    }

    private static KeySet KeysOf(ImmutableArray<Field> fields) => new("fields", [.. fields.Select(f => f.Id)]);

    private static FieldValue? Value(Scope scope, Field field, SyntaxNode syntax) =>
        field.Type switch
        {
            FieldType.Number => Values.Number(scope, syntax, Things.Number) is { } number ? new NumberValue(number) : null,
            FieldType.Date => Days.Of(scope, syntax) is { } day ? new DateValue(day) : null,
            FieldType.YesNo => Truth(scope, syntax),
            FieldType.Rows => Rows(scope, field, syntax),
            FieldType.Text
            or FieldType.Choice
            or FieldType.Office
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber => Values.Scalar(scope, syntax, Things.Text) is { } text ? new TextValue(text.Text) : null,
            _ => throw new UnreachableException($"No answer for {field.Type}."),
        };

    private static TruthValue? Truth(Scope scope, SyntaxNode syntax) =>
        Values.Scalar(scope, syntax, Things.YesOrNo) is null ? null : new TruthValue(Values.Truth(scope, syntax, Things.Value));

    private static RowsValue? Rows(Scope scope, Field field, SyntaxNode syntax)
    {
        if (syntax is ListSyntax list)
            return new RowsValue([.. list.Items.Select(row => Read(scope, row, field.Columns, Things.Quoted(field.Id)))]);
        scope.Error(syntax.At, FileProblems.Shape(Things.RowsUnder(field.Id), Shape.Words(syntax), null));
        return null;
    }
}

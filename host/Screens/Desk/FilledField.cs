using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary>A field with what stands in it.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Value">Its value in words; of a table empty.</param>
public sealed record FilledField(string Title, string Value)
{
    /// <summary>The titles of a table's columns; empty for anything else.</summary>
    public ImmutableArray<string> Columns { get; private init; } = [];

    /// <summary>A table's rows, each cell in words.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; private init; } = [];

    public bool IsWide => !Columns.IsEmpty || Value.Length > 40;

    internal static FilledField Of(Field field, FieldValue? value, ProcessDefinition definition, Words words) =>
        value is RowsValue rows
            ? new FilledField(words.Title(field.Words()), "")
            {
                Columns = [.. field.Columns.Select(c => words.Title(c.Words()))],
                Rows =
                [
                    .. rows.Rows.Select(row =>
                        field.Columns.Select(c => Said(c, row.GetValueOrDefault(c.Id), definition, words)).ToImmutableArray()
                    ),
                ],
            }
            : new FilledField(words.Title(field.Words()), Said(field, value, definition, words));

    private static string Said(Field field, FieldValue? value, ProcessDefinition definition, Words words) =>
        value switch
        {
            null => "—",
            TextValue text when field.Type == FieldType.Office => words.Title(definition.OfficeName(text.Text)),
            TextValue text when field.Type == FieldType.Choice => words.Title(field.OptionName(text.Text)),
            TextValue text => text.Text,
            NumberValue number => $"{number.Number.ToString("#,0.######", CultureInfo.InvariantCulture)} {field.Unit}".TrimEnd(),
            DateValue day => Lines.Day(day.Date),
            TruthValue truth => words[truth.Yes ? "page.yes" : "page.no"],
            SealedValue => words["page.sealed"],
            RowsValue => "",
            _ => throw new UnreachableException($"No words for {value.GetType().Name}."),
        };
}

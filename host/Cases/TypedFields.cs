using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Host.Cases;

/// <summary>Turns texts into days where the definition's field holds a day. Whatever does not fit stays, and the engine refuses it by the field's name.</summary>
public static class TypedFields
{
    /// <summary>Returns the command with its values as the definition's fields hold them.</summary>
    /// <param name="process">The definition that binds the case; null when there is none, and then nothing changes.</param>
    /// <param name="command">A person's command.</param>
    public static CaseCommand Fit(PublishedProcess? process, CaseCommand command) =>
        process is not null && command is IRecordsFields records
            ? records.With((asked, values) => Fit(asked.In(process), values))
            : command;

    private static ImmutableSortedDictionary<string, FieldValue> Fit(
        ImmutableArray<Field> fields,
        ImmutableSortedDictionary<string, FieldValue> values
    ) => fields.Where(f => values.ContainsKey(f.Id)).Aggregate(values, (all, field) => all.SetItem(field.Id, Fit(field, all[field.Id])));

    private static FieldValue Fit(Field field, FieldValue value)
    {
        if (field.Type == FieldType.Date && value is TextValue text)
            return WrittenDay.Read(text.Text) is { } day ? new DateValue(day) : value;
        return field.Type == FieldType.Rows && value is RowsValue rows
            ? new RowsValue([.. rows.Rows.Select(row => Fit(field.Columns, row))])
            : value;
    }
}

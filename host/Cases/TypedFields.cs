using System.Collections.Immutable;
using System.Globalization;
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
    public static CaseCommand Fit(PublishedProcess? process, CaseCommand command) => (process, command) switch
    {
        (null, _) => command,
        (_, Lodge c) => c with { Form = Fit(process.Definition.Form, c.Form) },
        (_, AdoptCase c) => c with { Form = Fit(process.Definition.Form, c.Form), Acts = [.. c.Acts.Select(a => a with { Fields = Fit(Asked(process, a.Step, a.Outcome), a.Fields) })] },
        (_, CorrectForm { Fields: not null } c) => c with { Fields = Fit(process.Definition.Form, c.Fields) },
        (_, Complete c) => c with { Fields = Fit(Asked(process, c.Step, c.Outcome), c.Fields) },
        (_, Answer c) => c with { Fields = Fit(Asked(process, c.Step, c.Choice), c.Fields) },
        _ => command,
    };

    private static ImmutableArray<Field> Asked(PublishedProcess process, string step, string? outcome) =>
        process.Find(step) is WorkNode node ? [.. node.Asks, .. node.Outcomes.Where(o => o.Id == outcome).SelectMany(o => o.Asks)] : [];

    private static ImmutableSortedDictionary<string, FieldValue> Fit(ImmutableArray<Field> fields, ImmutableSortedDictionary<string, FieldValue> values) =>
        fields.Where(f => values.ContainsKey(f.Id)).Aggregate(values, (all, field) => all.SetItem(field.Id, Fit(field, all[field.Id])));

    private static FieldValue Fit(Field field, FieldValue value) => (field.Type, value) switch
    {
        (FieldType.Date, TextValue t) when DateOnly.TryParseExact(t.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => new DateValue(day),
        (FieldType.Rows, RowsValue rows) => new RowsValue([.. rows.Rows.Select(row => Fit(field.Columns, row))]),
        _ => value,
    };
}

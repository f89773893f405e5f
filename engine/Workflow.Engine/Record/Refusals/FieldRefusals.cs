using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about values that somebody entered.</summary>
internal static class FieldRefusals
{
    /// <summary>Nobody asks for such a field.</summary>
    /// <param name="where">The step, or the form.</param>
    /// <param name="field">The name found.</param>
    /// <param name="asked">The fields that are asked for; may be empty.</param>
    internal static Refusal Unknown(NameValue where, string field, IReadOnlyList<NameValue> asked) =>
        new("field.unknown", ("where", where), ("field", field), ("way", NearNames.Near(field, asked) ?? Asked(asked)));

    /// <summary>A required field is empty.</summary>
    internal static Refusal Missing(NameValue where, NameValue field) => new("field.missing", ("where", where), ("field", field));

    /// <summary>A value does not fit its field.</summary>
    /// <param name="where">The step, or the form.</param>
    /// <param name="field">The field.</param>
    /// <param name="wrong">What is wrong, of <see cref="FieldFaults"/>.</param>
    internal static Refusal Invalid(NameValue where, NameValue field, Message wrong) =>
        new("field.invalid", ("where", where), ("field", field), ("wrong", wrong));

    /// <summary>What needs reasons: a day that the field takes only with them.</summary>
    internal static Message SuchADay(NameValue field) => new("field.such_a_day", ("field", field));

    private static Message Asked(IReadOnlyList<NameValue> fields) =>
        fields.Count == 0 ? new Message("field.nothing_asked") : new Message("field.asked", ("fields", MessageValue.List(fields)));
}

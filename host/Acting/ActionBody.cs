using System.Globalization;
using System.Text.Json.Nodes;

namespace Workflow.Host.Acting;

/// <summary>Makes the body of a command of what was filled in: the same body that an integrator would send.</summary>
public static class ActionBody
{
    /// <summary>Returns the body. What was left empty is left out.</summary>
    /// <param name="form">What was asked.</param>
    /// <param name="given">The values of an input by its name; of a table those of a row's column as <c>NAME[0].COLUMN</c>.</param>
    /// <param name="rows">The most rows of a table that are looked at.</param>
    public static JsonObject Of(ActionForm form, Func<string, IReadOnlyList<string>> given, int rows)
    {
        var body = new JsonObject { ["do"] = form.Action };
        var row = ActionRows.Of(form.Action);
        Put(body, row.Target, form.Target);
        Put(body, row.Choice, form.Choice);
        foreach (var input in form.Inputs)
            if (Value(input, given, rows) is { } value)
                Place(body, input.Name, value);
        return body;
    }

    private static void Put(JsonObject body, string? member, string? value)
    {
        if (member is not null && value is not null)
            body[member] = member == "number" ? Number(value) : value;
    }

    // A dot leads into an object.
    private static void Place(JsonObject body, string name, JsonNode value)
    {
        if (name.Split('.', 2) is not [var outer, var inner])
        {
            body[name] = value;
            return;
        }

        if (body[outer] is not JsonObject within)
            body[outer] = within = [];
        within[inner] = value;
    }

    private static JsonNode? Value(FormInput input, Func<string, IReadOnlyList<string>> given, int rows) =>
        input.Kind switch
        {
            InputKind.Table => Table(input, given, rows),
            InputKind.Several => List(given(input.Name)),
            InputKind.People => given(input.Name) is { Count: > 0 } people ? List(people) : null,
            InputKind.Number => One(given(input.Name), Number),
            InputKind.YesNo => One(given(input.Name), Truth),
            InputKind.Line or InputKind.Passage or InputKind.Day or InputKind.Choice or InputKind.Person => One(given(input.Name), Words),
            _ => throw new System.Diagnostics.UnreachableException($"No value for {input.Kind}."),
        };

    private static JsonNode? One(IReadOnlyList<string> given, Func<string, JsonNode> read) =>
        given is [{ } text, ..] && !string.IsNullOrWhiteSpace(text) ? read(text) : null;

    private static JsonNode Words(string text) => JsonValue.Create(text.Trim());

    // What is no number stays as it was written, and the engine refuses it by the name of the field.
    private static JsonNode Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);

    private static JsonNode Truth(string text) => bool.TryParse(text, out var truth) ? JsonValue.Create(truth) : JsonValue.Create(text);

    private static JsonArray List(IReadOnlyList<string> values) =>
        [.. values.Where(v => v.Length > 0).Select(v => (JsonNode)JsonValue.Create(v))];

    private static JsonArray? Table(FormInput input, Func<string, IReadOnlyList<string>> given, int rows)
    {
        var filled = Enumerable.Range(0, rows).Select(row => Row(input, given, row)).Where(row => row.Count > 0).ToList();
        return filled.Count == 0 ? null : [.. filled];
    }

    private static JsonObject Row(FormInput input, Func<string, IReadOnlyList<string>> given, int row)
    {
        var cells = new JsonObject();
        foreach (var column in input.Columns)
            if (Value(column, name => given($"{input.Name}[{row}].{name}"), 0) is { } value)
                cells[column.Name] = value;
        return cells;
    }
}

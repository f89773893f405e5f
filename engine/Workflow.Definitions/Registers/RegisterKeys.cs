using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Calendars;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Registers;

/// <summary>Takes the values of one map of the register and reports what is missing, malformed or unknown.</summary>
internal sealed class RegisterKeys(MapSyntax map, Problems problems)
{
    internal Position At => map.At;

    internal Problems Problems => problems;

    internal static RegisterKeys? Of(SyntaxNode? value, string what, Problems problems)
    {
        if (value is MapSyntax map) return new RegisterKeys(map, problems);
        if (value is not null) problems.Error(value.At, "register.shape", $"Expected keys and values for {what}, but found something else.");
        return null;
    }

    internal RegisterKeys Only(params string[] known)
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
            problems.Error(entry.KeyAt, "register.unknown_key", $"Expected one of {string.Join(", ", known)}, but found '{entry.Key}'.", Spelling.Hint(entry.Key, known));
        return this;
    }

    internal Position PlaceOf(string key) => map[key]?.At ?? map.At;

    internal bool Has(string key) => map[key] is not null;

    internal bool IsEmptyList(string key) => map[key] is ListSyntax { Items.Count: 0 };

    internal string Text(string key)
    {
        if (!Has(key)) problems.Error(map.At, "register.missing", $"Expected the key '{key}', but it is missing.");
        return Optional(key) ?? "";
    }

    internal string? Optional(string key) => map[key] is { } value ? Word(value, key) : null;

    internal string OneOf(string key, ImmutableArray<string> choices)
    {
        var text = Text(key);
        if (text.Length > 0 && !choices.Contains(text))
            problems.Error(PlaceOf(key), "register.choice", $"Expected '{key}' to be one of {string.Join(", ", choices)}, but found '{text}'.", Spelling.Hint(text, choices));
        return text;
    }

    /// <summary>The span of the keys <c>from</c> and <c>to</c>, both included; without a key it is open on that side.</summary>
    internal PeriodInForce Days()
    {
        var days = new PeriodInForce(Date("from") ?? DateOnly.MinValue, Date("to"));
        if (days.To < days.From) problems.Error(PlaceOf("to"), "register.days", $"Expected 'to' on or after {days.From:yyyy-MM-dd}, but found {days.To:yyyy-MM-dd}.");
        return days;
    }

    internal IEnumerable<RegisterKeys> List(string key) => Items(key).Select(item => Of(item, $"each item of '{key}'", problems)).OfType<RegisterKeys>();

    internal IEnumerable<string> Words(string key) => Items(key).Select(item => Word(item, key)).OfType<string>();

    /// <summary>The words of a list, each with its place.</summary>
    internal IEnumerable<(string Text, Position At)> Placed(string key) => Items(key).Select(item => (Text: Word(item, key)!, item.At)).Where(w => w.Text is not null);

    /// <summary>The entries of a map from id to something.</summary>
    internal IEnumerable<MapEntry> Entries(string key) => Of(map[key], $"'{key}'", problems)?.AllEntries ?? [];

    private IReadOnlyList<MapEntry> AllEntries => map.Entries;

    private IReadOnlyList<SyntaxNode> Items(string key)
    {
        if (map[key] is null or ListSyntax) return (map[key] as ListSyntax)?.Items ?? [];
        problems.Error(map[key]!.At, "register.list", $"Expected a list under '{key}', but found something else.");
        return [];
    }

    private string? Word(SyntaxNode value, string key)
    {
        if (value is ScalarSyntax { Text.Length: > 0 } scalar) return scalar.Text;
        problems.Error(value.At, "register.text", $"Expected words under '{key}', but found none.");
        return null;
    }

    private DateOnly? Date(string key)
    {
        if (Optional(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        problems.Error(PlaceOf(key), "register.date", $"Expected a date like 2026-05-01 under '{key}', but found '{text}'.");
        return null;
    }
}

using System.Globalization;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Calendars;

/// <summary>Takes the values of a map one by one and reports what is missing, malformed or unknown.</summary>
internal sealed class CalendarFields(MapSyntax map, Problems problems)
{
    internal Position At => map.At;

    internal Problems Problems => problems;

    /// <summary>Reports every key that is not one of the known ones.</summary>
    internal CalendarFields Only(params string[] known)
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
            problems.Error(entry.KeyAt, "calendar.unknown_key", $"Expected one of {string.Join(", ", known)}, but found '{entry.Key}'.", Spelling.Hint(entry.Key, known));
        return this;
    }

    internal string? Text(string key)
    {
        var text = Optional(key);
        if (map[key] is null) Missing(key);
        return text;
    }

    internal string? Optional(string key)
    {
        if (map[key] is null) return null;
        if (map[key] is ScalarSyntax { Text.Length: > 0 } scalar) return scalar.Text;
        problems.Error(map[key]!.At, "calendar.text", $"Expected words under '{key}', but found none.");
        return null;
    }

    internal int? Number(string key, int least, int most)
    {
        if (Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        problems.Error(map[key]!.At, "calendar.number", $"Expected a whole number from {least} to {most} under '{key}', but found '{text}'.");
        return null;
    }

    internal DateOnly? Date(string key) => Text(key) is null ? null : Date(map[key]!);

    /// <summary>Returns the maps of a list; an item that is none is reported.</summary>
    internal IEnumerable<CalendarFields> Items(string key)
    {
        if (map[key] is null) Missing(key);
        foreach (var item in List(key))
        {
            if (item is MapSyntax inner) yield return new CalendarFields(inner, problems);
            else problems.Error(item.At, "calendar.shape", $"Expected keys and values in each item of '{key}', but found something else.");
        }
    }

    /// <summary>Returns the dates of a list with their places; the list may be absent.</summary>
    internal IEnumerable<(Position At, DateOnly Date)> Dates(string key) =>
        List(key).Select(item => (item.At, Date: Date(item))).Where(d => d.Date is not null).Select(d => (d.At, d.Date!.Value));

    private IReadOnlyList<SyntaxNode> List(string key)
    {
        if (map[key] is null) return [];
        if (map[key] is ListSyntax list) return list.Items;
        problems.Error(map[key]!.At, "calendar.list", $"Expected a list under '{key}', but found something else.");
        return [];
    }

    private DateOnly? Date(SyntaxNode value)
    {
        var text = (value as ScalarSyntax)?.Text ?? "a list or a map";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        problems.Error(value.At, "calendar.date", $"Expected a date like 2026-05-01, but found '{text}'.");
        return null;
    }

    private void Missing(string key) => problems.Error(map.At, "calendar.missing", $"Expected the key '{key}', but it is missing.");
}

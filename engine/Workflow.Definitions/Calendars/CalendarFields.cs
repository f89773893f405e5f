using System.Globalization;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;

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
            problems.Error(entry.KeyAt, CalendarProblems.UnknownKey(known, entry.Key));
        map = MeantKeys.Of(map, known);
        return this;
    }

    internal string? Text(string key)
    {
        var text = Optional(key);
        if (map[key] is null)
            Missing(key);
        return text;
    }

    internal string? Optional(string key)
    {
        if (map[key] is null)
            return null;
        if (map[key] is ScalarSyntax { Text.Length: > 0 } scalar)
            return scalar.Text;
        problems.Error(map[key]!.At, CalendarProblems.NoText(key));
        return null;
    }

    internal int? Number(string key, int least, int most)
    {
        if (Text(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Error(map[key]!.At, CalendarProblems.Number(least, most, key, text));
        return null;
    }

    internal DateOnly? Date(string key) => Text(key) is null ? null : Date(map[key]!);

    /// <summary>Returns the maps of a list; an item that is none is reported.</summary>
    internal IEnumerable<CalendarFields> Items(string key)
    {
        if (map[key] is null)
            Missing(key);
        foreach (var item in List(key))
        {
            if (item is MapSyntax inner)
                yield return new CalendarFields(inner, problems);
            else
                problems.Error(item.At, CalendarProblems.Items(key));
        }
    }

    /// <summary>Whether a key is written.</summary>
    internal bool Has(string key) => map[key] is not null;

    /// <summary>Returns the words of a list with their places, or the one that stands for it; the key may be absent.</summary>
    internal IEnumerable<(Position At, string Text)> Texts(string key) =>
        (map[key] is ScalarSyntax one ? [one] : List(key)).OfType<ScalarSyntax>().Select(s => (s.At, s.Text));

    /// <summary>Returns the dates of a list with their places; the list may be absent.</summary>
    internal IEnumerable<(Position At, DateOnly Date)> Dates(string key) =>
        List(key).Select(item => (item.At, Date: Date(item))).Where(d => d.Date is not null).Select(d => (d.At, d.Date!.Value));

    private IReadOnlyList<SyntaxNode> List(string key)
    {
        if (map[key] is null)
            return [];
        if (map[key] is ListSyntax list)
            return list.Items;
        problems.Error(map[key]!.At, CalendarProblems.List(key));
        return [];
    }

    private DateOnly? Date(SyntaxNode value)
    {
        if (value is ScalarSyntax { Text: var text } && WrittenDay.Read(text) is { } date)
            return date;
        problems.Error(value.At, CalendarProblems.Date(Shape.Words(value)));
        return null;
    }

    private void Missing(string key) => problems.Error(map.At, CalendarProblems.Missing(key));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Workflow.Engine.Calendars;

/// <summary>Reads what <see cref="CanonicalText"/> wrote.</summary>
internal sealed class CanonicalParser
{
    private readonly List<CalendarEdition> _editions = [];
    private readonly List<CalendarOverlay> _overlays = [];
    private readonly List<StatutoryEdition> _statutory = [];
    private readonly List<CalendarException> _days = [];
    private Action<ImmutableArray<CalendarException>>? _close;
    private string? _zone;

    /// <exception cref="FormatException">A line is not one that <see cref="CanonicalText"/> writes.</exception>
    internal static WorkCalendar Parse(string canonical)
    {
        var parser = new CanonicalParser();
        foreach (var line in canonical.TrimEnd('\n').Split('\n'))
            parser.Take([.. line.Split('\t').Select(Unescape)]);
        parser.Close();
        return WorkCalendar.Build(
            parser._zone ?? throw Unknown("no zone"),
            [.. parser._editions],
            [.. parser._overlays],
            [.. parser._statutory]
        );
    }

    private void Take(string[] fields)
    {
        switch (fields)
        {
            case [CanonicalText.Heading, CanonicalText.Version]:
                break;
            case ["zone", var zone]:
                _zone = zone;
                break;
            case ["edition", var year, var number, var published, var notice, var source]:
                Open(days => _editions.Add(new(Number(year), Number(number), Date(published), Optional(notice), Optional(source), days)));
                break;
            case ["overlay", var id, var title]:
                Open(days => _overlays.Add(new(id, title, days)));
                break;
            case ["statutory", var title, var published, var from]:
                Open(days => _statutory.Add(new(title, Date(published), Date(from), days)));
                break;
            case ["day", var date, "work" or "off", var name]:
                _days.Add(new(Date(date), fields[2] == "work", name));
                break;
            default:
                throw Unknown(string.Join(' ', fields));
        }
    }

    private void Open(Action<ImmutableArray<CalendarException>> close)
    {
        Close();
        _close = close;
    }

    private void Close()
    {
        _close?.Invoke([.. _days]);
        _days.Clear();
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Optional(string text) =>
        text == "-" ? null
        : text.StartsWith('=') ? text[1..]
        : throw Unknown(text);

    private static string Unescape(string field)
    {
        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
            text.Append(
                field[i] != '\\' || i + 1 == field.Length
                    ? field[i]
                    : field[++i] switch
                    {
                        't' => '\t',
                        'n' => '\n',
                        var c => c,
                    }
            );
        return text.ToString();
    }

    private static FormatException Unknown(string found) => new($"Expected a stored calendar, but found '{found}'.");
}

using System.Collections.Immutable;
using System.Text;

namespace Workflow.Engine.Calendars;

/// <summary>Writes a resolved calendar as the text that is digested and stored: one fact a line, fields parted by tabs.</summary>
internal static class CanonicalText
{
    internal const string Heading = "workflow-calendar";
    internal const string Version = "1";

    internal static string Write(
        string zone,
        ImmutableArray<CalendarEdition> editions,
        ImmutableArray<CalendarOverlay> overlays,
        ImmutableArray<StatutoryEdition> beyond
    )
    {
        var text = new StringBuilder();
        Line(text, Heading, Version);
        Line(text, "zone", zone);
        foreach (var edition in editions)
            Write(text, edition);
        foreach (var overlay in overlays)
            Write(text, overlay);
        foreach (var statutory in beyond)
            Write(text, statutory);
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarEdition edition)
    {
        var (year, number, published) = ($"{edition.Year}", $"{edition.Number}", $"{edition.Published:O}");
        Line(text, "edition", year, number, published, Optional(edition.Notice), Optional(edition.Source));
        Write(text, edition.Days);
    }

    private static void Write(StringBuilder text, CalendarOverlay overlay)
    {
        Line(text, "overlay", overlay.Id, overlay.Title);
        Write(text, overlay.Days);
    }

    private static void Write(StringBuilder text, StatutoryEdition statutory)
    {
        Line(text, "statutory", statutory.Title, $"{statutory.Published:O}", $"{statutory.From:O}");
        Write(text, statutory.Days);
    }

    private static void Write(StringBuilder text, ImmutableArray<CalendarException> days)
    {
        foreach (var day in days.OrderBy(d => d.Date))
            Line(text, "day", $"{day.Date:O}", day.Works ? "work" : "off", day.Name);
    }

    // An absent text and an empty one are told apart by the mark.
    private static string Optional(string? text) => text is null ? "-" : "=" + text;

    private static void Line(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                text.Append('\t');
            Escape(text, fields[i]);
        }

        text.Append('\n');
    }

    private static void Escape(StringBuilder text, string field)
    {
        foreach (var c in field)
            _ = c switch
            {
                '\\' => text.Append("\\\\"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                _ => text.Append(c),
            };
    }
}

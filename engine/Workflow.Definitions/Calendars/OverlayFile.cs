using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;

namespace Workflow.Definitions.Calendars;

/// <summary>A file with a regional layer.</summary>
internal sealed record OverlayFile(Position At, CalendarOverlay Overlay)
{
    internal static OverlayFile? Read(CalendarFields fields)
    {
        fields.Only("overlay", "title", "days");
        var days = DayList.Read(fields, (_, _) => null);
        return fields.Text("overlay") is { } id && fields.Text("title") is { } title
            ? new OverlayFile(fields.At, new CalendarOverlay(id, title, days))
            : null;
    }
}

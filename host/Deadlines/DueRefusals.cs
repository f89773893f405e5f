using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.Deadlines;

/// <summary>What stands against reckoning due dates.</summary>
internal static class DueRefusals
{
    /// <summary>No time zone has the name.</summary>
    internal static OpeningRefusedException Zone(string found) =>
        new(new Message("due.zone", ("found", found)).With(NearNames.NearWord(found, Zones()) ?? new Message("due.zone_form")));

    private static IEnumerable<string> Zones() => TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id);

    /// <summary>No regional layer of the calendar has the id.</summary>
    internal static OpeningRefusedException Overlay(string found, IEnumerable<NameValue> known) =>
        new(new Message("due.overlay", ("found", found)).With(NearNames.Of(found, known)));
}

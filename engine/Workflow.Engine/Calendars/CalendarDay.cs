using System.Text.Json.Serialization;

namespace Workflow.Engine.Calendars;

/// <summary>One day as a calendar describes it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Whether and why offices work.</param>
/// <param name="Name">The holiday it belongs to, or null for an ordinary day.</param>
/// <param name="Notice">The number of the notice, or the title of the overlay or the regulation, that says so; null where the number is not known, and for an ordinary day past the published coverage.</param>
/// <param name="Published">False past the published coverage, where Monday to Friday is assumed but for statutory holidays.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Name, string? Notice, bool Published)
{
    /// <summary>Whether offices work on this day.</summary>
    public bool IsWorkday => Kind is DayKind.Workday or DayKind.MakeUpWorkday;

    /// <summary>Whether no notice says yet if offices work on this day. Statutory holidays need none.</summary>
    [JsonIgnore]
    public bool IsAssumed => !Published && Kind != DayKind.Holiday;
}

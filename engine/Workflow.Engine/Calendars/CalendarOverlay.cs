using System.Collections.Immutable;

namespace Workflow.Engine.Calendars;

/// <summary>A regional layer whose days win over the national ones.</summary>
/// <param name="Id">Stable name, like <c>guangxi</c>.</param>
/// <param name="Title">Words for people.</param>
/// <param name="Days">The days it decides; those past the national coverage wait until the year is published.</param>
public sealed record CalendarOverlay(string Id, string Title, ImmutableArray<CalendarException> Days);

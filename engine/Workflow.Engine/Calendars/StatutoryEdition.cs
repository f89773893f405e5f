using System.Collections.Immutable;

namespace Workflow.Engine.Calendars;

/// <summary>An edition of the regulation that fixes which days are holidays every year, whatever a notice arranges around them.</summary>
/// <param name="Title">The regulation with its edition, as it is cited.</param>
/// <param name="Published">The day from which it is known.</param>
/// <param name="From">The day from which it is in force.</param>
/// <param name="Days">The holidays of each year, all off.</param>
public sealed record StatutoryEdition(string Title, DateOnly Published, DateOnly From, ImmutableArray<CalendarException> Days);

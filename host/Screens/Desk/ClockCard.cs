using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Host.Cases;
using Workflow.Host.Replaying;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary>A clock on its card: its last day, how much is left, its lamp and its days.</summary>
public sealed record ClockCard(string Id, string Title, ClockView Clock, int? Left, string Unit, ImmutableArray<DayCell> Days)
{
    /// <summary>A longer clock shows how far it has come, and its days in the panel alone.</summary>
    public const int MostCells = 14;

    /// <summary>Whether somebody still waits for it.</summary>
    public bool IsRunning => Clock.EndedOn is null;

    /// <summary>Why it ends when it ends.</summary>
    public required ClockExplanation Why { get; init; }

    /// <summary>How many units count in all; null for a clock that counts none.</summary>
    public int? Total { get; private init; }

    /// <summary>How many of them are past.</summary>
    public int Past { get; private init; }

    internal static ClockCard Of(ReplayedClock clock, RecordedCase recorded, DateOnly today, Words words)
    {
        var why = Explain(clock.Id, recorded, today);
        var left = clock.Left is { } units ? Math.Abs(units) : (int?)null;
        return new ClockCard(clock.Id, clock.Title, clock.Clock, clock.Left, words.Unit(clock.Unit, left), Cells(why, today, words))
        {
            Why = why,
            Total = why.Clock.Total?.Amount,
            Past = why.Days.Count(d => d.Day.Treatment == DayTreatment.Counted && d.Day.Date <= today),
        };
    }

    private static ClockExplanation Explain(string id, RecordedCase recorded, DateOnly today)
    {
        var calendar = recorded.Calendar(recorded.State.Clocks[id].Calendar);
        return ClockExplanation.Of(recorded.Definitions, recorded.Entries, id, calendar, calendar.StartOf(today))!;
    }

    private static ImmutableArray<DayCell> Cells(ClockExplanation why, DateOnly today, Words words) =>
        [.. why.Days.Select(d => DayCell.Of(d, why.Clock, today, words))];
}

/// <summary>A clock whose days are laid open: why it ends on its last day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Days">All its days.</param>
/// <param name="Told">The same explanation in words, as an auditor reads it.</param>
public sealed record OpenedClock(string Id, string Title, ImmutableArray<DayCell> Days, string Told)
{
    internal static OpenedClock Of(ClockCard card, RecordedCase recorded, Words words) =>
        new(card.Id, card.Title, card.Days, WhyText.Write(recorded, card.Why, words));
}

using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>Measures along a line of marks; a mark is the end of a day, or an instant in ticks.</summary>
internal abstract record Ruler
{
    /// <summary>Returns the units in (from, to].</summary>
    internal abstract long Between(long from, long to);

    /// <summary>Returns the first mark with an amount of units after another.</summary>
    internal abstract long After(long from, long amount);

    /// <summary>Returns the last mark with an amount of units between it and another.</summary>
    internal abstract long Before(long from, long amount);
}

/// <summary>Every mark is a unit: calendar days, or ticks.</summary>
internal sealed record EvenRuler : Ruler
{
    internal override long Between(long from, long to) => to - from;

    internal override long After(long from, long amount) => from + amount;

    internal override long Before(long from, long amount) => from - amount;
}

/// <summary>Only working days are units.</summary>
internal sealed record WorkdayRuler(WorkCalendar Calendar) : Ruler
{
    internal override long Between(long from, long to) => Calendar.Rank((int)to) - Calendar.Rank((int)from);

    internal override long After(long from, long amount) => Calendar.Select(Calendar.Rank((int)from) + (int)amount);

    internal override long Before(long from, long amount) => Calendar.Select(Calendar.Rank((int)from) - (int)amount + 1) - 1;
}

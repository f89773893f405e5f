namespace Workflow.Engine.Calendars;

/// <summary>Numbers the workdays: prefix sums over the covered span, Monday to Friday arithmetic before and after it.</summary>
/// <remarks>Day number 0 (1 January of year 1) is a Monday, so the ordinary week needs no offset.</remarks>
internal sealed class WorkdayIndex
{
    private readonly int _first;
    private readonly int _end;
    private readonly int[] _upTo;
    private readonly int[] _days;
    private readonly int _before;
    private readonly int _shift;

    /// <param name="first">Day number of the first covered day.</param>
    /// <param name="works">Whether each covered day is a workday; empty when nothing is covered.</param>
    internal WorkdayIndex(int first, ReadOnlySpan<bool> works)
    {
        (_first, _end, _before) = (first, first + works.Length, Plain(first));
        _upTo = new int[works.Length];
        var days = new List<int>(works.Length);
        for (var i = 0; i < works.Length; i++)
        {
            if (works[i])
                days.Add(first + i);
            _upTo[i] = _before + days.Count;
        }

        _days = [.. days];
        _shift = _before + _days.Length - Plain(_end);
    }

    /// <summary>Returns how many workdays there are up to and including a day.</summary>
    internal int Rank(int day) =>
        day < _first ? Plain(day + 1)
        : day < _end ? _upTo[day - _first]
        : Plain(day + 1) + _shift;

    /// <summary>Returns the workday with a number from 1; the inverse of <see cref="Rank"/>.</summary>
    internal int Select(int rank) =>
        rank <= _before ? PlainDay(rank)
        : rank <= _before + _days.Length ? _days[rank - _before - 1]
        : PlainDay(rank - _shift);

    private static int Plain(int end) => end / 7 * 5 + Math.Min(end % 7, 5);

    private static int PlainDay(int rank) => (rank - 1) / 5 * 7 + (rank - 1) % 5;
}

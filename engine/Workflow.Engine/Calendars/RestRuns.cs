namespace Workflow.Engine.Calendars;

/// <summary>The long runs of days off, for the rule of tax periods.</summary>
internal sealed class RestRuns
{
    // The rule speaks of rest days in a row, from so many on; the stored rolls of recorded histories were reckoned with it.
    private const int Shortest = 3;

    // A run may reach over an edge of the coverage into an ordinary weekend.
    private const int Margin = 7;

    private readonly (int First, int Last)[] _runs;
    private readonly int[] _lengths;

    internal RestRuns(int first, int end, Func<int, bool> works)
    {
        var runs = new List<(int First, int Last)>();
        var start = -1;
        for (var day = Math.Max(0, first - Margin); day <= end + Margin; day++)
        {
            if (!works(day))
                start = start < 0 ? day : start;
            else if (start >= 0)
            {
                if (day - start >= Shortest)
                    runs.Add((start, day - 1));
                start = -1;
            }
        }

        _runs = [.. runs];
        _lengths = new int[_runs.Length + 1];
        for (var i = 0; i < _runs.Length; i++)
            _lengths[i + 1] = _lengths[i] + _runs[i].Last - _runs[i].First + 1;
    }

    /// <summary>Returns the days off that stand in long runs inside (after, through]; what lies outside shortens a run.</summary>
    internal int DaysIn(int after, int through)
    {
        var (from, to) = (FirstEndingAfter(after), FirstEndingAfter(through));
        if (from == to)
            return Clipped(from, after, through);
        return Clipped(from, after, through) + _lengths[to] - _lengths[from + 1] + Clipped(to, after, through);
    }

    private int Clipped(int run, int after, int through)
    {
        if (run >= _runs.Length)
            return 0;
        var length = Math.Min(_runs[run].Last, through) - Math.Max(_runs[run].First, after + 1) + 1;
        return length >= Shortest ? length : 0;
    }

    private int FirstEndingAfter(int day)
    {
        var (low, high) = (0, _runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _runs[middle].Last > day ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

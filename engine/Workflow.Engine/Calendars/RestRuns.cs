namespace Workflow.Engine.Calendars;

/// <summary>The days off of a calendar as runs: days without a working day between them.</summary>
internal sealed class RestRuns
{
    // A run may reach over an edge of the coverage into an ordinary weekend.
    private const int Margin = 7;

    private readonly (int First, int Last)[] _runs;

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
                runs.Add((start, day - 1));
                start = -1;
            }
        }

        _runs = [.. runs];
    }

    /// <summary>Returns the days off inside (after, through] in runs of at least so many days; what lies outside shortens a run.</summary>
    internal int DaysIn(int after, int through, int shortest)
    {
        var days = 0;
        for (var run = FirstEndingAfter(after); run < _runs.Length && _runs[run].First <= through; run++)
            if (Inside(_runs[run], after, through) is var length && length >= shortest)
                days += length;
        return days;
    }

    private static int Inside((int First, int Last) run, int after, int through) =>
        Math.Min(run.Last, through) - Math.Max(run.First, after + 1) + 1;

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

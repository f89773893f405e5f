namespace Workflow.Definitions.Calendars;

/// <summary>Guesses what a misspelt key meant.</summary>
internal static class Spelling
{
    /// <summary>Returns <c>did you mean 'x'?</c> for a key two edits away or nearer, else null.</summary>
    internal static string? Hint(string found, IEnumerable<string> known)
    {
        var nearest = known.MinBy(word => Distance(found, word));
        return nearest is not null && Distance(found, nearest) <= 2 ? $"did you mean '{nearest}'?" : null;
    }

    private static int Distance(string a, string b)
    {
        // A key is short; a longer word is no misspelling of one.
        if (Math.Abs(a.Length - b.Length) > 2)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}

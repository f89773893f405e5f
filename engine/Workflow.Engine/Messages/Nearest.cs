namespace Workflow.Engine.Messages;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class Nearest
{
    private const int LongestCompared = 64;

    /// <summary>The nearest known name: at most a third of the letters differ, or only case and - for _.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="most">The most letters that may differ, however long the name is.</param>
    public static string? Of(string written, IEnumerable<string> known, int most = LongestCompared)
    {
        if (written.Length is 0 or > LongestCompared)
            return null;
        var allowed = Math.Min(most, Math.Max(1, written.Length / 3));
        return known
            .Where(k => k.Length <= LongestCompared)
            .Select(k => (Name: k, Distance: Distance(Plain(written), Plain(k))))
            .Where(x => x.Distance <= allowed && x.Distance < x.Name.Length)
            .OrderBy(x => x.Distance)
            .ThenBy(x => x.Name, StringComparer.Ordinal)
            .Select(x => x.Name)
            .FirstOrDefault();
    }

    private static string Plain(string name) => name.ToLowerInvariant().Replace('_', '-');

    // Levenshtein, with a swap of neighbours as one step.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
            rows[i, j] = Step(rows, a, b, i, j);
        return rows[a.Length, b.Length];
    }

    private static int Step(int[,] rows, string a, string b, int i, int j)
    {
        var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}

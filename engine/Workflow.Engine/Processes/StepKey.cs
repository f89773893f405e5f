using System.Globalization;

namespace Workflow.Engine.Processes;

/// <summary>
/// What a step of a case is called: its id, the row of a step that opens once per row, and the run, as in <c>consult[2]#3</c>.
/// The clock that is a step's limit is called as the step, with <c>/</c> and the participant whose limit it is.
/// </summary>
/// <param name="Id">The step's id in the definition.</param>
/// <param name="Row">The row, from 1; null for a step that does not open once per row, and for the whole of one that does.</param>
/// <param name="Run">The run, from 1.</param>
public readonly record struct StepKey(string Id, int? Row = null, int Run = 1)
{
    private const char RowOpens = '[';
    private const char RowCloses = ']';
    private const char RunFollows = '#';

    /// <summary>The key without its run, as the state and the events name a step.</summary>
    public string Key => Row is { } row ? OfRow(Id, row) : Id;

    /// <summary>Reads a key. What is no row or run belongs to the id.</summary>
    public static StepKey Parse(string text)
    {
        var (key, run) = Cut(text);
        return IdOf(key) is var id && id.Length < key.Length && Number(key.AsSpan(id.Length + 1).TrimEnd(RowCloses)) is { } row
            ? new StepKey(id, row, run)
            : new StepKey(key, null, run);
    }

    /// <summary>Returns the id of a key that names no run.</summary>
    public static string IdOf(string key) => key.EndsWith(RowCloses) && key.IndexOf(RowOpens, StringComparison.Ordinal) is > 0 and var end ? key[..end] : key;

    /// <summary>Whether a text names a run, the first included.</summary>
    public static bool NamesRun(string text) => text.Contains(RunFollows, StringComparison.Ordinal);

    /// <summary>Returns the key of a row.</summary>
    public static string OfRow(string id, int row) => $"{id}{RowOpens}{row}{RowCloses}";

    /// <summary>Returns a key with its run; the first goes without saying.</summary>
    public static string OfRun(string key, int run) => run == 1 ? key : $"{key}{RunFollows}{run}";

    /// <inheritdoc/>
    public override string ToString() => OfRun(Key, Run);

    private static (string Key, int Run) Cut(string text) =>
        text.LastIndexOf(RunFollows) is > 0 and var at && Number(text.AsSpan(at + 1)) is { } run ? (text[..at], run) : (text, 1);

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

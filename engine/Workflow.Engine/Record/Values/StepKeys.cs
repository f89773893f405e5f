namespace Workflow.Engine.Record.Values;

/// <summary>Keys of steps: the id, with the row for a step that opens once per row.</summary>
internal static class StepKeys
{
    internal static string Row(string id, int row) => $"{id}[{row}]";

    /// <summary>The row of a key that <see cref="Row"/> made.</summary>
    internal static int RowOf(string key) => int.Parse(key.AsSpan(key.IndexOf('[', StringComparison.Ordinal) + 1).TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The id of the clock that is a step's limit: key and instance.</summary>
    internal static string Clock(string key, int instance) => instance == 1 ? key : $"{key}#{instance}";
}

using System.Globalization;
using Workflow.Definitions.Due;

namespace Workflow.Mining.Exporting;

/// <summary>Writes cases as CSV of RFC 4180, a row for each event.</summary>
/// <param name="text">Where to; it stays open.</param>
public sealed class LogCsv(TextWriter text)
{
    private static readonly (string Name, Func<LoggedCase, LoggedEvent, string?> Value)[] Columns =
    [
        ("case", (told, _) => told.Number),
        ("process", (told, _) => told.Process.Definition.Id),
        ("event", (_, e) => e.Id),
        ("recorded", (_, e) => e.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        ("effective", (_, e) => e.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("kind", (_, e) => e.Kind),
        ("activity", (_, e) => e.Activity),
        ("transition", (_, e) => e.Transition),
        ("step", (_, e) => e.Step),
        ("outcome", (_, e) => e.Outcome),
        ("resource", (_, e) => e.Actor),
        ("role", (_, e) => e.Role),
        ("group", (_, e) => e.Organisation),
        ("assigned", (_, e) => e.Assigned),
    ];

    private bool _begun;

    /// <summary>Writes the events of one case; before the first the header.</summary>
    public void Write(LoggedCase told)
    {
        Begin();
        foreach (var e in told.Events)
            CsvWriter.Write(text, [.. Columns.Select(column => column.Value(told, e) ?? "")]);
    }

    /// <summary>Writes the header where no case was written.</summary>
    public void Begin()
    {
        if (_begun)
            return;
        _begun = true;
        CsvWriter.Write(text, [.. Columns.Select(column => column.Name)]);
    }
}

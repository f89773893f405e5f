using System.Globalization;
using Workflow.Definitions.Due;

namespace Workflow.Mining.Exporting;

/// <summary>Writes cases as CSV of RFC 4180, a row for each event.</summary>
/// <param name="text">Where to; it stays open.</param>
public sealed class LogCsv(TextWriter text)
{
    private bool _begun;

    /// <summary>Writes the events of one case; before the first the header.</summary>
    public void Write(LoggedCase told)
    {
        Begin();
        foreach (var e in told.Events)
            CsvWriter.Write(
                text,
                told.Number,
                told.Process.Definition.Id,
                e.Id,
                e.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                Day(e.On),
                e.Kind,
                e.Activity,
                e.Transition,
                e.Step ?? "",
                e.Outcome ?? "",
                e.Actor,
                e.Role ?? "",
                e.Organisation ?? "",
                e.Assigned ?? ""
            );
    }

    /// <summary>Writes the header where no case was written.</summary>
    public void Begin()
    {
        if (_begun)
            return;
        _begun = true;
        CsvWriter.Write(
            text,
            "case",
            "process",
            "event",
            "recorded",
            "effective",
            "kind",
            "activity",
            "transition",
            "step",
            "outcome",
            "resource",
            "role",
            "group",
            "assigned"
        );
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

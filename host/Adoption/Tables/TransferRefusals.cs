using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.Adoption.Tables;

/// <summary>What stands against a transfer of cases as a whole.</summary>
internal static class TransferRefusals
{
    /// <summary>No definition is of the process.</summary>
    /// <param name="process">The name found.</param>
    /// <param name="known">The processes that are written in the folder.</param>
    internal static OpeningRefusedException NoProcess(string process, IReadOnlyCollection<NameValue> known) =>
        new(
            new Message("transferfile.no_process", ("process", process)).With(
                NearNames.Near(process, known) ?? new Message("transferfile.publish_first")
            )
        );

    /// <summary>The header is another.</summary>
    internal static OpeningRefusedException SeriesHeader(string file) => new("transferfile.series_header", ("file", file));

    /// <summary>A row names no series, or one that was named before, or no serial.</summary>
    internal static OpeningRefusedException SeriesRow(string file, int line, string found) =>
        new("transferfile.series_row", ("file", file), ("line", line), ("found", CellFaults.Shown(found)));

    /// <summary>A row has no form.</summary>
    internal static OpeningRefusedException SeriesForm(string file, int line, Message wrong) =>
        new("transferfile.series_form", ("file", file), ("line", line), ("wrong", wrong));
}

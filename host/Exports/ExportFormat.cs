using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Exports;

namespace Workflow.Host.Exports;

/// <summary>What is asked of an export.</summary>
/// <param name="Database">The database.</param>
/// <param name="Case">The one case, which exists; null for all.</param>
/// <param name="Attachments">Whether the contents of attachments go with it.</param>
/// <param name="At">The moment.</param>
public sealed record ExportRequest(Database Database, string? Case, bool Attachments, DateTimeOffset At);

/// <summary>A format of exports.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Extension">How the name of such a file ends.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Write">Writes a file; it is given the path to write to and the one wanted in the end, and says what it wrote.</param>
public sealed record ExportFormat(
    string Name,
    string Purpose,
    string Extension,
    string MediaType,
    Func<ExportRequest, string, string, CancellationToken, Message> Write
)
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("ledger", "exact stored texts with seals, to verify without the database", ".jsonl", "application/jsonl", Ledger),
        new(
            "xes",
            "event log of IEEE 1849 for process mining, packed where the name ends in .gz",
            ".xes",
            "application/xml",
            LogExport.Xes
        ),
        new("ocel", "object-centric event log 2.0 as JSON", ".json", "application/json", LogExport.Ocel),
        new("ocel-sqlite", "object-centric event log 2.0 as SQLite", ".db", "application/vnd.sqlite3", LogExport.OcelDatabase),
        new("csv", "one line an event", ".csv", "text/csv", LogExport.Csv),
        new(
            "file",
            "case file 案卷 of one case as a ZIP: a page to print, attachments, and the ledger of the case to verify; "
                + "the page alone where the name ends in .html",
            ".zip",
            "application/zip",
            CaseFileZip.Write
        ),
    ];

    private static Message Ledger(ExportRequest asked, string path, string wanted, CancellationToken cancellation)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        return new Message(
            "export.entries",
            ("entries", new LedgerExport(asked.Database).Write(file, asked.Case, asked.Attachments, asked.At, cancellation))
        );
    }
}

using Workflow.Storage.Databases;
using Workflow.Storage.Exports;

namespace Workflow.Host.Commands;

/// <summary>What is asked of an export.</summary>
/// <param name="Database">The database.</param>
/// <param name="Case">The one case; null for all.</param>
/// <param name="Attachments">Whether the contents of attachments go with it.</param>
/// <param name="At">The moment.</param>
public sealed record ExportRequest(Database Database, string? Case, bool Attachments, DateTimeOffset At);

/// <summary>A format of exports: its name, what it is for, and its writer, which returns how many entries it wrote.</summary>
public sealed record ExportFormat(string Name, string Purpose, Func<ExportRequest, Stream, CancellationToken, long> Write)
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("ledger", "exact stored texts with seals, to verify without the database", (asked, into, cancellation) =>
            new LedgerExport(asked.Database).Write(into, asked.Case, asked.Attachments, asked.At, cancellation)),
    ];
}

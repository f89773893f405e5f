using System.IO.Compression;
using System.Text;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Host.Mining;
using Workflow.Host.Opening;
using Workflow.Mining.Exporting;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Host.Exports;

/// <summary>Writes a ledger as an event log of other tools, case by case; a format may go through the cases more than once.</summary>
internal static class LogExport
{
    internal static Message Xes(ExportRequest asked, string path, string wanted, CancellationToken cancellation) =>
        Write(
            asked,
            cancellation,
            cases =>
            {
                using var stream = File.Create(path);
                using var packed = wanted.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                    ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)
                    : null;
                using var writer = new XesWriter(packed ?? (Stream)stream);
                foreach (var told in cases())
                    writer.Write(told);
            }
        );

    internal static Message Csv(ExportRequest asked, string path, string wanted, CancellationToken cancellation) =>
        Write(
            asked,
            cancellation,
            cases =>
            {
                using var text = new StreamWriter(path, append: false, new UTF8Encoding(false));
                var csv = new LogCsv(text);
                csv.Begin();
                foreach (var told in cases())
                    csv.Write(told);
            }
        );

    internal static Message Ocel(ExportRequest asked, string path, string wanted, CancellationToken cancellation) =>
        Write(
            asked,
            cancellation,
            cases =>
            {
                using var stream = File.Create(path);
                OcelJson.Write(stream, cases);
            }
        );

    internal static Message OcelDatabase(ExportRequest asked, string path, string wanted, CancellationToken cancellation) =>
        Write(asked, cancellation, cases => OcelSqlite.Write(path, cases()));

    private static Message Write(ExportRequest asked, CancellationToken cancellation, Action<Func<IEnumerable<LoggedCase>>> write)
    {
        using var ledger = new LedgerReads(asked.Database);
        var (processes, cases, events) = (new PublishedProcesses(asked.Database), 0L, 0L);
        write(() =>
        {
            (cases, events) = (0, 0);
            return Entries(ledger, asked)
                .Select(entries =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    var told = Stored.Read(StoredThing.Case(entries[0].Case), () => Tell(entries, processes));
                    (cases, events) = (cases + 1, events + told.Events.Length);
                    return told;
                });
        });
        return new Message("export.cases", ("cases", cases), ("events", events));
    }

    private static IEnumerable<IReadOnlyList<LedgerEntry>> Entries(LedgerReads ledger, ExportRequest asked) =>
        asked.Case is { } number
            ?
            [
                [.. new CaseReads(asked.Database).Timeline(number).Select(k => k.Entry)],
            ]
            : ledger.Cases();

    private static LoggedCase Tell(IReadOnlyList<LedgerEntry> entries, PublishedProcesses processes) =>
        CaseTelling.Tell(
            CaseDefinitions.Of(
                entries,
                digest => processes.Find(digest) ?? throw OpeningRefusals.DefinitionMissing(entries[0].Case, digest)
            ),
            entries
        );
}

using System.Collections.Immutable;
using System.CommandLine;
using System.IO.Compression;
using System.Text;
using Workflow.Definitions.Mining.Exporting;
using Workflow.Engine.Evidence;
using Workflow.Host.Mining;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;

namespace Workflow.Host.Commands;

/// <summary><c>export</c>: writes a ledger, or one case, in a format of other tools.</summary>
public static class ExportVerb
{
    /// <summary>The formats: each writes cases, which it may ask for more than once, to a file.</summary>
    private static readonly ImmutableSortedDictionary<string, Action<string, Func<IEnumerable<LoggedCase>>>> Formats = new Dictionary<string, Action<string, Func<IEnumerable<LoggedCase>>>>
    {
        ["xes"] = (file, cases) => OutputFile.Write(file, stream => Xes(file, stream, cases())),
        ["csv"] = (file, cases) => OutputFile.Write(file, stream => Csv(stream, cases())),
        ["ocel"] = (file, cases) => OutputFile.Write(file, stream => OcelJson.Write(stream, cases)),
        ["ocel-sqlite"] = (file, cases) => OutputFile.Through(file, beside => OcelSqlite.Write(beside, cases())),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static Command Make(Terminal terminal)
    {
        var number = new Argument<string?>("CASE") { Description = "One case's number; without it all.", Arity = ArgumentArity.ZeroOrOne };
        var database = Shared.Database();
        var format = new Option<string>("--format") { Description = $"One of {string.Join(", ", Formats.Keys)}.", Required = true };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var to = new Option<string>("--to") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var verb = new Command("export", Help.Export) { number, database, format, to };
        verb.SetAction((parsed, cancellation) => Run(terminal, parsed.GetValue(database)!, parsed.GetValue(format)!, parsed.GetValue(to)!, parsed.GetValue(number), cancellation));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, string format, string to, string? number, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        using var ledger = new LedgerReads(database);
        var (processes, cases, events) = (new PublishedProcesses(database), 0L, 0L);
        if (number is not null && new CaseReads(database).Head(number) is null)
            throw new OpeningRefusedException($"Expected a case, but '{file}' has none with the number '{number}'; run 'cases' to see which there are.");
        Formats[format](to, () =>
        {
            (cases, events) = (0, 0);
            return Entries(ledger, database, number).Select(entries =>
            {
                cancellation.ThrowIfCancellationRequested();
                var told = Tell(entries, processes);
                (cases, events) = (cases + 1, events + told.Events.Length);
                return told;
            });
        });
        terminal.Error.WriteLine($"{cases} cases, {events} events: {to}");
        return 0;
    }

    private static IEnumerable<IReadOnlyList<LedgerEntry>> Entries(LedgerReads ledger, Database database, string? number) =>
        number is null ? ledger.Cases() : [[.. new CaseReads(database).Timeline(number).Select(k => k.Entry)]];

    private static LoggedCase Tell(IReadOnlyList<LedgerEntry> entries, PublishedProcesses processes) =>
        CaseTelling.Tell(
            processes.Find(entries[0].Definition) ?? throw new OpeningRefusedException($"Expected the definition of {entries[0].Case} in the database, but there is none with the digest {entries[0].Definition}."),
            entries);

    private static void Xes(string file, Stream stream, IEnumerable<LoggedCase> cases)
    {
        using var packed = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true) : null;
        using var writer = new XesWriter(packed ?? stream);
        foreach (var told in cases) writer.Write(told);
    }

    private static void Csv(Stream stream, IEnumerable<LoggedCase> cases)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        var csv = new LogCsv(text);
        csv.Begin();
        foreach (var told in cases) csv.Write(told);
    }
}

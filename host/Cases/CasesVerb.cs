using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;

namespace Workflow.Host.Cases;

/// <summary><c>cases</c>: lists the cases of a database.</summary>
public static class CasesVerb
{
    private const int PageSize = 500;

    private static readonly string[] Columns =
    [
        "cases.number",
        "cases.process",
        "cases.party",
        "cases.stage",
        "cases.lodged",
        "cases.due",
        "cases.result",
        "cases.entries",
    ];

    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "cases");
        var (database, json) = (form.Database(), form.Json());
        form.Command.SetAction((parsed, cancellation) => Run(terminal, parsed.GetValue(database)!, parsed.GetValue(json), cancellation));
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, string file, bool json, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var heads = All(new CaseReads(database), new CaseFilter(), cancellation).ToList();
        await Administration.Look(database, "cases");
        if (json)
            terminal.WriteJson(heads);
        else
            Table(terminal, heads, new PublishedProcesses(database));
        return 0;
    }

    /// <summary>Every case of a kind, page by page.</summary>
    public static IEnumerable<CaseHead> All(CaseReads reads, CaseFilter filter, CancellationToken cancellation = default)
    {
        CaseHead? last = null;
        while (reads.List(filter, last, PageSize) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var head in page)
                yield return last = head;
        }
    }

    private static void Table(Terminal terminal, List<CaseHead> heads, PublishedProcesses processes)
    {
        var words = terminal.Words;
        terminal.Show(Columns.Select(column => words.Tell(column)), heads.Select(h => Cells(h, words, processes)));
    }

    private static string Result(CaseHead h, Words words, PublishedProcesses processes) =>
        (processes.Find(h.Definition) is { } process ? words.End(process.Definition, h.Result) : h.Result) ?? "";

    private static string[] Cells(CaseHead h, Words words, PublishedProcesses processes) =>
        [
            h.Case,
            h.Process,
            h.Party ?? "",
            words[$"stage.{h.Stage}"],
            $"{h.LodgedOn:yyyy-MM-dd}",
            $"{h.DueOn:yyyy-MM-dd}",
            Result(h, words, processes),
            $"{h.Entries}",
        ];
}

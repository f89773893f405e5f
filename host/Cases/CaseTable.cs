using Workflow.Host.CommandLine;
using Workflow.Host.Wording;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Host.Cases;

/// <summary>Lists cases on a terminal.</summary>
internal static class CaseTable
{
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

    /// <summary>Writes a row for each case, or JSON.</summary>
    internal static void Write(Terminal terminal, Database database, IReadOnlyList<CaseHead> heads, bool json)
    {
        if (json)
        {
            terminal.WriteJson(heads);
            return;
        }

        var (words, processes) = (terminal.Words, new PublishedProcesses(database));
        terminal.Show(Columns.Select(column => words.Tell(column)), heads.Select(h => Cells(h, words, processes)));
    }

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

    private static string Result(CaseHead h, Words words, PublishedProcesses processes) =>
        (processes.Find(h.Definition) is { } process ? words.End(process.Definition, h.Result) : h.Result) ?? "";
}

using System.CommandLine;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Reading;
using Workflow.Storage.Vaults;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Proving;

/// <summary><c>erase</c>: takes away what closed cases hold of people, by order or after their retention.</summary>
public static class EraseVerb
{
    private const int PageSize = 500;
    private const int LongestOrder = 200;

    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "erase");
        var number = form.Maybe("CASE");
        var order = form.Needed("--order", "DOCUMENT");
        var before = form.Day("--before");
        var database = form.Database();
        form.Check(new Message("verb.case_or_before"), result => result.GetValue(number) is null && result.GetValue(before) is null);
        form.Check(
            new Message("verb.order", ("most", LongestOrder)),
            result => result.GetValue(order) is { } text && (text.Trim().Length is 0 or > LongestOrder || text.Any(char.IsControl))
        );
        form.Command.SetAction(
            (parsed, cancellation) =>
                Run(
                    terminal,
                    parsed.GetValue(database)!,
                    parsed.GetValue(number),
                    parsed.GetValue(order)!,
                    parsed.GetValue(before),
                    cancellation
                )
        );
        return form.Command;
    }

    private static async Task<int> Run(
        Terminal terminal,
        string file,
        string? number,
        string order,
        DateOnly? before,
        CancellationToken cancellation
    )
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var erasure = new Erasure(database, Administration.Log(database));
        var done = 0;
        // A run of every year finds the cases of all years before: those of which nothing is left are not erased and recorded again.
        foreach (var one in number is null ? Ended(database, before!.Value).Where(erasure.HasAny) : [Closed(database, number, before)])
        {
            done++;
            var erased = await erasure.Run(one, order, Administration.Who, TimeProvider.System.GetUtcNow(), cancellation);
            terminal.Out.WriteLine(Told(terminal.Words, one, erased));
        }

        if (done == 0)
        {
            terminal.Tell("erase.nothing", ("before", before!.Value));
            return 0;
        }

        terminal.Tell("erase.backups");
        return 0;
    }

    private static Said Told(Words words, string number, Erased erased) =>
        new(
            words.Tell("erase.done", ("case", number), ("values", erased.Values), ("files", erased.Files)),
            erased.Wiped ? null : words.Tell("erase.traces")
        );

    private static string Closed(Database database, string number, DateOnly? before)
    {
        var timeline = new CaseReads(database).Timeline(number);
        if (timeline.Count == 0)
            throw OpeningRefusals.NoCase(number);
        if (new CaseReads(database).State(number)!.Stage != CaseStage.Closed)
            throw ErasureRefusals.NotClosed(number);
        if (before is not { } day)
            return number;
        var until = KeepUntil(database, number) ?? throw ErasureRefusals.KeptForEver(number);
        return until < day ? number : throw ErasureRefusals.KeptUntil(number, until, day);
    }

    private static IEnumerable<string> Ended(Database database, DateOnly before)
    {
        CaseHead? last = null;
        var reads = new CaseReads(database);
        while (reads.List(new CaseFilter(Stage: CaseStage.Closed), last, PageSize) is { Count: > 0 } page)
            foreach (var head in page)
                if (KeepUntil(database, (last = head).Case) is { } until && until < before)
                    yield return head.Case;
    }

    // A case that is kept for ever names no day.
    private static DateOnly? KeepUntil(Database database, string number) =>
        new CaseReads(database).Timeline(number).SelectMany(k => k.Entry.Events).OfType<CaseClosed>().LastOrDefault()?.KeepUntil;
}

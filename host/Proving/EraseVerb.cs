using System.CommandLine;
using System.CommandLine.Parsing;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Databases;
using Workflow.Storage.Reading;
using Workflow.Storage.Vaults;

namespace Workflow.Host.Proving;

/// <summary><c>erase</c>: takes away what closed cases hold of people, by order or after their retention.</summary>
internal sealed class EraseVerb(VerbForm form)
{
    private const int PageSize = 500;
    private const int LongestOrder = 200;

    private readonly Argument<string?> _case = form.Maybe("CASE");
    private readonly Option<string> _order = form.Needed("--order", "DOCUMENT");
    private readonly Option<DateOnly?> _before = form.Day("--before");
    private readonly Option<bool> _early = form.Flag("--before-retention-ends");
    private readonly Option<string> _database = form.Database();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "erase");
        var verb = new EraseVerb(form);
        form.Check(new Message("verb.case_or_before"), verb.NamesNeither);
        form.Check(new Message("verb.order", ("most", LongestOrder)), verb.HasBadOrder);
        return form.Does(verb.Run);
    }

    private bool NamesNeither(CommandResult given) => given.GetValue(_case) is null && given.GetValue(_before) is null;

    private bool HasBadOrder(CommandResult given) =>
        given.GetValue(_order) is { } text && (text.Trim().Length is 0 or > LongestOrder || text.Any(char.IsControl));

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var terminal = form.Terminal;
        await using var database = DatabaseFile.OpenExisting(given.GetValue(_database)!);
        var erasure = new Erasure(database, Administration.Log(database));
        var done = 0;
        foreach (var one in Meant(database, erasure, given.GetValue(_case), Before(given)))
        {
            done++;
            var erased = await erasure.Run(one, given.GetValue(_order)!, Administration.Who, LedgerMarks.Now(database), cancellation);
            terminal.Out.WriteLine(Told(terminal.Words, one, erased));
        }

        if (done == 0)
            terminal.Tell("erase.nothing", ("before", Before(given)!.Value));
        else
            terminal.Tell("erase.backups");
        return 0;
    }

    // While a file must be kept, its use is to stop and it is not to be erased: whoever erases it all the same says so.
    private DateOnly? Before(ParseResult given)
    {
        if (given.GetValue(_early))
            return given.GetValue(_before);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var before = given.GetValue(_before) ?? today;
        return before <= today ? before : throw ErasureRefusals.Ahead(before, today);
    }

    // A run of every year finds the cases of all years before: those of which nothing is left are not erased and recorded again.
    private static IEnumerable<string> Meant(Database database, Erasure erasure, string? number, DateOnly? before) =>
        number is null ? Ended(database, before!.Value).Where(erasure.HasAny) : [Closed(database, number, before)];

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

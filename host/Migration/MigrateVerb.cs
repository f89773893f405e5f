using System.CommandLine;
using System.CommandLine.Parsing;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Cases;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Host.Migration;

/// <summary><c>migrate CASE…</c>: moves running cases to another definition of their process, each by itself, or tells what that would do.</summary>
internal sealed class MigrateVerb(VerbForm form)
{
    private const int LargestMap = 1 << 20;

    // A dry run is asked before there is an authorisation.
    private const string NotYet = "dry run";

    private readonly Argument<string[]> _cases = form.Many("CASE", ArgumentArity.ZeroOrMore);
    private readonly Option<string> _database = form.Database();
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<bool> _json = form.Json();
    private readonly Option<string?> _process = form.Text("--process", "ID");
    private readonly Option<string> _to = form.Needed("--to", "DEFINITION");
    private readonly Option<string?> _map = form.Text("--map", "FILE");
    private readonly Option<bool> _dry = form.Flag("--dry-run");
    private readonly Option<string?> _document = form.Text("--document", "X");
    private readonly Option<string?> _reasons = form.Text("--reasons", "Y");
    private readonly Option<string> _by = form.Needed("--by", "PERSON");

    private sealed record Wish(string Definition, MigrationMap Map, string Document, string Reasons, string By, bool Dry);

    /// <summary>What came of one case.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Moved">Whether it was moved, or in a dry run would be.</param>
    /// <param name="Report">What becomes of it, and what stands in the way.</param>
    internal sealed record MigratedCase(string Case, bool Moved, MigrationReport Report);

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "migrate");
        var verb = new MigrateVerb(form);
        form.Check(new Message("verb.cases_or_process"), verb.NamesBothOrNone);
        form.Check(new Message("verb.document_and_reasons"), verb.LacksAuthorisation);
        return form.Does(verb.Run);
    }

    private bool NamesBothOrNone(CommandResult given) =>
        (given.GetValue(_cases) ?? []).Length > 0 == (given.GetValue(_process) is not null);

    private bool LacksAuthorisation(CommandResult given) =>
        !given.GetValue(_dry) && (given.GetValue(_document) is null || given.GetValue(_reasons) is null);

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        await using var place = Workplace.Look(given.GetValue(_database)!, given.GetValue(_definitions));
        KnownPerson.Require(place.Folder.Register, given.GetValue(_by)!);
        // To move cases publishes what is written in the folder, as serving does; a dry run does not.
        if (!given.GetValue(_dry))
            await place.Publish(cancellation);
        var wish = Wished(given);
        var cases = Cases(place, given.GetValue(_cases)!, given.GetValue(_process));
        if (wish.Dry)
            await Administration.Look(place.Database, "migrate --dry-run", cases is [var one] ? one.Case : null);
        return await Move(new CaseMoves(place, wish), cases, given.GetValue(_json), cancellation);
    }

    private Wish Wished(ParseResult given) =>
        new(
            given.GetValue(_to)!,
            Map(given.GetValue(_map)),
            given.GetValue(_document) ?? NotYet,
            given.GetValue(_reasons) ?? NotYet,
            given.GetValue(_by)!,
            given.GetValue(_dry)
        );

    private async Task<int> Move(CaseMoves moves, IReadOnlyList<CaseHead> cases, bool json, CancellationToken cancellation)
    {
        var outcomes = new List<MigratedCase>();
        var text = new MigrationText(form.Terminal.Out, form.Terminal.Words);
        foreach (var head in cases)
        {
            outcomes.Add(await moves.Move(head, cancellation));
            if (!json)
                text.Write(outcomes[^1], moves.Dry);
        }

        form.Terminal.Answer(json, outcomes, () => form.Terminal.Error.WriteLine(text.Sum(outcomes, moves.Dry)));
        return outcomes.TrueForAll(o => o.Moved) ? 0 : 1;
    }

    /// <summary>Moves case after case as one wish says.</summary>
    private sealed class CaseMoves(Workplace place, Wish wish)
    {
        private readonly NamedDefinition _editions = new(place);

        internal bool Dry => wish.Dry;

        // The report is made by the same code at the same state; what the move itself then says is the last word.
        internal async Task<MigratedCase> Move(CaseHead head, CancellationToken cancellation)
        {
            var request = new Request(wish.By, Command(head));
            var report = place.Runner.Ask(
                head.Case,
                (state, at, outside) => MigrationPreview.Of(state, request, at, _editions.Beside(outside))
            )!;
            if (wish.Dry || !report.Possible)
                return new MigratedCase(head.Case, report.Possible, report);
            return await place.Runner.Submit(new Submission(head.Case, request), cancellation) is NotWritten { Refusal: var refusal }
                ? new MigratedCase(head.Case, false, report with { Steps = [], Clocks = [], Obstacles = [refusal] })
                : new MigratedCase(head.Case, true, report);
        }

        private MigrateCase Command(CaseHead head) =>
            new()
            {
                To = _editions.Find(head.Process, wish.Definition),
                Map = wish.Map,
                Document = wish.Document,
                Reasons = wish.Reasons,
            };
    }

    private static IReadOnlyList<CaseHead> Cases(Workplace place, string[] numbers, string? process)
    {
        KnownProcess.RequireNamed(place.Processes, process);
        var reads = new CaseReads(place.Database);
        return process is null
            ? [.. numbers.Select(n => reads.Head(n) ?? throw OpeningRefusals.NoCase(n))]
            : [.. CasesVerb.All(reads, new CaseFilter(process, CaseStage.Open)).OrderBy(h => h.Case, StringComparer.Ordinal)];
    }

    private static MigrationMap Map(string? file)
    {
        if (file is null)
            return MigrationMap.None;
        var text = Text(file);
        try
        {
            return CommandBody.ReadMap(text);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw MigrationRefusals.Map(file, e.LineNumber, e.BytePositionInLine, JsonFaults.Reason(e));
        }
    }

    private static string Text(string file)
    {
        InputFile.Require(FileKind.Mapping, file, LargestMap);
        using var text = new StreamReader(InputFile.Open(FileKind.Mapping, file));
        return text.ReadToEnd();
    }
}

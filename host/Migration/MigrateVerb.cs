using System.CommandLine;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Host.Migration;

/// <summary><c>migrate CASE…</c>: moves running cases to another definition of their process, each by itself, or tells what that would do.</summary>
public static class MigrateVerb
{
    private const int LargestMap = 1 << 20;

    // A dry run is asked before there is an authorisation.
    private const string NotYet = "dry run";

    private sealed record Wish(string Definition, MigrationMap Map, string Document, string Reasons, string By, bool Dry);

    /// <summary>What came of one case.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Moved">Whether it was moved, or in a dry run would be.</param>
    /// <param name="Report">What becomes of it, and what stands in the way.</param>
    public sealed record Outcome(string Case, bool Moved, MigrationReport Report);

    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "migrate");
        var cases = form.Many("CASE", ArgumentArity.ZeroOrMore);
        var (database, definitions, json) = (form.Database(), form.Definitions(), form.Json());
        var process = form.Text("--process", "ID");
        var to = form.Needed("--to", "DEFINITION");
        var map = form.Text("--map", "FILE");
        var dry = form.Flag("--dry-run");
        var document = form.Text("--document", "X");
        var reasons = form.Text("--reasons", "Y");
        var by = form.Needed("--by", "PERSON");
        form.Check(
            new Message("verb.cases_or_process"),
            result => (result.GetValue(cases) ?? []).Length > 0 == (result.GetValue(process) is not null)
        );
        form.Check(
            new Message("verb.document_and_reasons"),
            result => !result.GetValue(dry) && (result.GetValue(document) is null || result.GetValue(reasons) is null)
        );
        form.Command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var place = await Open(
                    parsed.GetValue(database)!,
                    parsed.GetValue(definitions),
                    parsed.GetValue(dry),
                    cancellation
                );
                var wish = new Wish(
                    parsed.GetValue(to)!,
                    Map(parsed.GetValue(map)),
                    parsed.GetValue(document) ?? NotYet,
                    parsed.GetValue(reasons) ?? NotYet,
                    parsed.GetValue(by)!,
                    parsed.GetValue(dry)
                );
                return await Run(
                    terminal,
                    place,
                    Cases(place, parsed.GetValue(cases)!, parsed.GetValue(process)),
                    wish,
                    parsed.GetValue(json),
                    cancellation
                );
            }
        );
        return form.Command;
    }

    // To move cases publishes what is written in the folder, as serving does; a dry run does not.
    private static async Task<Workplace> Open(string database, string? definitions, bool dry, CancellationToken cancellation)
    {
        var place = Workplace.Look(database, DefinitionFolder.Read(DefinitionFolder.Find(definitions)), TimeProvider.System);
        if (!dry)
            await place.Publish(cancellation);
        return place;
    }

    private static async Task<int> Run(
        Terminal terminal,
        Workplace place,
        IReadOnlyList<CaseHead> cases,
        Wish wish,
        bool json,
        CancellationToken cancellation
    )
    {
        if (wish.Dry)
            await Administration.Look(place.Database, "migrate --dry-run", cases is [var one] ? one.Case : null);
        var (editions, outcomes) = (new NamedDefinition(place), new List<Outcome>());
        var text = new MigrationText(terminal.Out, terminal.Words);
        foreach (var head in cases)
        {
            var outcome = await Move(place, editions, head, wish, cancellation);
            outcomes.Add(outcome);
            if (!json)
                text.Write(outcome, wish.Dry);
        }

        if (json)
            terminal.WriteJson(outcomes);
        else
            terminal.Error.WriteLine(text.Sum(outcomes, wish.Dry));
        return outcomes.TrueForAll(o => o.Moved) ? 0 : 1;
    }

    // The report is made by the same code at the same state; what the move itself then says is the last word.
    private static async Task<Outcome> Move(
        Workplace place,
        NamedDefinition editions,
        CaseHead head,
        Wish wish,
        CancellationToken cancellation
    )
    {
        var command = new MigrateCase
        {
            To = editions.Find(head.Process, wish.Definition),
            Map = wish.Map,
            Document = wish.Document,
            Reasons = wish.Reasons,
        };
        var request = new Request(wish.By, command);
        var report = place.Runner.Ask(
            head.Case,
            (state, at, outside) => MigrationPreview.Of(state, request, at, editions.Beside(outside))
        )!;
        if (wish.Dry || !report.Possible)
            return new Outcome(head.Case, report.Possible, report);
        return await place.Runner.Submit(new Submission(head.Case, request), cancellation) is NotWritten { Refusal: var refusal }
            ? new Outcome(head.Case, false, report with { Steps = [], Clocks = [], Obstacles = [refusal] })
            : new Outcome(head.Case, true, report);
    }

    private static IReadOnlyList<CaseHead> Cases(Workplace place, string[] numbers, string? process)
    {
        var reads = new CaseReads(place.Database);
        return process is null
            ? [.. numbers.Select(n => reads.Head(n) ?? throw OpeningRefusals.NoCase(n))]
            : [.. CasesVerb.All(reads, new CaseFilter(process, CaseStage.Open)).OrderBy(h => h.Case, StringComparer.Ordinal)];
    }

    private static MigrationMap Map(string? file)
    {
        if (file is null)
            return MigrationMap.None;
        if (!File.Exists(file))
            throw OpeningRefusals.NoFile(FileKind.Mapping, file);
        if (new FileInfo(file).Length > LargestMap)
            throw OpeningRefusals.TooLarge(FileKind.Mapping, file, LargestMap);
        try
        {
            return CommandBody.ReadMap(File.ReadAllText(file));
        }
        catch (System.Text.Json.JsonException e)
        {
            throw MigrationRefusals.Map(file, e.LineNumber, e.BytePositionInLine, JsonFaults.Reason(e));
        }
    }
}

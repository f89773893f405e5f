using System.CommandLine;
using System.Text;
using Workflow.Engine.Processes;
using Workflow.Host.CommandLine;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;

namespace Workflow.Host.Adoption;

/// <summary><c>adopt FILE.csv</c>: takes over running cases from another system, each by itself, with a report line for each row.</summary>
public static class AdoptVerb
{
    private const int LargestFile = 256 << 20;
    private const int Cancelled = 130;

    private sealed record Wish(string File, PublishedProcess Process, ToldTerms Terms, string By, bool Dry, bool Json);

    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The transfer file: CSV, one running case in each row." };
        var (database, definitions) = (Shared.Database(), Shared.Definitions());
        var process = new Option<string>("--process") { Description = "The process whose names the columns use.", HelpName = "ID", Required = true };
        var system = new Option<string>("--from-system") { Description = "The name of the other system.", HelpName = "NAME", Required = true };
        var by = new Option<string>("--by") { Description = "The head of the leading office, by their id in the register.", HelpName = "PERSON", Required = true };
        var document = new Option<string>("--document") { Description = "The transfer list 交接单.", HelpName = "X", Required = true };
        var reasons = new Option<string>("--reasons") { Description = "Why.", HelpName = "Y", Required = true };
        var definition = new Option<string?>("--definition") { Description = "The definition for cases lodged on a day on which none was in force: its digest or the beginning of it, or a day.", HelpName = "DEFINITION" };
        var series = new Option<string?>("--series") { Description = "CSV with the header series,first: where series of the other system go on here.", HelpName = "FILE" };
        var dry = new Option<bool>("--dry-run") { Description = "Only tell what it would do." };
        var today = Shared.Day(terminal.Words, "--today", "With --dry-run: as if it were this day.");
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var verb = new Command("adopt", Help.Adopt) { file, database, definitions, process, system, by, document, reasons, definition, series, dry, today, format };
        verb.Check(result =>
        {
            if (result.GetValue(today) is not null && !result.GetValue(dry)) result.AddError(terminal.Words.Tell("verb.today_only_with_dry_run"));
        });
        verb.SetAction(async (parsed, cancellation) =>
        {
            TimeProvider time = parsed.GetValue(today) is { } day ? new ShiftedTime(day) : TimeProvider.System;
            await using var office = await AdoptionPlace.Open(parsed.GetValue(database)!, parsed.GetValue(definitions), time, parsed.GetValue(dry), cancellation);
            var (id, named) = (parsed.GetValue(process)!, parsed.GetValue(definition));
            var digest = named is null ? null : office.Editions.Find(id, named);
            var terms = new ToldTerms(parsed.GetValue(system)!, parsed.GetValue(document)!, parsed.GetValue(reasons)!, digest, SeriesFile.Read(parsed.GetValue(series)));
            var wish = new Wish(parsed.GetValue(file)!, office.Names(id, digest), terms, parsed.GetValue(by)!, parsed.GetValue(dry), parsed.GetValue(format) == "json");
            return await Run(terminal, office, wish, cancellation);
        });
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, AdoptionPlace office, Wish wish, CancellationToken cancellation)
    {
        using var text = Text(wish.File);
        if (!wish.Dry) await Administration.Record(office.Place.Database, Act(office, wish));
        var (lines, progress, stopped) = (new List<AdoptionLine>(), TerminalProgress.To(terminal, "rows"), (int?)null);
        foreach (var row in new ToldFile(wish.Process, wish.Terms) { Knows = office.Knows }.Read(text))
        {
            if (cancellation.IsCancellationRequested)
            {
                stopped = row.Line;
                break;
            }

            // A row that was begun is written whole.
            lines.Add(await office.Take(row, wish.By, wish.Dry));
            if (!wish.Json) AdoptionText.Write(terminal.Out, lines[^1], wish.Dry);
            progress?.Report(lines.Count);
        }

        if (wish.Json) terminal.WriteJson(lines);
        terminal.Error.WriteLine(AdoptionText.Sum(lines, wish.Dry, stopped));
        return stopped is not null ? Cancelled : lines.TrueForAll(l => l.Fate != AdoptionFate.Refused) ? 0 : 1;
    }

    private static AccessRecord Act(AdoptionPlace office, Wish wish) =>
        Administration.Act(office.Place.Time.GetUtcNow(), $"adopt {wish.Process.Definition.Id} from {wish.Terms.System} by {wish.By}") with { Document = wish.Terms.Document };

    private static StreamReader Text(string file)
    {
        if (!File.Exists(file)) throw OpeningRefusals.NoFile(FileKind.Transfer, file);
        if (new FileInfo(file).Length > LargestFile) throw OpeningRefusals.TooLarge(FileKind.Transfer, file, LargestFile);
        return new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
    }
}

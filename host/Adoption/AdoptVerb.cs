using System.CommandLine;
using System.Text;
using Workflow.Engine.Messages;
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
        var form = new VerbForm(terminal, "adopt");
        var file = form.Argument("FILE");
        var (database, definitions) = (form.Database(), form.Definitions());
        var process = form.Needed("--process", "ID");
        var system = form.Needed("--from-system", "NAME");
        var by = form.Needed("--by", "PERSON");
        var document = form.Needed("--document", "X");
        var reasons = form.Needed("--reasons", "Y");
        var definition = form.Text("--definition", "DEFINITION");
        var series = form.Text("--series", "FILE");
        var dry = form.Flag("--dry-run");
        var today = form.Day("--today");
        var format = form.OneOf("--format", "text", "json");
        form.Check(new Message("verb.today_only_with_dry_run"), result => result.GetValue(today) is not null && !result.GetValue(dry));
        form.Command.SetAction(async (parsed, cancellation) =>
        {
            TimeProvider time = parsed.GetValue(today) is { } day ? new ShiftedTime(day) : TimeProvider.System;
            await using var office = await AdoptionPlace.Open(parsed.GetValue(database)!, parsed.GetValue(definitions), time, parsed.GetValue(dry), cancellation);
            var (id, named) = (parsed.GetValue(process)!, parsed.GetValue(definition));
            var digest = named is null ? null : office.Editions.Find(id, named);
            var terms = new ToldTerms(parsed.GetValue(system)!, parsed.GetValue(document)!, parsed.GetValue(reasons)!, digest, SeriesFile.Read(parsed.GetValue(series)));
            var wish = new Wish(parsed.GetValue(file)!, office.Names(id, digest), terms, parsed.GetValue(by)!, parsed.GetValue(dry), parsed.GetValue(format) == "json");
            return await Run(terminal, office, wish, cancellation);
        });
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, AdoptionPlace office, Wish wish, CancellationToken cancellation)
    {
        using var file = Text(wish.File);
        var text = new AdoptionText(terminal.Out, terminal.Words, wish.Dry);
        if (!wish.Dry) await Administration.Record(office.Place.Database, Act(office, wish));
        var (lines, progress, stopped) = (new List<AdoptionLine>(), TerminalProgress.To(terminal, terminal.Words.Tell("adoption.progress")), (int?)null);
        foreach (var row in new ToldFile(wish.Process, wish.Terms) { Knows = office.Knows }.Read(file))
        {
            if (cancellation.IsCancellationRequested)
            {
                stopped = row.Line;
                break;
            }

            // A row that was begun is written whole.
            lines.Add(await office.Take(row, wish.By, wish.Dry));
            if (!wish.Json) text.Write(lines[^1]);
            progress?.Report(lines.Count);
        }

        if (wish.Json) terminal.WriteJson(lines);
        terminal.Error.WriteLine(text.Sum(lines, stopped));
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

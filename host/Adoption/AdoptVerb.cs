using System.CommandLine;
using System.Text;
using Workflow.Engine.Processes;
using Workflow.Host.CommandLine;
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
        var form = new AdoptForm(terminal);
        form.Command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var office = await form.Office(parsed, cancellation);
                var (id, named) = (parsed.GetValue(form.Process)!, parsed.GetValue(form.Definition));
                var digest = named is null ? null : office.Editions.Find(id, named);
                var wish = new Wish(
                    parsed.GetValue(form.File)!,
                    office.Names(id, digest),
                    form.Terms(parsed, digest),
                    parsed.GetValue(form.By)!,
                    parsed.GetValue(form.Dry),
                    parsed.GetValue(form.Format) == "json"
                );
                return await Run(terminal, office, wish, cancellation);
            }
        );
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, AdoptionPlace office, Wish wish, CancellationToken cancellation)
    {
        using var file = Text(wish.File);
        var text = new AdoptionText(terminal.Out, terminal.Words, wish.Dry);
        if (!wish.Dry)
            await Administration.Record(office.Place.Database, Act(office, wish));
        var (lines, progress, stopped) = (
            new List<AdoptionLine>(),
            TerminalProgress.To(terminal, terminal.Words.Tell("adoption.progress")),
            (int?)null
        );
        foreach (var row in new ToldFile(wish.Process, wish.Terms) { Knows = office.Knows }.Read(file))
        {
            if (cancellation.IsCancellationRequested)
            {
                stopped = row.Line;
                break;
            }

            // A row that was begun is written whole.
            lines.Add(await office.Take(row, wish.By, wish.Dry));
            if (!wish.Json)
                text.Write(lines[^1]);
            progress?.Report(lines.Count);
        }

        if (wish.Json)
            terminal.WriteJson(lines);
        terminal.Error.WriteLine(text.Sum(lines, stopped));
        return stopped is not null ? Cancelled
            : lines.TrueForAll(l => l.Fate != AdoptionFate.Refused) ? 0
            : 1;
    }

    private static AccessRecord Act(AdoptionPlace office, Wish wish) =>
        Administration.Act(office.Place.Time.GetUtcNow(), $"adopt {wish.Process.Definition.Id} from {wish.Terms.System} by {wish.By}") with
        {
            Document = wish.Terms.Document,
        };

    private static StreamReader Text(string file)
    {
        if (!File.Exists(file))
            throw OpeningRefusals.NoFile(FileKind.Transfer, file);
        if (new FileInfo(file).Length > LargestFile)
            throw OpeningRefusals.TooLarge(FileKind.Transfer, file, LargestFile);
        return new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
    }
}

using Workflow.Engine.Processes;
using Workflow.Host.Adoption.Tables;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Access;

namespace Workflow.Host.Adoption;

/// <summary>What is asked of <c>adopt</c>, but for the file.</summary>
/// <param name="Process">The definition whose names the columns use.</param>
/// <param name="Terms">What is the same for every row.</param>
/// <param name="By">Who takes the cases over.</param>
/// <param name="Dry">Whether nothing is written.</param>
/// <param name="Json">Whether the report is JSON.</param>
internal sealed record AdoptionWish(PublishedProcess Process, ToldTerms Terms, string By, bool Dry, bool Json);

/// <summary>Takes over the rows of one file, one after the other, and reports each.</summary>
internal sealed class AdoptionRun(Terminal terminal, AdoptionPlace office, AdoptionWish wish)
{
    private const int Cancelled = 130;

    private readonly List<AdoptionLine> _lines = [];
    private readonly AdoptionText _text = new(terminal.Out, terminal.Words, wish.Dry);

    /// <summary>Returns the exit code.</summary>
    internal async Task<int> Take(TextReader file, CancellationToken cancellation)
    {
        if (!wish.Dry)
            await Administration.Record(office.Place.Database, Act());
        var stopped = await Rows(file, cancellation);
        if (wish.Json)
            terminal.WriteJson(_lines);
        terminal.Error.WriteLine(_text.Sum(_lines, stopped));
        return stopped is not null ? Cancelled
            : _lines.TrueForAll(l => l.Fate != AdoptionFate.Refused) ? 0
            : 1;
    }

    // Returns the line before which it was stopped; a row that was begun is written whole.
    private async Task<int?> Rows(TextReader file, CancellationToken cancellation)
    {
        var progress = TerminalProgress.To(terminal, terminal.Words.Tell("adoption.progress"));
        foreach (
            var row in new ToldFile(wish.Process, wish.Terms)
            {
                Knows = office.Knows,
                People = [.. office.Place.Folder.Register.Names],
            }.Read(file)
        )
        {
            if (cancellation.IsCancellationRequested)
                return row.Line;
            _lines.Add(await office.Take(row, wish.By, wish.Dry));
            if (!wish.Json)
                _text.Write(_lines[^1]);
            progress?.Report(_lines.Count);
        }

        return null;
    }

    private AccessRecord Act() =>
        Administration.Act(office.Place.Time.GetUtcNow(), $"adopt {wish.Process.Definition.Id} from {wish.Terms.System} by {wish.By}") with
        {
            Document = wish.Terms.Document,
        };
}

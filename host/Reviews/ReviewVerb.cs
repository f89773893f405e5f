using Workflow.Host.Wording;
using System.CommandLine;
using System.Text;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Host.CommandLine;
using Workflow.Host.Mining;
using Workflow.Host.Opening;
using Workflow.Storage.Running;

namespace Workflow.Host.Reviews;

/// <summary><c>review</c>: chooses concluded cases for a review 案卷评查 by lots that nobody can steer, and tells what came of it.</summary>
public static class ReviewVerb
{
    private const int MostDrawn = 200;

    public static Command Make(Terminal terminal) => new("review", Help.Review) { Population(terminal), Report(terminal) };

    private static Command Population(Terminal terminal)
    {
        var (database, definitions) = (Shared.Database(), Shared.Definitions());
        var from = Shared.Day(terminal.Words, "--from", "The first day of conclusion, included.");
        var to = Shared.Day(terminal.Words, "--to", "The last day of conclusion, included.");
        var process = new Option<string?>("--process") { Description = "Only cases of this process.", HelpName = "ID" };
        var office = new Option<string?>("--office") { Description = "Only cases led by this organisation.", HelpName = "ORGANISATION" };
        var sample = Shared.Number(terminal.Words, "--sample", $"How many are to be drawn, 1 to {MostDrawn}.");
        (from.Required, to.Required, sample.Required) = (true, true, true);
        var by = new Option<string>("--by") { Description = "Who lodges it, by their id in the register: an officer of the office that reviews.", HelpName = "PERSON", Required = true };
        var json = new Option<bool>("--json") { Description = "Write the lodging as JSON for POST /api/cases instead of lodging it." };
        var verb = new Command("population", Help.ReviewPopulation) { database, definitions, from, to, process, office, sample, by, json };
        verb.Check(result =>
        {
            if (result.GetValue(from) > result.GetValue(to)) result.AddError(terminal.Words.Tell("verb.span", ("from", result.GetValue(from)!.Value), ("to", result.GetValue(to)!.Value)));
            if (result.GetValue(sample) is < 1 or > MostDrawn) result.AddError(terminal.Words.Tell("verb.sample", ("most", MostDrawn), ("found", result.GetValue(sample)!.Value)));
        });
        verb.SetAction((parsed, cancellation) => Lodge(terminal, parsed.GetValue(database)!, parsed.GetValue(definitions),
            new Wish(new ReviewScope(parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value, parsed.GetValue(process), parsed.GetValue(office)), parsed.GetValue(sample)!.Value, parsed.GetValue(by)!, parsed.GetValue(json)), cancellation));
        return verb;
    }

    private static async Task<int> Lodge(Terminal terminal, string database, string? definitions, Wish wish, CancellationToken cancellation)
    {
        await using var place = Workplace.Look(database, DefinitionFolder.Read(DefinitionFolder.Find(definitions)), TimeProvider.System);
        var population = new ReviewPopulation(place.Database).Of(wish.Scope, cancellation);
        var lodge = ReviewLodging.Of(wish.Scope, population, wish.Sample, wish.By, Organiser(place, wish.By));
        await Administration.Look(place.Database, "review population");
        if (wish.Json)
        {
            terminal.Out.WriteLine(LedgerJson.Write((CaseCommand)lodge));
            return 0;
        }

        await place.Publish(cancellation);
        var answer = await place.Runner.Submit(null, new Request(wish.By, lodge), cancellation: cancellation);
        if (answer is NotWritten { Refusal: var refusal }) throw ReviewRefusals.NotLodged(terminal.Words.Tell(refusal));
        var written = (Written)answer;
        terminal.Out.WriteLine($"{written.Case}: {wish.Sample} of {population.Length} concluded cases are to be drawn. Seal the lots, then draw them.");
        return 0;
    }

    private static string Organiser(Workplace place, string person) =>
        place.Folder.Register.People.FirstOrDefault(p => p.Id == person)?.Posts.Select(p => place.Folder.Register.Organisations.FirstOrDefault(o => o.Id == p.Organisation)?.Title).FirstOrDefault()
        ?? throw OpeningRefusals.NoPost(person);

    private static Command Report(Terminal terminal)
    {
        var number = new Argument<string>("CASE") { Description = "The review's number." };
        var database = Shared.Database();
        var format = new Option<string>("--format") { Description = "text, json or html.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var to = new Option<string?>("--to") { Description = "Write it there; without it to standard output.", HelpName = "FILE" };
        var verb = new Command("report", Help.ReviewReport) { number, database, format, to };
        verb.SetAction((parsed, _) => Tell(terminal, parsed.GetValue(number)!, parsed.GetValue(database)!, parsed.GetValue(format)!, parsed.GetValue(to)));
        return verb;
    }

    private static async Task<int> Tell(Terminal terminal, string number, string file, string format, string? to)
    {
        var words = terminal.Words;
        await using var database = DatabaseFile.OpenExisting(file);
        var review = new ReviewReading(database).Read(number);
        var report = new ReviewReport(review, words).Make();
        await Administration.Look(database, "review report", number);
        var text = format switch
        {
            "json" => System.Text.Json.JsonSerializer.Serialize(review, AnswerJson.Plain) + "\n",
            "html" => ReportHtml.Write(report, words.Tag),
            _ => ReportText.Write(report),
        };
        if (to is null) terminal.Out.Write(text);
        else OutputFile.Write(to, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        return review.Repeated == false ? 1 : 0;
    }

    private sealed record Wish(ReviewScope Scope, int Sample, string By, bool Json);
}

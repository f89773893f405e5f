using System.CommandLine;
using System.Text;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
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

    public static Command Make(Terminal terminal) =>
        new("review", terminal.Words.Tell("help.review")) { Population(terminal), Report(terminal) };

    private static Command Population(Terminal terminal)
    {
        var form = new VerbForm(terminal, "population");
        var (database, definitions) = (form.Database(), form.Definitions());
        var from = form.Day("--from");
        var to = form.Day("--to");
        var process = form.Text("--process", "ID");
        var office = form.Text("--office", "ORGANISATION");
        var sample = form.Number("--sample");
        (from.Required, to.Required, sample.Required) = (true, true, true);
        var by = form.Needed("--by", "PERSON");
        var json = form.Flag("--json");
        form.Check(new Message("verb.span"), result => result.GetValue(from) > result.GetValue(to));
        form.Check(new Message("verb.sample", ("most", MostDrawn)), result => result.GetValue(sample) is < 1 or > MostDrawn);
        form.Command.SetAction(
            (parsed, cancellation) =>
                Lodge(
                    terminal,
                    parsed.GetValue(database)!,
                    parsed.GetValue(definitions),
                    new Wish(
                        new ReviewScope(
                            parsed.GetValue(from)!.Value,
                            parsed.GetValue(to)!.Value,
                            parsed.GetValue(process),
                            parsed.GetValue(office)
                        ),
                        parsed.GetValue(sample)!.Value,
                        parsed.GetValue(by)!,
                        parsed.GetValue(json)
                    ),
                    cancellation
                )
        );
        return form.Command;
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
        var answer = await place.Runner.Submit(new Submission(null, new Request(wish.By, lodge)), cancellation);
        if (answer is NotWritten { Refusal: var refusal })
            throw ReviewRefusals.NotLodged(terminal.Words.Tell(refusal));
        var written = (Written)answer;
        terminal.Out.WriteLine(
            terminal.Words.Tell("review.lodged", ("case", written.Case), ("sample", wish.Sample), ("cases", population.Length))
        );
        return 0;
    }

    private static string Organiser(Workplace place, string person) =>
        place
            .Folder.Register.People.FirstOrDefault(p => p.Id == person)
            ?.Posts.Select(p => place.Folder.Register.Organisations.FirstOrDefault(o => o.Id == p.Organisation)?.Title)
            .FirstOrDefault()
        ?? throw OpeningRefusals.NoPost(person);

    private static Command Report(Terminal terminal)
    {
        var form = new VerbForm(terminal, "report");
        var number = form.Argument("CASE");
        var database = form.Database();
        var format = form.OneOf("--format", "text", "json", "html");
        var to = form.Text("--to", "FILE");
        form.Command.SetAction(
            (parsed, _) =>
                Tell(terminal, parsed.GetValue(number)!, parsed.GetValue(database)!, parsed.GetValue(format)!, parsed.GetValue(to))
        );
        return form.Command;
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
            "json" => System.Text.Json.JsonSerializer.Serialize(review, words.Indented) + "\n",
            "html" => ReportHtml.Write(report, words.Tag),
            _ => ReportText.Write(report),
        };
        if (to is null)
            terminal.Out.Write(text);
        else
            OutputFile.Write(to, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        return review.Repeated == false ? 1 : 0;
    }

    private sealed record Wish(ReviewScope Scope, int Sample, string By, bool Json);
}

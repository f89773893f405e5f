using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Definitions.Registers;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Host.Answers;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Running;

namespace Workflow.Host.Reviews;

/// <summary><c>review population</c>: lists the concluded cases of some days and lodges a review of a sample of them.</summary>
internal sealed class PopulationVerb(VerbForm form)
{
    private const int MostDrawn = 200;

    private readonly Option<string> _database = form.Database();
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<DateOnly?> _from = form.Day("--from");
    private readonly Option<DateOnly?> _to = form.Day("--to");
    private readonly Option<string?> _process = form.Text("--process", "ID");
    private readonly Option<string?> _office = form.Text("--office", "ORGANISATION");
    private readonly Option<int?> _sample = form.Number("--sample");
    private readonly Option<string> _by = form.Needed("--by", "PERSON");
    private readonly Option<bool> _json = form.Flag("--json");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "population");
        var verb = new PopulationVerb(form);
        (verb._from.Required, verb._to.Required, verb._sample.Required) = (true, true, true);
        form.Check(new Message("verb.span"), given => given.GetValue(verb._from) > given.GetValue(verb._to));
        form.Check(new Message("verb.sample", ("most", MostDrawn)), given => given.GetValue(verb._sample) is < 1 or > MostDrawn);
        return form.Does(verb.Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        await using var place = Workplace.Look(given.GetValue(_database)!, given.GetValue(_definitions));
        var scope = Scope(given);
        KnownProcess.RequireNamed(place.Processes, scope.Process);
        var population = new ReviewPopulation(place.Database).Of(scope, cancellation);
        // An organisation that the register has forgotten may have led cases all the same.
        if (population.IsEmpty)
            RequireOffice(place.Folder.Register, scope.Office);
        var lodge = Lodging(place, scope, population, given);
        await Administration.Look(place.Database, "review population");
        if (given.GetValue(_json))
            form.Terminal.Out.WriteLine(LedgerJson.Write((CaseCommand)lodge));
        else
            await Lodge(place, new Request(given.GetValue(_by)!, lodge), (Sample(given), population.Length), cancellation);
        return 0;
    }

    private static void RequireOffice(Register register, string? office)
    {
        if (office is not null && register.FindOrganisation(office) is null)
            throw OpeningRefusals.UnknownOffice(office, register.Organisations.Select(o => new NameValue(o.Id, o.Title, o.TitleEn)));
    }

    private ReviewScope Scope(ParseResult given) =>
        new(given.GetValue(_from)!.Value, given.GetValue(_to)!.Value, given.GetValue(_process), given.GetValue(_office));

    private int Sample(ParseResult given) => given.GetValue(_sample)!.Value;

    private Lodge Lodging(Workplace place, ReviewScope scope, ImmutableArray<ConcludedCase> population, ParseResult given)
    {
        var by = given.GetValue(_by)!;
        KnownPerson.Require(place.Folder.Register, by);
        return ReviewLodging.Of(scope, population, Sample(given), by, Organiser(place, by));
    }

    private async Task Lodge(Workplace place, Request request, (int Sample, int Cases) size, CancellationToken cancellation)
    {
        var terminal = form.Terminal;
        await place.Publish(cancellation);
        var answer = await place.Runner.Submit(new Submission(null, request), cancellation);
        if (answer is NotWritten { Refusal: var refusal })
            throw ReviewRefusals.NotLodged(terminal.Words.Tell(refusal));
        var lodged = ((Written)answer).Case;
        terminal.Out.WriteLine(terminal.Words.Tell("review.lodged", ("case", lodged), ("sample", size.Sample), ("cases", size.Cases)));
    }

    private static string Organiser(Workplace place, string person) =>
        place
            .Folder.Register.People.FirstOrDefault(p => p.Id == person)
            ?.Posts.Select(p => place.Folder.Register.Organisations.FirstOrDefault(o => o.Id == p.Organisation)?.Title)
            .FirstOrDefault()
        ?? throw OpeningRefusals.NoPost(person);
}

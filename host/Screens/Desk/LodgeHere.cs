using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Acting;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;
using Workflow.Storage.Running;

namespace Workflow.Host.Screens.Desk;

/// <summary><c>/lodge</c>: the matters in force, and the application form of each.</summary>
public static class LodgeHere
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lodge", List).AsPage();
        routes.MapGet("/lodge/{process}", Ask).AsPage();
        routes.MapPost("/lodge/{process}", Send).AsPage().DisableAntiforgery();
    }

    private static IResult List(HttpContext context, Workplace place)
    {
        var (caller, words) = (Caller.Of(context), Words.Of(context));
        ImmutableArray<Matter> matters =
        [
            .. from publication in place.Processes.List()
            where publication.InForce.Includes(caller.Today)
            let definition = place.Processes.Find(publication.Digest)!.Definition
            orderby definition.Item?.Code, definition.Id
            select new Matter(definition.Id, words.Title(definition.Title), definition.Item?.Code ?? "", definition.Materials.Length),
        ];
        return PageRoutes.Show<MattersPage, MattersModel>(
            context,
            new MattersModel(Frame.Of(context, words["page.lodge"], "/lodge"), matters)
        );
    }

    private static IResult Ask(HttpContext context, string process, Workplace place) =>
        PageRoutes.Show<LodgePage, LodgeModel>(context, Model(context, InForce(context, place, process), PageForm.Empty));

    private static async Task<IResult> Send(
        HttpContext context,
        string process,
        Workplace place,
        CommandSender sender,
        CancellationToken cancellation
    )
    {
        var form = await PageForm.Read(context, cancellation);
        var (caller, model) = (Caller.Of(context), Model(context, InForce(context, place, process), form));
        var terms = new CommandSender.Terms(form["key"], null, null, null, null);
        return await PageRoutes.Answered(() => sender.Pass(context, null, Lodging(), terms, cancellation)) switch
        {
            Written written => Results.LocalRedirect($"{context.Request.PathBase}/cases/{Uri.EscapeDataString(written.Case)}?done=lodge"),
            NotWritten refused => Again(context, model, refused.Refusal),
            var other => throw new System.Diagnostics.UnreachableException($"No answer for {other.GetType().Name}."),
        };

        CaseCommand Lodging() => LodgeCase.Fit(caller, place, CommandBody.ReadLodging(Body(model)), caller.Today);
    }

    private static IResult Again(HttpContext context, LodgeModel model, Refusal refusal) =>
        PageRoutes.Refused<LodgePage, LodgeModel>(context, model with { Refused = model.Frame.Words.Tell(refusal) }, refusal);

    // Where none is in force today there is no form to show: the refusal is the one that a lodging gets.
    private static PublishedProcess InForce(HttpContext context, Workplace place, string process)
    {
        var caller = Caller.Of(context);
        return LodgeCase.InForce(place.Processes, process, caller.Today)
            ?? throw new RequestRefusedException(Refused(caller, place, process));
    }

    private static Refusal Refused(Caller caller, Workplace place, string process) =>
        place.Runner.Try(new Request(caller.Id, new Lodge { Process = process })).Refusal
        ?? throw new System.Diagnostics.UnreachableException($"{process} is not in force and was not refused.");

    private static LodgeModel Model(HttpContext context, PublishedProcess process, PageForm form)
    {
        var (words, definition) = (Words.Of(context), process.Definition);
        var fields = new FieldInputs(process, words);
        return new LodgeModel(
            Frame.Of(context, words.Title(definition.Title), "/lodge"),
            definition,
            [.. definition.Parties.SelectMany((party, i) => OfParty(party, i == 0 ? Caller.Of(context) : null, words))],
            [.. definition.Form.Select(f => fields.Of(f, "form.")), .. HandedIn(definition, words)]
        )
        {
            Form = form,
        };
    }

    private static IEnumerable<FormInput> HandedIn(ProcessDefinition definition, Words words) =>
        definition.Materials.IsEmpty
            ? []
            :
            [
                new FormInput("materials", words["page.materials.handed-in"], InputKind.Several, false)
                {
                    Options = [.. definition.Materials.Select(m => new FormOption(m.Id, words.Title(m.Words())))],
                },
            ];

    private static IEnumerable<FormInput> OfParty(Party party, Caller? caller, Words words) =>
        [
            new FormInput($"party.{party.Role}.name", words.Title(party.Words()), InputKind.Line, false) { Value = caller?.Person.Name },
            new FormInput($"party.{party.Role}.person", words.Say("page.party.person", words.Title(party.Words())), InputKind.Line, false)
            {
                Value = caller?.Id,
            },
        ];

    private static string Body(LodgeModel model)
    {
        var body = ActionBody.Of(new ActionForm("lodge", null, null, model.Inputs), model.Given, PageForm.Rows);
        body["process"] = model.Process.Id;
        body["parties"] = new JsonArray([
            .. from party in model.Process.Parties
            let person = Written(model, party, "person")
            let name = Written(model, party, "name")
            where person.Length + name.Length > 0
            select (JsonNode)
                new JsonObject
                {
                    ["role"] = party.Role,
                    ["person"] = person,
                    ["name"] = name,
                },
        ]);
        return body.ToJsonString();
    }

    private static string Written(LodgeModel model, Party party, string part) =>
        model.Given($"party.{party.Role}.{part}").FirstOrDefault()?.Trim() ?? "";
}

/// <summary>A matter that may be applied for.</summary>
/// <param name="Process">The process.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Code">Its code in the catalogue; empty without one.</param>
/// <param name="Materials">How many materials it asks.</param>
public sealed record Matter(string Process, string Title, string Code, int Materials);

/// <summary>The matters as their page shows them.</summary>
public sealed record MattersModel(Frame Frame, ImmutableArray<Matter> Matters);

/// <summary>The application form of a process.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Process">The definition in force.</param>
/// <param name="Parties">Who takes part.</param>
/// <param name="Inputs">The fields and materials.</param>
public sealed record LodgeModel(Frame Frame, ProcessDefinition Process, ImmutableArray<FormInput> Parties, ImmutableArray<FormInput> Inputs)
{
    /// <summary>What was filled in before.</summary>
    internal PageForm Form { get; init; } = PageForm.Empty;

    public IReadOnlyList<string> Given(string input) => Form.Given(input);

    /// <summary>Why it was refused just now; null when it was not sent yet.</summary>
    public RefusalWords? Refused { get; init; }
}

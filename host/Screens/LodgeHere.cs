using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Workflow.Engine.Processes;
using Workflow.Host.Acting;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Running;

namespace Workflow.Host.Screens;

/// <summary><c>/lodge</c>: the matters in force, and the application form of each.</summary>
public static class LodgeHere
{
    private static readonly Func<string, IReadOnlyList<string>> Nothing = _ => [];

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
        PageRoutes.Show<LodgePage, LodgeModel>(context, Model(context, Bound(place, process, Caller.Of(context).Today), Nothing));

    private static async Task<IResult> Send(
        HttpContext context,
        string process,
        Workplace place,
        CommandSender sender,
        IAntiforgery forgery,
        CancellationToken cancellation
    )
    {
        if (!await forgery.IsRequestValidAsync(context))
            throw RequestRefusals.Stale();
        var form = await context.Request.ReadFormAsync(cancellation);
        Func<string, IReadOnlyList<string>> given = name => [.. form[$"in.{name}"].OfType<string>()];
        var bound = Bound(place, process, Caller.Of(context).Today);
        var model = Model(context, bound, given);
        var lodge = TypedFields.Fit(bound, CommandBody.ReadLodging(Body(model, given)));
        var terms = new CommandSender.Terms(form["key"], null, null, null, null);
        return await sender.Pass(context, null, lodge, terms, cancellation) switch
        {
            Written written => Results.LocalRedirect($"{context.Request.PathBase}/cases/{Uri.EscapeDataString(written.Case)}?done=lodge"),
            NotWritten refused => PageRoutes.Show<LodgePage, LodgeModel>(
                context,
                model with
                {
                    Refused = model.Frame.Words.Tell(refused.Refusal),
                },
                HostMessages.Status(refused.Refusal)
            ),
            var other => throw new System.Diagnostics.UnreachableException($"No answer for {other.GetType().Name}."),
        };
    }

    private static PublishedProcess Bound(Workplace place, string process, DateOnly day) =>
        place.Processes.List(process).FirstOrDefault(p => p.InForce.Includes(day)) is { } publication
            ? place.Processes.Find(publication.Digest)!
            : throw CommandRefusals.UnknownProcess(process, place.Processes.List());

    private static LodgeModel Model(HttpContext context, PublishedProcess process, Func<string, IReadOnlyList<string>> given)
    {
        var (words, definition) = (Words.Of(context), process.Definition);
        var fields = new FieldInputs(process, words);
        ImmutableArray<FormInput> materials =
        [
            new FormInput("materials", words["page.materials.handed-in"], InputKind.Several, false)
            {
                Options = [.. definition.Materials.Select(m => new FormOption(m.Id, words.Title(m.Words())))],
            },
        ];
        return new LodgeModel(
            Frame.Of(context, words.Title(definition.Title), "/lodge"),
            definition,
            [.. definition.Parties.SelectMany((party, i) => OfParty(party, i == 0 ? Caller.Of(context) : null, words))],
            [.. definition.Form.Select(f => fields.Of(f, "form.")), .. definition.Materials.IsEmpty ? [] : materials],
            given
        );
    }

    private static IEnumerable<FormInput> OfParty(Party party, Caller? caller, Words words) =>
        [
            new FormInput($"party.{party.Role}.name", words.Title(party.Words()), InputKind.Line, false) { Value = caller?.Person.Name },
            new FormInput($"party.{party.Role}.person", words.Say("page.party.person", words.Title(party.Words())), InputKind.Line, false)
            {
                Value = caller?.Id,
            },
        ];

    private static string Body(LodgeModel model, Func<string, IReadOnlyList<string>> given)
    {
        var body = ActionBody.Of(new ActionForm("lodge", null, null, model.Inputs), given, ActOnCase.Rows);
        body["process"] = model.Process.Id;
        body["parties"] = new JsonArray([
            .. from party in model.Process.Parties
            let person = given($"party.{party.Role}.person").FirstOrDefault()?.Trim()
            where !string.IsNullOrEmpty(person)
            select (JsonNode)
                new JsonObject
                {
                    ["role"] = party.Role,
                    ["person"] = person,
                    ["name"] = given($"party.{party.Role}.name").FirstOrDefault()?.Trim() ?? "",
                },
        ]);
        return body.ToJsonString();
    }
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
/// <param name="Given">What was filled in before.</param>
public sealed record LodgeModel(
    Frame Frame,
    ProcessDefinition Process,
    ImmutableArray<FormInput> Parties,
    ImmutableArray<FormInput> Inputs,
    Func<string, IReadOnlyList<string>> Given
)
{
    /// <summary>Why it was refused just now; null when it was not sent yet.</summary>
    public RefusalWords? Refused { get; init; }
}

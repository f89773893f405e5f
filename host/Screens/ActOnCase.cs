using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Workflow.Host.Access;
using Workflow.Host.Acting;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Running;

namespace Workflow.Host.Screens;

/// <summary><c>/cases/{number}/act</c>: an action is filled in beside what would follow, and confirmed.</summary>
public static class ActOnCase
{
    /// <summary>The most rows of a table that a page offers.</summary>
    public const int Rows = 12;

    private static readonly Func<string, IReadOnlyList<string>> Nothing = _ => [];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/act", Ask).AsPage();
        routes.MapPost("/cases/{number}/act", Send).AsPage().WithMetadata(new Noted()).DisableAntiforgery();
    }

    private static IResult Ask(
        HttpContext context,
        string number,
        Workplace place,
        Candidates candidates,
        string action,
        string? target,
        string? choice,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "for")] string? actedFor
    )
    {
        var asked = new AskedAction(action, target, choice);
        return Shown(context, Model(context, number, place, candidates, asked, actedFor, Nothing));
    }

    private static async Task<IResult> Send(
        HttpContext context,
        string number,
        Workplace place,
        Candidates candidates,
        CommandSender sender,
        IAntiforgery forgery,
        string action,
        string? target,
        string? choice,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "for")] string? actedFor,
        CancellationToken cancellation
    )
    {
        if (!await forgery.IsRequestValidAsync(context))
            throw RequestRefusals.Stale();
        var form = await context.Request.ReadFormAsync(cancellation);
        Func<string, IReadOnlyList<string>> given = name => [.. form[$"in.{name}"].OfType<string>()];
        var asked = new AskedAction(action, target, choice);
        var model = Model(context, number, place, candidates, asked, actedFor, given);
        // As one types only the right half is asked for: nothing is sent.
        if (form.ContainsKey("preview"))
            return Shown(context, model);
        var command = TypedFields.Fit(Process(place, number), CommandBody.Read(Body(model.Form, given)));
        var terms = new CommandSender.Terms(Key(form["key"]), Key(form["revision"]), actedFor, null, null);
        return await sender.Pass(context, number, command, terms, cancellation) switch
        {
            Written => Results.LocalRedirect($"{context.Request.PathBase}/cases/{Uri.EscapeDataString(number)}?done={action}"),
            NotWritten refused => Refused(context, model, model.Frame.Words.Tell(refused.Refusal), HostMessages.Status(refused.Refusal)),
            var other => throw new System.Diagnostics.UnreachableException($"No answer for {other.GetType().Name}."),
        };
    }

    private static IResult Shown(HttpContext context, ActModel model) => PageRoutes.Show<ActPage, ActModel>(context, model);

    private static IResult Refused(HttpContext context, ActModel model, RefusalWords refused, int status) =>
        PageRoutes.Show<ActPage, ActModel>(context, model with { Refused = refused }, status);

    private static ActModel Model(
        HttpContext context,
        string number,
        Workplace place,
        Candidates candidates,
        AskedAction asked,
        string? actedFor,
        Func<string, IReadOnlyList<string>> given
    )
    {
        var (caller, words) = (Caller.Of(context), Words.Of(context));
        var seen = SeenCase.Require(caller, place, number);
        var process = place.Processes.Find(seen.Whole.Definition)!;
        var form = new ActionForms(process, seen.State, words).Of(asked);
        var offered = ShowCase.Of(caller, place, seen, words).Actions.FirstOrDefault(a => IsOf(a, asked, actedFor));
        var names = form.Inputs.Any(i => i.Kind is InputKind.Person or InputKind.People);
        return new ActModel(
            Frame.Of(context, offered?.Title ?? asked.Action, "/work"),
            number,
            offered?.Title ?? words[$"action.{asked.Action}"],
            About(process.TitleOf, asked, words, offered),
            form,
            Revision(seen.Whole, asked)
        )
        {
            Process = process,
            For = actedFor,
            Given = given,
            Candidates = names ? candidates.Of(caller, words, number, asked) : [],
            Foreseen = seen.Viewer.IsOutside && asked.Target is null ? null : Foreseen(caller, place, number, form, given, actedFor),
        };
    }

    // What was read of the step, or of the case: whoever acts on less is told that it went on meanwhile.
    private static long Revision(Engine.Record.State.CaseState state, AskedAction asked) =>
        state.Steps.GetValueOrDefault(asked.Target ?? "")?.Revision ?? state.Entries;

    private static bool IsOf(ActionView action, AskedAction asked, string? actedFor) =>
        action.Action == asked.Action && action.Target == asked.Target && action.Choice == asked.Choice && action.For == actedFor;

    private static string About(Func<string, string> titleOf, AskedAction asked, Words words, ActionView? offered) =>
        asked.Target is { } target ? $"{offered?.Words ?? words[$"action.{asked.Action}"]} · {titleOf(target)}" : "";

    // What is half filled in foresees as much as it says; what does not read yet foresees nothing.
    private static Engine.Foresight.Foreseen? Foreseen(
        Caller caller,
        Workplace place,
        string number,
        ActionForm form,
        Func<string, IReadOnlyList<string>> given,
        string? actedFor
    )
    {
        try
        {
            return PreviewCommand.Of(caller, place, number, CommandBody.Read(Body(form, given)), actedFor);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Body(ActionForm form, Func<string, IReadOnlyList<string>> given) =>
        ActionBody.Of(form, given, Rows).ToJsonString();

    private static Engine.Processes.PublishedProcess Process(Workplace place, string number) =>
        place.Processes.Find(place.Runner.Look(number)?.Definition ?? throw IdentityRefusals.NoCase(number))!;

    private static string? Key(string? key) => string.IsNullOrEmpty(key) ? null : key;
}

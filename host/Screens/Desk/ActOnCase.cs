using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Workflow.Engine.Deciding;
using Workflow.Engine.Foresight;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Host.Access;
using Workflow.Host.Acting;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;
using Workflow.Storage.Running;

namespace Workflow.Host.Screens.Desk;

/// <summary><c>/cases/{number}/act</c>: an action is filled in beside what would follow, and confirmed.</summary>
public static class ActOnCase
{
    /// <summary>What the address of an action says.</summary>
    public sealed record Address
    {
        /// <summary>The case.</summary>
        [FromRoute]
        public required string Number { get; init; }

        /// <summary>The command's name.</summary>
        [FromQuery]
        public required string Action { get; init; }

        /// <summary>What it is about; null for the case.</summary>
        [FromQuery]
        public string? Target { get; init; }

        /// <summary>The outcome, the vote, the step to return to or the ground; null where there is none.</summary>
        [FromQuery]
        public string? Choice { get; init; }

        /// <summary>The absent person acted for; null for oneself.</summary>
        [FromQuery]
        public string? For { get; init; }

        internal AskedAction Asked => new(Action, Target, Choice);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/act", Ask).AsPage();
        routes.MapPost("/cases/{number}/act", Send).AsPage().Noted().DisableAntiforgery();
    }

    private static IResult Ask(HttpContext context, [AsParameters] Address address, Workplace place, Candidates candidates) =>
        PageRoutes.Show<ActPage, ActModel>(context, new Filling(context, address, place, PageForm.Empty).Whole(candidates));

    private static async Task<IResult> Send(
        HttpContext context,
        [AsParameters] Address address,
        Workplace place,
        Candidates candidates,
        CommandSender sender,
        CancellationToken cancellation
    )
    {
        var form = await PageForm.Read(context, cancellation);
        var acting = new Filling(context, address, place, form);
        // As one types only what follows is asked for: nothing is sent, and nothing else of the page is made anew.
        if (form["preview"] is not null)
            return PageRoutes.Show<FollowsPanel, FollowsModel>(context, acting.Follows());
        var terms = new CommandSender.Terms(form["key"], form["revision"], address.For, null, acting.Proof);
        return await PageRoutes.Answered(() => sender.Pass(context, address.Number, acting.Command(), terms, cancellation)) switch
        {
            Written => Results.LocalRedirect(
                $"{context.Request.PathBase}/cases/{Uri.EscapeDataString(address.Number)}?done={Uri.EscapeDataString(address.Action)}"
            ),
            NotWritten refused => Refused(context, acting.Whole(candidates), refused),
            var other => throw new System.Diagnostics.UnreachableException($"No answer for {other.GetType().Name}."),
        };
    }

    private static IResult Refused(HttpContext context, ActModel model, NotWritten refused) =>
        PageRoutes.Refused<ActPage, ActModel>(context, model with { Refused = model.Frame.Words.Tell(refused.Refusal) }, refused.Refusal);

    /// <summary>One action of one person, as far as it is filled in.</summary>
    private sealed class Filling
    {
        private readonly HttpContext _context;
        private readonly Address _address;
        private readonly Workplace _place;
        private readonly PageForm _form;
        private readonly Caller _caller;
        private readonly Words _words;
        private readonly SeenCase _seen;
        private readonly ActionForm _asked;

        internal Filling(HttpContext context, Address address, Workplace place, PageForm form)
        {
            (_context, _address, _place, _form) = (context, address, place, form);
            (_caller, _words) = (Caller.Of(context), Words.Of(context));
            if (address.Target is null && ActionRows.Of(address.Action).NeedsTarget)
                throw RequestRefusals.NoTarget(_words[$"action.{address.Action}"]);
            _seen = SeenCase.Require(_caller, place, address.Number);
            _asked = ShowForm.Of(_caller, place, _seen, _words, address.Asked);
        }

        private PublishedProcess Process => _place.Processes.Find(_seen.Whole.Definition)!;

        /// <exception cref="JsonException">What was filled in is no command.</exception>
        internal CaseCommand Command() => TypedFields.Fit(Process, Written());

        // As a body would bring it: whoever looks ahead fits it to the fields like any other.
        private CaseCommand Written() => CommandBody.Read(ActionBody.Of(_asked, _form.Given, PageForm.Rows).ToJsonString());

        /// <summary>The paper that a visitor signed; null where the action is not theirs.</summary>
        internal string? Proof => VisitorId.Is(_address.For) && _form["proof"]?.Trim() is { Length: > 0 } paper ? paper : null;

        internal FollowsModel Follows() => new(_words, Foreseen());

        internal ActModel Whole(Candidates candidates)
        {
            var deed = Deed.Of(Offered(), null, _words);
            var names = _asked.Inputs.Any(i => i.Kind is InputKind.Person or InputKind.People);
            return new ActModel(Frame.Of(_context, deed.Name, "/work"), _address.Number, deed, _asked, Revision())
            {
                About = Process.Find(_address.Target ?? "") is null ? deed.About(_words) : _words.Title(Process.StepName(_address.Target!)),
                Form = _form,
                Candidates = names ? candidates.Of(_caller, _words, _address.Number, _address.Asked) : [],
                Follows = Follows(),
                Proof = VisitorId.Is(_address.For)
                    ? new FormInput("proof", _words.Say("page.proof", Name(_address.For!)), InputKind.Line, true)
                    : null,
            };
        }

        private string Name(string visitor) => _seen.Whole.Parties.FirstOrDefault(p => p.Person == visitor)?.Name ?? visitor;

        // What nobody offers is asked for all the same: the refusal says why not.
        private ActionView Offered() =>
            ShowCase.Offered(_caller, _place, _seen, _words).FirstOrDefault(IsAsked)
            ?? ActionView.Of(new ActionOffer(_address.Action, _address.Target, _address.Choice, null, null), _words, _address.For);

        private bool IsAsked(ActionView action) =>
            action.Action == _address.Action
            && action.Target == _address.Target
            && action.Choice == _address.Choice
            && action.For == _address.For;

        // What was read of the step, or of the case: whoever acts on less is told that it went on meanwhile.
        private long Revision() => _seen.RevisionOf(_address.Target);

        // What is half filled in foresees as much as it says; what does not read yet, and what a party may not look ahead from, foresees nothing.
        private Foreseen? Foreseen()
        {
            if (_seen.Viewer.IsOutside && _address.Target is null)
                return null;
            try
            {
                return PreviewCommand.Of(_caller, _place, _address.Number, Written(), _address.For);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Cases;

/// <summary><c>GET /api/cases/{number}</c>: where a case stands and what the caller may do, with the reason why not.</summary>
public static class ShowCase
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}", Handle)
            .Answers<CaseView>("ShowCase", "Cases", "案件详情 / Where a case stands, and what the caller may do")
            .Refuses(403, 404);

    private static IResult Handle(HttpContext context, string number, Workplace place)
    {
        var caller = Caller.Of(context);
        var seen = SeenCase.Require(caller, place, number);
        var words = Words.Of(context);
        var view = Lazily(() => Of(caller, place, seen, words));
        if (EntityTags.Has(context, Tag(seen, caller, words, view)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Ok(view.Value);
    }

    /// <summary>Returns a case as the caller sees it, with what they may do.</summary>
    internal static CaseView Of(Caller caller, Workplace place, SeenCase seen, Words words)
    {
        var process = place.Processes.Find(seen.Whole.Definition)!;
        return CaseView.Of(process, seen.State, words, caller.Today, Offered(caller, place, seen, words)) with { Revision = seen.Revision };
    }

    /// <summary>Returns what the caller may do to a case, and why not.</summary>
    internal static ImmutableArray<ActionView> Offered(Caller caller, Workplace place, SeenCase seen, Words words)
    {
        var process = place.Processes.Find(seen.Whole.Definition)!;
        return [.. Actions(caller, place, process, seen.Whole, words).Where(a => IsFor(seen, a))];
    }

    // The entry first, so that it may be sent back; then what else the answer depends on.
    private static string Tag(SeenCase seen, Caller caller, Words words, Lazy<CaseView> view) =>
        $"{seen.Revision}-{LedgerJson.Hash($"{caller.Id} {caller.Today:O} {words.Tag}{Told(seen, view)}")[..12]}";

    // What a party may do hangs on more than they see: the answer itself says whether it is still the same.
    private static string Told(SeenCase seen, Lazy<CaseView> view) => seen.Viewer.IsOutside ? JsonSerializer.Serialize(view.Value) : "";

    private static Lazy<CaseView> Lazily(Func<CaseView> make) => new(make);

    // Why a party may not act at the step of an office would tell how it stands there, and who was sent what is the offices' affair.
    private static bool IsFor(SeenCase seen, ActionView action) =>
        !seen.Viewer.IsOutside
        || (
            !action.IsToReaders
            && (action.Allowed || action.Target is null || CaseAccess.IsTheirs(seen.Whole, action.Target, seen.Viewer.Person))
        );

    private static ImmutableArray<ActionView> Actions(
        Caller caller,
        Workplace place,
        PublishedProcess process,
        CaseState state,
        Words words
    )
    {
        var now = place.Time.GetUtcNow();
        var calendar = place.Calendars.At(place.Authority(state.Process), now);
        // Who has left the post keeps nothing from their colleagues: the offers know it as the door does.
        var register = place.Folder.Register;
        List<PersonFact> holders = [.. Leavers.Asked(state).Select(id => register.Person(id, caller.Today)).OfType<PersonFact>()];
        var own = AllowedActions
            .For(process, state, caller.Person, now, calendar, holders)
            .Select(o => ActionView.Of(NamedPeople.In(o, register), words, null));
        var deputised =
            from person in caller.ActsForIn(state.Process).Concat(caller.ServesIn(state))
            from offer in AllowedActions.For(process, state, person, now, calendar, [caller.Person, .. holders])
            where offer.Allowed
            select ActionView.Of(offer, words, person.Id);
        return [.. own, .. deputised];
    }
}

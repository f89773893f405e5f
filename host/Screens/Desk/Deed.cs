using Microsoft.AspNetCore.Http.Extensions;
using Workflow.Engine.Foresight;
using Workflow.Host.Acting;
using Workflow.Host.Cases;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary>Something to do on the page of a case, with its second line: what follows, or why not.</summary>
/// <param name="Action">What may be done, as the interface offers it.</param>
/// <param name="Line">The second line; empty where there is nothing to say.</param>
public sealed record Deed(ActionView Action, string Line)
{
    /// <summary>Whether it decides a step: an outcome or a vote.</summary>
    public bool IsOutcome => Row.Decides;

    /// <summary>What stands on its button: of an outcome its title, of anything else what is done.</summary>
    public string Name => IsOutcome ? Action.Title : Action.Words;

    /// <summary>What it is about, where that is not said by its name.</summary>
    public string About(Words words) =>
        IsOutcome ? Line
        : Action.Action == "add-signer" ? words[$"page.place.{Action.Choice}"]
        : Action.Title == Action.Words ? ""
        : Action.Title;

    /// <summary>Whether it lies open beside the outcomes; the rest is folded.</summary>
    public bool IsUsual => Row.IsUsual;

    private ActionRow Row => ActionRows.Of(Action.Action);

    /// <summary>Its address below that of the case.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder { { "action", Action.Action } };
            if (Action.Target is { } target)
                query.Add("target", target);
            if (Action.Choice is { } choice)
                query.Add("choice", choice);
            if (Action.For is { } absent)
                query.Add("for", absent);
            return $"{query}";
        }
    }

    /// <summary>Whether the page has a form for it.</summary>
    internal static bool IsKnown(ActionView action) => ActionRows.Known.Contains(action.Action);

    internal static Deed Of(ActionView action, Foreseen? foreseen, Words words) =>
        new(action, action.WhyNot?.Sentence ?? (foreseen is null ? "" : Follows(foreseen, words)));

    // What follows in one line: the end of the case, else the papers, else who is next.
    private static string Follows(Foreseen foreseen, Words words) =>
        foreseen switch
        {
            { ResultTitle: { } result } => words.Say("page.follows.end", result),
            { Documents.IsEmpty: false } => words.Say(
                "page.follows.papers",
                words.List(foreseen.Documents.Select(d => words.Title(d.Title)))
            ),
            { Opens.IsEmpty: false } => words.Say("page.follows.next", words.List(foreseen.Opens.Select(s => words.Title(s.Title)))),
            _ => "",
        };
}

using System.Diagnostics;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Host.Acting;
using Workflow.Host.Cases;
using Workflow.Host.Wording;

namespace Workflow.Host.Replaying;

/// <summary>Prints the tasks of a post or a person as they stood: who held the post, what might be done, and why not.</summary>
/// <param name="lines">Where it is written.</param>
/// <param name="names">The names of the case.</param>
internal sealed class ReplayedInboxText(Lines lines, CaseWords names)
{
    // That somebody else's task is not one's own, and that there is nothing to take back, needs no reason.
    private static readonly string[] NeedsNoReason =
    [
        "step.not_yours",
        "case.not_yours",
        "side.not_yours",
        "side.none",
        "signer.none",
        "takeback.not_yours",
        "takeback.nothing",
        "clock.not_paused",
    ];

    private Words Words => lines.Words;

    internal void Write(ReplayedInbox inbox)
    {
        lines.Say(2, "replay.who", inbox.Who, Words.List(inbox.Tasks.Select(names.Step)));
        if (inbox.Post is not null)
            lines.Say(3, "replay.holders", Holders(inbox));
        var may = inbox.Actions.Where(a => a.Allowed).Select(Act).Distinct().ToList();
        if (may.Count > 0)
            lines.Say(3, "replay.may", Words.Clauses(may));
        foreach (var same in inbox.Actions.Where(IsWorthTelling).GroupBy(a => a.WhyNot!.Sentence))
            lines.Say(3, "replay.may-not", Words.Clauses(same.Select(Act).Distinct()), same.Key);
    }

    private static bool IsWorthTelling(ActionView action) => action.WhyNot is { } why && !NeedsNoReason.Contains(why.Code);

    private string Holders(ReplayedInbox inbox) =>
        inbox.Holders.IsEmpty ? Words["replay.holders-none"] : Words.List(inbox.Holders.Select(Holder));

    private string Holder(ReplayedHolder holder)
    {
        var source = holder.Entry is { } entry ? Words.Say("replay.by-entry", entry) : Words["replay.by-register"];
        return Words.Say(holder.Away == true ? "replay.holder-away" : "replay.holder", holder.Name, source);
    }

    private string Act(ActionView action) =>
        ActionRows.Of(action.Action).About switch
        {
            About.Outcome => Words.Say("replay.act-as", action.Words, names.Step(action.Target!), action.Title),
            About.Way => With(action, $"{names.Step(action.Target!)}→{names.Step(action.Choice!)}"),
            About.Clock => OnClock(action),
            About.Person => With(action, action.Title),
            About.Material => With(action, names.Material(action.Target!)),
            About.Party => With(action, names.Party(action.Target!)),
            About.Step when action.Target is { } step => With(action, names.Step(step)),
            About.Step or About.Case => action.Words,
            _ => throw new UnreachableException($"Nobody said how {action.Action} is told."),
        };

    private string OnClock(ActionView action) =>
        action.Choice is { } ground
            ? Words.Say("replay.act-ground", action.Words, action.Title, names.Ground(ground))
            : Words.Say("replay.act-clock", action.Words, action.Title);

    private string With(ActionView action, string what) => Words.Say("replay.act", action.Words, what);
}

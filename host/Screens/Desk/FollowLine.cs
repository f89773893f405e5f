using System.Diagnostics;
using Workflow.Engine.Foresight;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary>One thing that would follow from an act.</summary>
/// <param name="Kind">What it is: <c>step</c>, <c>paper</c>, <c>clock</c>, <c>end</c> or <c>none</c>.</param>
/// <param name="Title">What happens.</param>
/// <param name="Note">To whom, until when; empty where there is nothing to add.</param>
public sealed record FollowLine(string Kind, string Title, string Note)
{
    /// <summary>What would happen at once.</summary>
    internal static IEnumerable<FollowLine> Of(Foreseen foreseen, Words words) =>
        [
            .. foreseen.Documents.Select(d => Paper(d, words)),
            .. foreseen.Opens.Select(s => Step(s, words)),
            .. foreseen.Clocks.Select(c => Clock(c, words)),
            .. foreseen.ResultTitle is { } result
                ? [new FollowLine("end", words.Say("page.follows.end", result), "")]
                : Nothing(foreseen, words),
        ];

    /// <summary>How the case would go on: the latest days in order, not a promise.</summary>
    internal static IEnumerable<FollowLine> Of(ForeseenPath path, Words words)
    {
        foreach (var post in path.Posts)
        {
            var note = words.Say(
                "page.ahead",
                Lines.Day(post.On),
                words.Title(post.OutcomeTitle),
                words.List(post.Who.Select(words.Title))
            );
            yield return new FollowLine("step", words.Title(post.Title), note);
        }

        if (path.End == PathEnd.Concluded)
            yield return new FollowLine(
                "end",
                words.Say("page.follows.end", path.ResultTitle is { } title ? words.Title(title) : ""),
                Lines.Day(path.On)
            );
    }

    private static FollowLine[] Nothing(Foreseen foreseen, Words words) =>
        foreseen.Opens.IsEmpty && foreseen.Documents.IsEmpty && foreseen.Clocks.IsEmpty
            ? [new FollowLine("none", words["page.follows.nothing"], "")]
            : [];

    private static FollowLine Step(ForeseenStep step, Words words)
    {
        var who = step.Assigned ?? words.List(step.Who.Select(words.Title));
        var until = step.DueOn is { } due ? words.Say("page.until-day", Lines.Day(due), words.Weekday(due)) : "";
        return new FollowLine("step", words.Say("page.opens", words.Title(step.Title)), $"{who} {until}".Trim());
    }

    private static FollowLine Paper(ForeseenDocument document, Words words) =>
        new(
            "paper",
            words.Say("page.issues", words.Title(document.Title)),
            document.Number ?? (document.Series is null ? "" : words["page.next-number"])
        );

    private static FollowLine Clock(ForeseenClock clock, Words words) =>
        new(
            "clock",
            words.Title(clock.Title),
            clock.Change switch
            {
                ForeseenChange.Stops => words["page.clock.stops"],
                ForeseenChange.Pauses => words["page.clock.pauses"],
                ForeseenChange.Starts => words.Say("page.clock.starts", Lines.Day(clock.DueOn)),
                ForeseenChange.Moves when clock.DueOn is null => words["page.clock.pauses"],
                ForeseenChange.Moves => words.Say("page.clock.moves", Lines.Day(clock.Was), Lines.Day(clock.DueOn)),
                _ => throw new UnreachableException($"No words for {clock.Change}."),
            }
        );
}

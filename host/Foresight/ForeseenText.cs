using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Foresight;
using Workflow.Engine.Messages;
using Workflow.Host.Wording;

namespace Workflow.Host.Foresight;

/// <summary>Says what would come of an act.</summary>
/// <param name="into">Where it is written.</param>
/// <param name="words">The language.</param>
internal sealed class ForeseenText(TextWriter into, Words words)
{
    internal void Write(Foreseen foreseen)
    {
        if (foreseen.Refusal is { } refusal)
            into.WriteLine($"{refusal.Code} {words.Tell(refusal)}");
        else
            WriteWhatComes(foreseen);
    }

    private void WriteWhatComes(Foreseen foreseen)
    {
        Tell("next.now", ("case", foreseen.Case));
        foreach (var step in foreseen.Opens)
            into.WriteLine(Opening(step));
        foreach (var document in foreseen.Documents)
            into.WriteLine(Issuing(document));
        foreach (var clock in foreseen.Clocks)
            Tell("next.clock", ("clock", clock.Title), ("id", clock.Id), ("change", Change(clock)));
        WriteEnd(foreseen);
    }

    private void WriteEnd(Foreseen foreseen)
    {
        if (foreseen.ResultTitle is { } result)
            Tell("next.ends", ("result", result));
        if (foreseen.Opens.IsEmpty && foreseen.Result is null)
            Tell("next.nothing");
        if (foreseen.Path is { } path)
            Write(path);
    }

    private void Write(ForeseenPath path)
    {
        Tell("next.path");
        foreach (var post in path.Posts)
            into.WriteLine(Post(post));
        into.WriteLine(words.Tell(End(path)));
    }

    private string Opening(ForeseenStep step) =>
        words.Tell("next.opens", ("step", step.Title), ("key", step.Key), ("who", Who(step.Who)))
        + Assigned(step.Assigned)
        + Until(step.DueOn);

    private string Post(ForeseenPost post) =>
        words.Tell(
            "next.post",
            ("on", post.On),
            ("step", post.Title),
            ("key", post.Key),
            ("who", Who(post.Who)),
            ("outcome", post.OutcomeTitle)
        ) + Until(post.DueOn);

    private string Issuing(ForeseenDocument document) =>
        words.Tell(
            document switch
            {
                { Number: { } number } => new Message("next.issues", ("document", document.Title), ("number", number)),
                { Series: { } series } => new Message("next.issues_next", ("document", document.Title), ("series", series)),
                _ => new Message("next.issues_unnumbered", ("document", document.Title)),
            }
        );

    private static Message End(ForeseenPath path) =>
        path.End switch
        {
            PathEnd.Concluded => new Message(
                "next.concluded",
                ("on", path.On),
                ("result", (MessageValue?)path.ResultTitle ?? path.Result ?? "")
            ),
            PathEnd.Waits => new Message("next.waits", ("on", path.On)),
            PathEnd.Cut => new Message("next.and_so_on", ("on", path.On)),
            _ => throw new UnreachableException($"No answer for {path.End}."),
        };

    private static Message Change(ForeseenClock clock) =>
        clock.Change switch
        {
            ForeseenChange.Stops => new Message("next.clock_stops"),
            ForeseenChange.Pauses => new Message("next.clock_pauses"),
            ForeseenChange.Starts => clock.DueOn is { } due
                ? new Message("next.clock_starts_due", ("due", due))
                : new Message("next.clock_starts"),
            ForeseenChange.Moves => Moved(clock),
            _ => throw new UnreachableException($"No words for {clock.Change}."),
        };

    private static Message Moved(ForeseenClock clock) =>
        clock switch
        {
            { Was: { } was, DueOn: { } due } => new Message("next.clock_moves", ("was", was), ("due", due)),
            { Was: null, DueOn: { } due } => new Message("next.clock_goes_on", ("due", due)),
            { DueOn: null } => new Message("next.clock_pauses"),
        };

    private MessageValue Who(ImmutableArray<NameValue> who) =>
        who.IsEmpty ? words.Tell("next.nobody") : MessageValue.List(who.Select(w => (MessageValue)w));

    private string Assigned(string? person) => person is null ? "" : words.Tell("next.assigned", ("person", person));

    private string Until(DateOnly? day) => day is { } due ? words.Tell("next.until", ("day", due)) : "";

    private void Tell(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values) =>
        into.WriteLine(words.Tell(code, values));
}

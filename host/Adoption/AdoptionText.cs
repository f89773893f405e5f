using System.Diagnostics;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Host.Wording;

namespace Workflow.Host.Adoption;

/// <summary>Says what became of each row.</summary>
/// <param name="into">Where it is written.</param>
/// <param name="words">The language.</param>
/// <param name="dry">Whether nothing is written into a ledger.</param>
internal sealed class AdoptionText(TextWriter into, Words words, bool dry)
{
    private const string NoNumber = "?";

    internal void Write(AdoptionLine line)
    {
        into.WriteLine(words.Tell(Head(line)));
        foreach (var task in line.Open)
            into.WriteLine(words.Tell(Open(task)));
        foreach (var clock in line.Clocks)
            into.WriteLine(words.Tell(Running(clock)));
        foreach (var note in line.Notes)
            into.WriteLine(words.Tell("adoption.note", ("code", note.Message.Code), ("note", words.Tell(note.Message))));
        foreach (var problem in line.Problems)
            into.WriteLine($"  {problem.In(words)}");
    }

    /// <summary>How many rows came to what.</summary>
    /// <param name="lines">The rows that were looked at.</param>
    /// <param name="stopped">The line before which it was stopped; null where it came to the end.</param>
    internal string Sum(IReadOnlyCollection<AdoptionLine> lines, int? stopped)
    {
        var sum = Sum(lines);
        return stopped is { } line ? new Said(sum, words.Tell("adoption.stopped", ("line", line))).ToString() : sum;
    }

    private string Sum(IReadOnlyCollection<AdoptionLine> lines) =>
        words.Tell(
            dry ? "adoption.sum_dry" : "adoption.sum",
            ("rows", lines.Count),
            ("adopted", Count(lines, AdoptionFate.Adopted)),
            ("already", Count(lines, AdoptionFate.Already)),
            ("refused", Count(lines, AdoptionFate.Refused))
        );

    private static int Count(IReadOnlyCollection<AdoptionLine> lines, AdoptionFate fate) => lines.Count(l => l.Fate == fate);

    private Message Head(AdoptionLine line)
    {
        (string, MessageValue) number = ("number", line.NumberThere.Length == 0 ? NoNumber : line.NumberThere);
        return line.Fate switch
        {
            AdoptionFate.Adopted when dry => new Message("adoption.would_be_adopted", ("line", line.Line), number),
            AdoptionFate.Adopted => new Message("adoption.adopted", ("line", line.Line), number, ("case", line.Case!)),
            AdoptionFate.Already => new Message("adoption.already", ("line", line.Line), number, ("case", line.Case!)),
            AdoptionFate.Refused => new Message("adoption.refused", ("line", line.Line), number),
            _ => throw new UnreachableException($"No answer for {line.Fate}."),
        };
    }

    private static Message Open(AdoptionLine.OpenTask task) =>
        task.Holder is { } holder
            ? new Message("adoption.open_held", ("step", task.Step), ("posts", MessageValue.List(task.Posts)), ("holder", holder))
            : new Message("adoption.open", ("step", task.Step), ("posts", MessageValue.List(task.Posts)));

    private static Message Running(AdoptionLine.RunningClock clock) => clock.Due is { } due ? Due(clock, due) : Paused(clock);

    private static Message Due(AdoptionLine.RunningClock clock, DateOnly due) =>
        new(clock.Overdue ? "adoption.clock_overdue" : "adoption.clock_due", ("clock", clock.Clock), ("due", due));

    private static Message Paused(AdoptionLine.RunningClock clock) =>
        new("adoption.clock_paused", ("clock", clock.Clock), ("left", clock.Left ?? 0));
}

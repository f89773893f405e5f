using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Host.Replaying;

/// <summary>What is true where a case has no clock of the name that somebody asks about; a time stands in the sentence only where one was asked.</summary>
internal static class MissingClock
{
    /// <summary>Says that the case has no clock at all.</summary>
    /// <param name="number">The case.</param>
    /// <param name="at">The moment asked about, as its authority's clocks show it; null where none was.</param>
    internal static Message None(string number, string? at) =>
        at is null ? new Message("clock.none", ("number", number)) : new Message("clock.none_then", ("number", number), ("at", at));

    /// <summary>Says that it has not this one: its definition has none, or it has not started.</summary>
    /// <param name="recorded">The case as the one who asks sees it.</param>
    /// <param name="clock">The name found.</param>
    /// <param name="at">The moment asked about; null where none was.</param>
    internal static Message Of(RecordedCase recorded, string clock, string? at)
    {
        var (number, known) = (recorded.State.Number, Known(recorded));
        if (known.Count == 0)
            return None(number, at);
        return known.FirstOrDefault(k => k.Id == clock) is { } rule ? NotStarted(number, rule, at)
            : at is null ? new Message("clock.unknown", ("number", number), ("clock", clock)).With(NearNames.Of(clock, known))
            : new Message("clock.unknown_then", ("number", number), ("clock", clock), ("at", at)).With(NearNames.Of(clock, known));
    }

    private static Message NotStarted(string number, NameValue clock, string? at) =>
        at is null
            ? new Message("clock.not_started", ("number", number), ("clock", clock))
            : new Message("clock.not_started_then", ("number", number), ("clock", clock), ("at", at));

    // Those of the definition by their titles, and those that the case brought along from another.
    private static List<NameValue> Known(RecordedCase recorded) =>
        [
            .. DefinedClocks
                .All(recorded.Process.Definition)
                .Select(r => r.Name(r.Id))
                .Concat(recorded.State.Clocks.Keys.Select(id => new NameValue(id, id)))
                .DistinctBy(n => n.Id),
        ];
}

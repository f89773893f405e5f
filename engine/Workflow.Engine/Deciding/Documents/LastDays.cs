using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>A last day that a paper sets.</summary>
/// <param name="Title">What the last day belongs to.</param>
/// <param name="Words">The day, which still belongs to whoever has to act, as papers write it.</param>
internal sealed record LastDay(string Title, string Words);

/// <summary>The last days that a paper sets. They are the days of the clocks themselves: nothing is reckoned a second time.</summary>
internal static class LastDays
{
    /// <summary>Returns the last days of what the act has started or extended, and of the task that it opens.</summary>
    internal static IEnumerable<LastDay> Of(CaseLook look, Occasion occasion)
    {
        if (occasion.Clock is { } extended)
            return [Of(look, look.State.Clocks[extended])];
        var started = look.Events.OfType<ClockStarted>().Select(e => e.Clock.Id).Distinct();
        var ofCase = started
            .Select(id => look.State.Clocks[id])
            .Where(c => c is { IsOfCase: true, Material: null })
            .Select(c => Of(look, c));
        return Next(occasion) is { } next && Ahead(look, occasion, next.Id) is { } clock
            ? ofCase.Append(new LastDay(next.Title, Words(look, clock)))
            : ofCase;
    }

    /// <summary>Writes the last day of a clock, and says so where a notice on days off may still move it.</summary>
    internal static string Words(CaseLook look, ClockState clock) =>
        clock.Provisional && !look.Calendar.Beyond.IsEmpty
            ? $"{DocumentText.Chinese(clock.DueOn)}（暂定，以国务院办公厅的放假通知为准）"
            : DocumentText.Chinese(clock.DueOn);

    /// <summary>Returns the clock of the task that the act is about to open, where it has this id; null otherwise.</summary>
    internal static ClockState? Ahead(CaseLook look, Occasion occasion, string id)
    {
        if (Next(occasion) is not { Limit: not null, IsRepeated: false } next || next.Id != id)
            return null;
        var ahead = new CaseTurn(look.Process, look.State, look.Stamp);
        ahead.NotBefore(look.On);
        Opening.Open(ahead, next, id);
        return ahead.State.Clocks.GetValueOrDefault(ahead.State.Steps[id].Name);
    }

    private static WorkNode? Next(Occasion occasion) => occasion.Outcome?.Steps.FirstOrDefault() as WorkNode;

    private static LastDay Of(CaseLook look, ClockState clock) => new(Naming.Clock(look, clock).Zh, Words(look, clock));
}

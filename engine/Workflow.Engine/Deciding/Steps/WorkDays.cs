using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>The days on which something took effect at a run of a step. A consultation is not among them, nor an opinion after the result: nothing waits for either.</summary>
internal static class WorkDays
{
    /// <summary>The last day on which something took effect at any of these runs; null for none.</summary>
    internal static DateOnly? Last(IEnumerable<StepState> runs) => runs.SelectMany(Of).Cast<DateOnly?>().Max();

    /// <summary>The last day on which something took effect at one run; at the least the day on which it became possible.</summary>
    internal static DateOnly Last(StepState run) => Of(run).Max();

    private static IEnumerable<DateOnly> Of(StepState run)
    {
        yield return run.Since;
        if (run.Completed is { } done)
            yield return done.On;
        if (run.Proposed?.On is { } proposed)
            yield return proposed;
        foreach (var answer in run.Answers.Where(a => a.Late is null))
            yield return answer.On;
        foreach (var left in run.Uncounted)
            yield return left.On;
        foreach (var side in run.Sides.Where(s => s.Kind != SideKind.Consult))
            yield return side.Reply?.On ?? side.On;
    }
}

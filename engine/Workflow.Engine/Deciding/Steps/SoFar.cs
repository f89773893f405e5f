using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>How often outcomes were taken and went back so far: since the step began anew, where it did.</summary>
internal static class SoFar
{
    /// <summary>Returns how often a step came to an outcome.</summary>
    internal static int Taken(CaseLook look, string key, string outcome) =>
        look
            .State.Superseded.Skip(Before(look, key)?.Runs ?? 0)
            .Concat(look.State.Steps.Values)
            .Count(s => s.Key == key && s.Outcome == outcome);

    /// <summary>Returns how often an outcome sent the case back. The rows of a step go back together.</summary>
    internal static int Backs(CaseLook look, string key, string outcome)
    {
        var id = StepKey.IdOf(key);
        var back = $"{new OutcomeKey(id, outcome)}";
        return look.State.Backs.GetValueOrDefault(back) - (Before(look, id)?.Backs.GetValueOrDefault(back) ?? 0);
    }

    /// <summary>The runs that are put aside where a step is opened once more: its own, and what followed from it.</summary>
    internal static ImmutableArray<string> OpenedAnew(CaseLook look, Node node, string key) =>
        look.Process.PlaceOf(key) is { AnyTime: true } ? [.. Inside(look, node)] : [key];

    private static IEnumerable<string> Inside(CaseLook look, Node node)
    {
        var ids = Outline.All([node]).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return look.State.Steps.Keys.Where(k => ids.Contains(StepKey.IdOf(k)));
    }

    private static CountedBefore? Before(CaseLook look, string key) => look.State.Anew.GetValueOrDefault(key);
}

using Workflow.Engine.Cases;
using Workflow.Engine.Processes;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Evidence;

/// <summary>Says in words how a case ended.</summary>
internal static class CaseResult
{
    /// <summary>The title of the outcome that ended the case; where that has none of its own, the word for its result; null while it has not ended.</summary>
    internal static string? Of(RecordedCase recorded, Words words)
    {
        if (recorded.State.Result is not { } result) return null;
        var key = $"result.{result}";
        return Title(recorded, result) ?? (words.Keys.Contains(key) ? words[key] : result);
    }

    private static string? Title(RecordedCase recorded, string result)
    {
        var completed = recorded.Entries.Reverse().SelectMany(e => e.Events.OfType<StepCompleted>().Reverse().Select(done => (recorded.Glossary.Bound(e.Definition).Find(done.Step), done.Outcome)));
        foreach (var (node, outcome) in completed)
            if (node is not null && Outline.Bodies(node).FirstOrDefault(b => b.Id == outcome) is { Exit: EndExit end } body && end.Result == result)
                return body.Title == body.Id ? null : body.Title;
        return null;
    }
}

using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Why what people hold or have said at an open step could not stand: the holder may still act, and whoever answered is still asked.</summary>
internal static class HeldObstacles
{
    internal static IEnumerable<Refusal> Of(CaseLook look, Counterparts parts, StepState step, Node node)
    {
        if (node is CallNode && parts.Key(step.Key) != step.Key)
            yield return MigrateRefusals.Called(parts.NameOf(step.Key), parts.Key(step.Key));
        var entitled = Entitling.After(look, parts, step);
        foreach (var refusal in step.Answers.SelectMany(a => Answer(look, parts, step, node, a)))
            yield return refusal;
        if (step.ClaimedBy is { } holder && !entitled.SequenceEqual(step.Entitled) && !IsAdmitted(look, holder, entitled))
            yield return MigrateRefusals.Claimed(parts.NameOf(step.Key), Naming.Person(look, holder));
    }

    /// <summary>Whether an outcome that was given has a counterpart.</summary>
    internal static Refusal? Outcome(Counterparts parts, string key, Node node, string outcome)
    {
        var wanted = parts.Outcome(key, outcome);
        return Outline.Bodies(node).Any(o => o.Id == wanted)
            ? null
            : MigrateRefusals.OutcomeGone(parts.NameOf(key), parts.NameOf(key, outcome), parts.TargetOf(key), wanted);
    }

    private static IEnumerable<Refusal> Answer(CaseLook look, Counterparts parts, StepState step, Node node, GivenAnswer answer)
    {
        if (Entitling.After(look, parts, step).Concat(step.Sides.Select(s => s.Who)).All(e => e.Key != answer.Participant))
            yield return MigrateRefusals.ParticipantGone(parts.NameOf(step.Key), Naming.OnRoll(look, step, answer.Participant));
        if (answer.Choice is { } choice && node is WorkNode && Outcome(parts, step.Key, node, choice) is { } gone)
            yield return gone;
    }

    private static bool IsAdmitted(CaseLook look, string holder, IEnumerable<Entitlement> entitled) =>
        Actors.Find(look, holder) is { } person && entitled.Any(e => e.Admits(person));
}

using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>
/// Lists for a person the corrections of a form after somebody decided on it. Where a rule reads the value the engine asks again; what
/// a person weighed in mind no rule knows, so a person looks whether the decision still stands.
/// </summary>
internal sealed class CorrectedDecisions(NewEntry entry, WriteSession session)
{
    internal void Note()
    {
        foreach (var corrected in entry.Events.OfType<FormCorrected>())
            if (Decided() is { } step)
                AlertList.Raise(AlertKinds.CorrectedDecision, entry, step.Key, Told(corrected, step), session);
    }

    // Whoever receives or checks decides nothing on the form: a step decides that has more ways than one, and of several the latest.
    private StepState? Decided() =>
        entry
            .After.Steps.Values.Where(s => s.Completed is not null)
            .Where(s => entry.Process.Find(s.Key) is WorkNode { Outcomes.Length: > 1 })
            .MaxBy(s => (s.Completed!.On, s.Revision, entry.Process.PlaceOf(s.Key)!.Order));

    private Message Told(FormCorrected corrected, StepState step)
    {
        var fields = entry.Process.Definition.Form.Where(f => corrected.Fields.ContainsKey(f.Id)).Select(f => f.Name(f.Id));
        return AlertMessages.CorrectedDecision(AlertNames.Step(entry, step.Key), MessageValue.List(fields));
    }
}

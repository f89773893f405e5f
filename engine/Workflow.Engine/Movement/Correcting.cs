using Workflow.Engine.Cases;
using Workflow.Engine.Clocks;
using Workflow.Engine.Steps;

namespace Workflow.Engine.Movement;

/// <summary>Corrects by a new entry: values of the form 更正, and an outcome by silence that an act in time shows to be wrong.</summary>
internal static class Correcting
{
    internal static Refusal? Form(CaseTurn turn, CorrectForm command)
    {
        if (MayCorrectForm(turn) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "correcting the form") is { } missing) return missing;
        if (command.Fields is null || command.Fields.IsEmpty) return new Refusal("field.missing", "Expected at least one field to correct, but there is none.");
        // What a definition before asked for and this one does not is history, not an error of the correction.
        var known = turn.State.Form.RemoveRange(turn.State.Form.Keys.Where(k => turn.Definition.Form.All(f => f.Id != k)));
        if (Payload.Fields(turn.Definition, turn.Definition.Form, known.SetItems(command.Fields), "the form", turn.Values) is { } wrong) return wrong;
        turn.Apply(new FormCorrected(command.Fields, command.Document, turn.Stamp.Actor, command.Reasons));
        return null;
    }

    internal static Refusal? Silence(CaseTurn turn, CorrectSilence command)
    {
        if (MayCorrectSilence(turn, command.Clock) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "reversing an outcome by silence") is { } missing) return missing;
        var step = turn.State.Steps[turn.State.Clocks[command.Clock].Step!];
        turn.Apply(new SilenceCorrected(command.Clock, step.Key, step.Outcome!, command.Document, command.Reasons));
        TakingBack.Undo(turn, step, null, "silence corrected");
        return null;
    }

    internal static Refusal? MayCorrectForm(CaseTurn turn) =>
        Actors.MustBeOfficial(turn)
        ?? (turn.Definition.Form.IsEmpty ? new Refusal("form.none", $"Expected a form to correct, but {turn.Definition.Id} asks for nothing at lodging.") : null);

    /// <summary>Whether the actor may reverse what a clock's rule did: the head of the leading office, while nothing was served after it.</summary>
    internal static Refusal? MayCorrectSilence(CaseTurn turn, string id)
    {
        if (Actors.MustLead(turn, "reverse an outcome by silence") is { } notYours) return notYours;
        if (turn.State.Clocks.GetValueOrDefault(id) is not { Status: ClockStatus.Elapsed, Step: { } key } clock || turn.State.Steps.GetValueOrDefault(key) is not { Completed: { } done } step || step.Name != id)
            return new Refusal("silence.none", $"Expected '{id}' to have ended in an outcome by silence, but it has not.");
        if (!Stamp.NamesRule(done.By)) return new Refusal("silence.none", $"Expected '{id}' to have ended in an outcome by silence, but {done.By} decided {Naming.Step(turn, key)}.");
        return TakingBack.MayUndo(turn, step);
    }
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Corrects values of the form by a new entry 更正.</summary>
internal static class Correcting
{
    internal static Refusal? Form(CaseTurn turn, CorrectForm command)
    {
        if (MayCorrectForm(turn) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "correcting the form") is { } missing) return missing;
        if (command.Fields is null || command.Fields.IsEmpty) return new Refusal("field.missing", "Expected at least one field to correct, but there is none.");
        // What a definition before asked for and this one does not is history, not an error of the correction.
        var known = turn.State.Form.RemoveRange(turn.State.Form.Keys.Where(k => turn.Definition.Form.All(f => f.Id != k)));
        if (Payload.Fields(turn.Definition, new Asked(Naming.Form, turn.Definition.Form, turn.Values), known.SetItems(command.Fields)) is { } wrong) return wrong;
        turn.Apply(new FormCorrected(command.Fields, command.Document, turn.Stamp.Actor, command.Reasons));
        return null;
    }

    internal static Refusal? MayCorrectForm(CaseLook look) =>
        Actors.MustBeOfficial(look)
        ?? (look.Definition.Form.IsEmpty ? new Refusal("form.none", $"Expected a form to correct, but {look.Definition.Id} asks for nothing at lodging.") : null);
}

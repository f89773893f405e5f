using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Corrects values of the form by a new entry 更正.</summary>
internal static class Correcting
{
    internal static Operation Operation { get; } =
        Operation.Of<CorrectForm>(Form) with
        {
            OfCase = look => [ActionOffer.OfCase("correct-form", MayCorrectForm(look))],
            When = Operation.CaseStanding.Always,
        };

    internal static Refusal? Form(CaseTurn turn, CorrectForm command)
    {
        if (MayCorrectForm(turn) is { } refusal)
            return refusal;
        if (ByOrder.Check(command.Document, command.Reasons, Acts.CorrectForm) is { } missing)
            return missing;
        if (command.Fields is null || command.Fields.IsEmpty)
            return FormRefusals.NothingCorrected();
        if (Entered(turn, command) is { } wrong)
            return wrong;
        var decided = new DecidedOnForm(turn, command.Fields);
        if (decided.Refusal() is { } against)
            return against;
        turn.Apply(new FormCorrected(command.Fields, command.Document, turn.Stamp.Actor, command.Reasons));
        decided.RunAgain(turn, command.Reasons);
        return null;
    }

    private static Refusal? Entered(CaseLook look, CorrectForm command)
    {
        var asked = new AskedFields(Naming.Form, look.Definition.Form, look.Values);
        var corrected = Known(look).SetItems(command.Fields);
        return Payload.Fields(look.Definition, asked, corrected)
            ?? DayBounds.Check(look, EnteredDays.OfForm(look, corrected, command.Fields, command.Reasons));
    }

    internal static Refusal? MayCorrectForm(CaseLook look) =>
        MustHaveTheCase(look) ?? (look.Definition.Form.IsEmpty ? FormRefusals.None(Naming.Process(look.Definition)) : null);

    // The form is the leading office's to correct; what a concluded case was decided on, only its head's.
    private static Refusal? MustHaveTheCase(CaseLook look) => look.IsOpen ? Actors.MustBeOfLead(look) : Actors.MustLead(look);

    // What a definition before asked for and this one does not is history, not an error of the correction.
    private static ImmutableSortedDictionary<string, FieldValue> Known(CaseLook look) =>
        look.State.Form.RemoveRange(look.State.Form.Keys.Where(k => look.Definition.Form.All(f => f.Id != k)));
}

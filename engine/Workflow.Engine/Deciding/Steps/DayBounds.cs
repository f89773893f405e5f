using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Days that somebody enters, with what their bounds are asked of.</summary>
/// <param name="Where">The step, or the form.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Values">What was entered.</param>
/// <param name="Seen">The case, with what was entered as if it were recorded.</param>
/// <param name="Reasons">The reasons of the act; null for none.</param>
internal sealed record EnteredDays(
    NameValue Where,
    IReadOnlyList<Field> Fields,
    ImmutableSortedDictionary<string, FieldValue> Values,
    IValues Seen,
    string? Reasons
)
{
    internal static EnteredDays At(
        CaseLook look,
        string step,
        IReadOnlyList<Field> fields,
        ImmutableSortedDictionary<string, FieldValue> values,
        string? reasons
    ) => new(Naming.Step(look, step), fields, values, look.Recording(step, values), reasons);

    /// <param name="look">The decision.</param>
    /// <param name="form">The whole form as it will be.</param>
    /// <param name="entered">The part of it that is being entered now.</param>
    /// <param name="reasons">The reasons of the act; null where there is nothing to decide yet.</param>
    internal static EnteredDays OfForm(
        CaseLook look,
        ImmutableSortedDictionary<string, FieldValue> form,
        ImmutableSortedDictionary<string, FieldValue> entered,
        string? reasons = null
    ) =>
        new(
            Naming.Form,
            look.Definition.Form,
            entered,
            new CaseValues(look.Process, CaseState.Empty with { Form = form }, look.Calendar) { Today = look.On },
            reasons
        );
}

/// <summary>Whether a day lies where its field allows it: no hearing tomorrow where the notice has to come seven working days before.</summary>
internal static class DayBounds
{
    internal static Refusal? Check(CaseLook look, EnteredDays entered) =>
        entered.Fields.Select(f => Check(look, entered, f)).FirstOrDefault(r => r is not null);

    private static Refusal? Check(CaseLook look, EnteredDays entered, Field field) =>
        entered.Values.GetValueOrDefault(field.Id) is DateValue { Date: var day }
            ? Check(
                look,
                entered,
                field,
                new Side(field.NotBefore, first => day < first, (first, why) => FieldFaults.TooEarly(first, why, day))
            )
                ?? Check(
                    look,
                    entered,
                    field,
                    new Side(field.NotAfter, last => day > last, (last, why) => FieldFaults.TooLate(last, why, day))
                )
            : null;

    private static Refusal? Check(CaseLook look, EnteredDays entered, Field field, Side side)
    {
        if (side.Bounds.FirstOrDefault(b => Evaluation.IsTrue(b.When, entered.Seen)) is not { } bound)
            return null;
        if (Wrong(look, entered, side, bound) is { } wrong)
            return FieldRefusals.Invalid(entered.Where, Naming.Field(field), wrong);
        return bound.ReasonsRequired && PlainText.IsBlank(entered.Reasons)
            ? StepRefusals.ReasonsMissing(FieldRefusals.SuchADay(Naming.Field(field)))
            : null;
    }

    private static Message? Wrong(CaseLook look, EnteredDays entered, Side side, DayBound bound) =>
        Day(entered, bound) is not { } limit ? Unmarked(look, entered, bound)
        : side.IsBeyond(limit) ? side.Fault(limit, BoundWords.Of(look, bound.Day, entered.Seen))
        : null;

    private static DateOnly? Day(EnteredDays entered, DayBound bound) => (Evaluation.Value(bound.Day, entered.Seen) as DateValue)?.Date;

    // A day counted from what has not happened yet cannot be fixed; a field that nobody filled bounds nothing.
    private static Message? Unmarked(CaseLook look, EnteredDays entered, DayBound bound) =>
        ExpressionParts.Leaves(bound.Day).OfType<MomentDay>().FirstOrDefault(m => entered.Seen.Moment(m.Moment) is null) is { } moment
            ? FieldFaults.NoDayYet(Naming.Moment(look.Definition, moment.Moment))
            : null;

    /// <summary>One side of what a field allows for an entered day.</summary>
    /// <param name="Bounds">Its bounds on this side, of which the first whose condition holds applies.</param>
    /// <param name="IsBeyond">Whether the day lies beyond a bound.</param>
    /// <param name="Fault">What is said then, of the bound and why it is that day.</param>
    private sealed record Side(ImmutableArray<DayBound> Bounds, Func<DateOnly, bool> IsBeyond, Func<DateOnly, Message, Message> Fault);
}

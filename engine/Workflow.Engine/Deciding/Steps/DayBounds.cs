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
    ) =>
        new(
            Naming.Step(look, step),
            fields,
            values,
            new CaseValues(look.State, look.Calendar) { Recording = (StepKey.IdOf(step), values), Today = look.On },
            reasons
        );

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
            new CaseValues(CaseState.Empty with { Form = form }, look.Calendar) { Today = look.On },
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
            ? Holds(look, entered, field, Early(look, entered, field.NotBefore, day), field.NotBefore)
                ?? Holds(look, entered, field, Late(look, entered, field.NotAfter, day), field.NotAfter)
            : null;

    private static Refusal? Holds(CaseLook look, EnteredDays entered, Field field, Message? wrong, ImmutableArray<DayBound> bounds) =>
        wrong is not null ? FieldRefusals.Invalid(entered.Where, Naming.Field(field), wrong)
        : Applying(entered, bounds) is { ReasonsRequired: true } && PlainText.IsBlank(entered.Reasons)
            ? StepRefusals.ReasonsMissing(FieldRefusals.SuchADay(Naming.Field(field)))
        : null;

    private static Message? Early(CaseLook look, EnteredDays entered, ImmutableArray<DayBound> bounds, DateOnly day) =>
        Applying(entered, bounds) is not { } bound ? null
        : Day(entered, bound) is { } first
            ? day < first ? FieldFaults.TooEarly(first, BoundWords.Of(look, bound.Day, entered.Seen), day)
                : null
        : Unmarked(look, entered, bound);

    private static Message? Late(CaseLook look, EnteredDays entered, ImmutableArray<DayBound> bounds, DateOnly day) =>
        Applying(entered, bounds) is not { } bound ? null
        : Day(entered, bound) is { } last
            ? day > last ? FieldFaults.TooLate(last, BoundWords.Of(look, bound.Day, entered.Seen), day)
                : null
        : Unmarked(look, entered, bound);

    private static DayBound? Applying(EnteredDays entered, ImmutableArray<DayBound> bounds) =>
        bounds.FirstOrDefault(b => Evaluation.IsTrue(b.When, entered.Seen));

    private static DateOnly? Day(EnteredDays entered, DayBound bound) => (Evaluation.Value(bound.Day, entered.Seen) as DateValue)?.Date;

    // A day counted from what has not happened yet cannot be fixed; a field that nobody filled bounds nothing.
    private static Message? Unmarked(CaseLook look, EnteredDays entered, DayBound bound) =>
        ExpressionParts.Leaves(bound.Day).OfType<MomentDay>().FirstOrDefault(m => entered.Seen.Moment(m.Moment) is null) is { } moment
            ? FieldFaults.NoDayYet(Naming.Moment(look.Definition, moment.Moment))
            : null;
}

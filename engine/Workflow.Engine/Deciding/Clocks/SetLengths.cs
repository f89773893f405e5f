using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>
/// Lengths that the office sets itself in a number field: at most the period that the rule gives, or at least where it gives a
/// floor. Until the length is told, and where what is told cannot be, the period of the rule applies.
/// </summary>
internal static class SetLengths
{
    /// <summary>Returns the period that a limit has with what is told by now; null where the limit is a day.</summary>
    internal static Period? Of(LimitRule limit, IValues values) =>
        limit.SetBy is { } field && Evaluation.Value(field, values) is NumberValue told && IsWithin(limit, told.Number)
            ? limit.Period! with
            {
                Amount = (int)told.Number,
            }
            : limit.Period;

    /// <summary>Refuses a length that is none, or longer than its rule allows.</summary>
    /// <param name="look">The decision.</param>
    /// <param name="step">The id of the step that records the fields; null for the form.</param>
    /// <param name="values">The fields' values.</param>
    internal static Refusal? Check(CaseLook look, string? step, ImmutableSortedDictionary<string, FieldValue> values)
    {
        foreach (var (rule, limit) in look.Process.SetLimits)
            if (FieldOf(limit, step) is { } field && values.GetValueOrDefault(field) is NumberValue told && !IsWithin(limit, told.Number))
                return OutOfBounds(Naming.Field(Asked(look, step).First(f => f.Id == field)), rule, limit, told.Number);
        return null;
    }

    private static Refusal OutOfBounds(NameValue field, ClockRule rule, LimitRule limit, decimal told)
    {
        var found = told.ToString(CultureInfo.InvariantCulture);
        return limit.Kind == LimitKind.AtLeast
            ? ClockRefusals.LengthUnderFloor(field, Naming.Clock(rule), limit.Period!, found)
            : ClockRefusals.LengthOutOfBounds(field, Naming.Clock(rule), limit.Period!, found);
    }

    /// <summary>Derives again the clocks whose length a step has just told.</summary>
    internal static void OnTold(CaseTurn turn, string step)
    {
        foreach (var (rule, _) in turn.Process.SetLimits.Where(s => FieldOf(s.Limit, step) is not null))
        foreach (var clock in ClockKeeper.Open(turn).Where(c => c.Rule == rule.Id && c.Kind is LimitKind.UpTo or LimitKind.AtLeast))
            if (
                rule.Limits.FirstOrDefault(l => Evaluation.IsTrue(l.When, turn.Values)) is { } holds
                && holds.Kind == clock.Kind
                && Of(holds, turn.Values) is var period
                && period != clock.Period
            )
                ClockKeeper.Move(turn, clock, clock with { Period = period }, ClockCause.Set, null);
    }

    private static IEnumerable<Field> Asked(CaseLook look, string? step) =>
        step is null ? look.Definition.Form
        : look.Process.Find(step) is WorkNode node ? Outline.Asks(node)
        : [];

    private static bool IsWithin(LimitRule limit, decimal told) =>
        told == decimal.Truncate(told)
        && (
            limit.Kind == LimitKind.AtLeast
                ? told >= limit.Period!.Amount && told <= Period.Longest
                : told >= 1 && told <= limit.Period!.Amount
        );

    private static string? FieldOf(LimitRule limit, string? step) =>
        limit.SetBy switch
        {
            StepField f => f.Step == step ? f.Field : null,
            FormField f => step is null ? f.Field : null,
            Operand or Condition or null => null,
            _ => throw new UnreachableException($"No answer for {limit.SetBy.GetType().Name}."),
        };
}

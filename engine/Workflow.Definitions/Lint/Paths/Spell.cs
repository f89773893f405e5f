using System.Diagnostics;
using Workflow.Definitions.Expressions;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>Writes an expression as a designer would, so that equal questions have equal spellings.</summary>
internal static class Spell
{
    public static string Of(Expression expression) =>
        expression switch
        {
            Not n => $"not ({Of(n.Inner)})",
            Both b => $"{Of(b.Left)} and {Of(b.Right)}",
            Either e => $"({Of(e.Left)} or {Of(e.Right)})",
            Comparison c => $"{Of(c.Left)} {Signs.Of(c.Sign)} {Of(c.Right)}",
            OneOf o => $"{Of(o.Item)} in [{string.Join(", ", o.Options.Select(Of))}]",
            PeriodBefore p => $"{p.Period} before {Of(p.Day)}",
            PeriodAfter p => $"{p.Period} after {Of(p.Day)}",
            Sum s => $"{Of(s.Left)} + {Of(s.Right)}",
            Remainder d => $"{Of(d.Left)} - {Of(d.Right)}",
            IsMarked or Operand => Name(expression),
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    private static string Name(Expression expression) =>
        expression switch
        {
            OutcomeOf o => o.Step,
            StepField f => $"{f.Step}.{f.Field}",
            FormField f => $"form.{f.Field}",
            DocumentNumber d => $"{d.Document}.number",
            MaterialStanding m => $"material.{m.Material}",
            DocumentValidity d => $"{d.Document}.valid-until",
            MaterialValidity m => $"material.{m.Material}.valid-until",
            MomentDay m => m.Moment,
            IsMarked m => m.Moment,
            ActDay => "today",
            RemedyOrder => "remedies",
            RowField or RowOutcomeOf or RowStepField or Literal or NoneLiteral => OfRow(expression),
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    private static string OfRow(Expression expression) =>
        expression switch
        {
            RowField r => $"row.{r.Column}",
            RowOutcomeOf r => $"row.{r.Step}",
            RowStepField r => $"row.{r.Step}.{r.Field}",
            Literal l => Value(l.Value),
            NoneLiteral => "none",
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    private static string Value(FieldValue value) =>
        value switch
        {
            TextValue t => $"'{t.Text}'",
            NumberValue n => n.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            DateValue d => $"{d.Date:yyyy-MM-dd}",
            TruthValue t => t.Yes ? "true" : "false",
            RowsValue or SealedValue => "?",
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };
}

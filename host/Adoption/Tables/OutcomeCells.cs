using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Host.Adoption.Tables;

/// <summary>
/// Reads the outcomes of steps. A step that ran several times has its outcomes, days, persons, reasons and fields in the same
/// order, between semicolons.
/// </summary>
internal sealed class OutcomeCells(ToldCells cells)
{
    // One of the runs of a step, counted from 0, and how many there are.
    private sealed record OutcomeRun(string Step, int Place, int Of)
    {
        internal bool IsOnly => Of == 1;
    }

    internal IEnumerable<ToldAct> Outcomes() => cells.Of(Tells.Outcome).SelectMany(Outcomes);

    private IEnumerable<ToldAct> Outcomes(ToldColumn column)
    {
        var (outcomes, days) = (cells.Parts(column), cells.Texts(Tells.On, column.Name));
        if (!HasDays(column, outcomes.Length, days.Length))
            return [];
        CheckPersons(column, outcomes.Length);
        return outcomes.Select((outcome, i) => Act(new OutcomeRun(column.Name, i, outcomes.Length), outcome, days[i])).OfType<ToldAct>();
    }

    private bool HasDays(ToldColumn column, int outcomes, int days)
    {
        if (outcomes == days)
            return true;
        cells.Blame(cells.Column(Tells.On, column.Name) ?? column, CellFaults.Days($"{column.Name}.on", column.Title, outcomes, days));
        return false;
    }

    // One act may name several people; several acts need one group of people each.
    private void CheckPersons(ToldColumn column, int outcomes)
    {
        if (outcomes > 1 && cells.Texts(Tells.Person, column.Name).Length > outcomes)
            cells.Blame(cells.Column(Tells.Person, column.Name)!, CellFaults.StrayPersons(column.Title, outcomes));
    }

    private ToldAct? Act(OutcomeRun run, string outcome, string day)
    {
        var persons = cells.Persons(cells.Column(Tells.Person, run.Step), Part(Tells.Person, run));
        return cells.Day(cells.Column(Tells.On, run.Step), day) is not { } on
            ? null
            : new ToldAct
            {
                Step = run.Step,
                Outcome = outcome,
                On = on,
                By = Part(Tells.By, run),
                Persons = persons,
                Reasons = Part(Tells.Reasons, run),
                Fields = Fields(run),
            };
    }

    private string? Part(Tells tells, OutcomeRun run) =>
        run.IsOnly ? cells.Text(tells, run.Step) : Filled(cells.Texts(tells, run.Step).ElementAtOrDefault(run.Place));

    private ImmutableSortedDictionary<string, FieldValue> Fields(OutcomeRun run) =>
        cells
            .Of(Tells.Asked)
            .Where(c => c.Name == run.Step)
            .Select(c => (c.Field!.Id, Value: Part(c, run) is { } text ? cells.Value(c, text) : null))
            .Where(v => v.Value is not null)
            .ToImmutableSortedDictionary(v => v.Id, v => v.Value!);

    private string? Part(ToldColumn column, OutcomeRun run) =>
        run.IsOnly ? cells.Cell(column) : Filled(Runs(column).ElementAtOrDefault(run.Place)?.Trim());

    private IEnumerable<string> Runs(ToldColumn column) =>
        column.Field!.Type == FieldType.Rows ? ToldTable.Parts(cells.Cell(column)!) : cells.Parts(column);

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;
}

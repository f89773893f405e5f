using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Record.State;

/// <summary>What expressions see of a case.</summary>
/// <param name="state">The case.</param>
/// <param name="calendar">The calendar for counting back.</param>
/// <param name="row">The row that is asked about, counted from 1; null outside of one.</param>
internal sealed class CaseValues(CaseState state, WorkCalendar calendar, int? row = null) : IValues
{
    /// <summary>Moments that are supposed to come on a day as long as they are not marked.</summary>
    internal (ImmutableArray<string> Moments, DateOnly On)? Supposed { get; init; }

    public WorkCalendar Calendar => calendar;

    public string? Outcome(string step) => state.Steps.GetValueOrDefault(step)?.Outcome;

    public FieldValue? StepField(string step, string field) =>
        state.Steps.GetValueOrDefault(step)?.Completed?.Fields.GetValueOrDefault(field);

    public FieldValue? Form(string field) => state.Form.GetValueOrDefault(field);

    public string? DocumentNumber(string document) =>
        state.Documents.LastOrDefault(d => d.Void is null && d.Issued.Document == document)?.Issued.Number;

    public string Material(string material) => Standings.Word(Standings.Of(state, material));

    public FieldValue? RowField(string? step, string table, string column) =>
        row is { } number && FilledTables.RowsOf(state, step, table) is var rows && number <= rows.Length
            ? rows[number - 1].GetValueOrDefault(column)
            : null;

    public string? RowOutcome(string step) => row is { } number ? Outcome(StepKey.OfRow(step, number)) : null;

    public FieldValue? RowStepField(string step, string field) => row is { } number ? StepField(StepKey.OfRow(step, number), field) : null;

    public DateOnly? Moment(string moment) => state.Moments.GetValueOrDefault(moment)?.Day ?? SupposedDay(moment);

    private DateOnly? SupposedDay(string moment) => Supposed is { } supposed && supposed.Moments.Contains(moment) ? supposed.On : null;
}

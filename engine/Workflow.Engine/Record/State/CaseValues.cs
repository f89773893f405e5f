using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>What expressions see of a case.</summary>
/// <param name="process">Its definition.</param>
/// <param name="state">The case.</param>
/// <param name="calendar">The calendar for counting back.</param>
/// <param name="row">The row that is asked about, counted from 1; null outside of one.</param>
internal sealed class CaseValues(PublishedProcess process, CaseState state, WorkCalendar calendar, int? row = null) : IValues
{
    /// <summary>Moments that are supposed to come on a day as long as they are not marked.</summary>
    internal (ImmutableArray<string> Moments, DateOnly On)? Supposed { get; init; }

    /// <summary>The fields that the act in question records at a step, which nobody else sees yet; null for none.</summary>
    internal (string Step, ImmutableSortedDictionary<string, FieldValue> Fields)? Recording { get; init; }

    /// <inheritdoc/>
    public DateOnly? Today { get; init; }

    public string? Remedies =>
        state.Documents.Reverse().Where(d => d.Void is null).Select(d => Told(d.Issued)).FirstOrDefault(w => w is not null);

    public WorkCalendar Calendar => calendar;

    public string? Outcome(string step) => state.Steps.GetValueOrDefault(step)?.Outcome;

    public FieldValue? StepField(string step, string field) =>
        Recording is { } now && now.Step == step
            ? now.Fields.GetValueOrDefault(field)
            : state.Steps.GetValueOrDefault(step)?.Completed?.Fields.GetValueOrDefault(field);

    public FieldValue? Form(string field) => state.Form.GetValueOrDefault(field);

    public string? DocumentNumber(string document) => state.LatestPaper(document)?.Number;

    public DateOnly? ValidUntil(string document) => state.LatestPaper(document)?.ValidUntil;

    public DateOnly? MaterialUntil(string material) => Standings.Last(state, material)?.Until;

    public string Material(string material) => Standings.Word(Standings.Of(state, material));

    public FieldValue? RowField(string? step, string table, string column) =>
        row is { } number && FilledTables.RowsOf(state, step, table) is var rows && number <= rows.Length
            ? rows[number - 1].GetValueOrDefault(column)
            : null;

    public string? RowOutcome(string step) => row is { } number ? Outcome(StepKey.OfRow(step, number)) : null;

    public FieldValue? RowStepField(string step, string field) => row is { } number ? StepField(StepKey.OfRow(step, number), field) : null;

    public DateOnly? Moment(string moment) => state.Moments.GetValueOrDefault(moment)?.Day ?? SupposedDay(moment);

    private string? Told(DocumentIssued issued) =>
        process.Definition.Documents.Any(d => d.Id == issued.Document && d.StatesRemedies)
        && process.Find(issued.Step) is { } node
        && state.Steps.GetValueOrDefault(issued.Step)?.Outcome is { } outcome
            ? RemedyWords.Of(Outline.Bodies(node).FirstOrDefault(b => b.Id == outcome)?.Remedies)
            : null;

    private DateOnly? SupposedDay(string moment) => Supposed is { } supposed && supposed.Moments.Contains(moment) ? supposed.On : null;
}

using Workflow.Engine.Calendars;
using Workflow.Engine.Expressions;

namespace Workflow.Engine.Cases;

/// <summary>What expressions see of a case.</summary>
internal sealed class CaseValues(CaseState state, WorkCalendar calendar) : IValues
{
    public WorkCalendar Calendar => calendar;

    public string? Outcome(string step) => state.Steps.GetValueOrDefault(step)?.Outcome;

    public FieldValue? StepField(string step, string field) => state.Steps.GetValueOrDefault(step)?.Completed?.Fields.GetValueOrDefault(field);

    public FieldValue? Form(string field) => state.Form.GetValueOrDefault(field);

    public string? DocumentNumber(string document) =>
        state.Documents.LastOrDefault(d => d.VoidReason is null && d.Issued.Document == document)?.Issued.Number;

    public string Material(string material) => Materials.Standings.Word(Materials.Standings.Of(state, material));

    public DateOnly? Moment(string moment) => state.Moments.GetValueOrDefault(moment)?.Day;
}

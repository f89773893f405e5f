using Workflow.Engine.Calendars;

namespace Workflow.Engine.Expressions;

/// <summary>What an expression may look at. Null means none.</summary>
public interface IValues
{
    /// <summary>The outcome of a step's latest instance.</summary>
    string? Outcome(string step);

    /// <summary>A field recorded with a step's latest instance.</summary>
    FieldValue? StepField(string step, string field);

    /// <summary>A field of the form.</summary>
    FieldValue? Form(string field);

    /// <summary>The number of the latest valid document of a type.</summary>
    string? DocumentNumber(string document);

    /// <summary>The order of remedies that the latest valid document told the parties.</summary>
    string? Remedies => null;

    /// <summary>The last day on which the latest valid document of a type is valid.</summary>
    DateOnly? ValidUntil(string document) => null;

    /// <summary>The last day on which a material is valid.</summary>
    DateOnly? MaterialUntil(string material) => null;

    /// <summary>How a material stands, in lower case.</summary>
    string Material(string material);

    /// <summary>The legal day of a moment.</summary>
    DateOnly? Moment(string moment);

    /// <summary>A column of the row that is asked about.</summary>
    FieldValue? RowField(string table, string column);

    /// <summary>What a step's latest instance for the row that is asked about came to.</summary>
    string? RowOutcome(string step);

    /// <summary>A field recorded with a step's latest instance for the row that is asked about.</summary>
    FieldValue? RowStepField(string step, string field);

    /// <summary>The day of the act whose days are checked; null for every other question.</summary>
    DateOnly? Today => null;

    /// <summary>The calendar for counting in working days.</summary>
    WorkCalendar Calendar { get; }
}

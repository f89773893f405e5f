using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>
/// What a guard sees: the case as it stands in this decision, and no way to change it. Appliers get the
/// <see cref="CaseTurn"/>; a guard that is handed one can only read it.
/// </summary>
internal class CaseLook(PublishedProcess process, CaseState state, Stamp stamp, PublishedProcess? from = null)
{
    private protected readonly List<CaseEvent> _events = [];

    internal PublishedProcess Process { get; } = process;

    /// <summary>The definition that the case is bound to while it moves to <see cref="Process"/>; null for every other decision.</summary>
    internal PublishedProcess? From { get; } = from;

    internal ProcessDefinition Definition => Process.Definition;

    internal Stamp Stamp { get; } = stamp;

    internal CaseState State { get; private protected set; } = state;

    /// <summary>What another system reports of the day that is lived again; null for every other decision.</summary>
    internal ToldFacts? Told { get; init; }

    /// <summary>What has happened so far.</summary>
    internal IReadOnlyList<CaseEvent> Events => _events;

    internal WorkCalendar Calendar => Stamp.Calendar;

    /// <summary>The day on which what happens takes effect: the effective day, or a later one that it had to wait for.</summary>
    internal DateOnly On { get; private protected set; } = stamp.EffectiveOn;

    /// <summary>The recorded day in the authority's zone.</summary>
    internal DateOnly Today { get; } = stamp.Calendar.DayOf(stamp.RecordedAt);

    internal IValues Values => new CaseValues(Process, State, Calendar);

    /// <summary>What expressions see once an act has recorded its fields at a step.</summary>
    internal IValues Recording(string step, ImmutableSortedDictionary<string, FieldValue> fields) =>
        new CaseValues(Process, State, Calendar) { Recording = (StepKey.IdOf(step), fields), Today = On };

    internal bool IsOpen => State.Stage == CaseStage.Open;
}

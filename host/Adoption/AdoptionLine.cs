using System.Collections.Immutable;
using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Host.Adoption.Tables;
using Workflow.Host.Wording;

namespace Workflow.Host.Adoption;

/// <summary>What became of a row.</summary>
public enum AdoptionFate
{
    /// <summary>It runs here, or in a dry run would.</summary>
    Adopted,

    /// <summary>It was taken over before.</summary>
    Already,

    /// <summary>It was refused, and nothing of it is written.</summary>
    Refused,
}

/// <summary>The report of one row.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="NumberThere">The number that the case has in the other system.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Case">Its number here; null where it was refused, and in a dry run, which takes no number.</param>
public sealed record AdoptionLine(int Line, string NumberThere, AdoptionFate Fate, string? Case = null)
{
    /// <summary>The open steps, each with those who act there.</summary>
    public ImmutableArray<OpenTask> Open { get; init; } = [];

    /// <summary>The clocks that run, by their last day.</summary>
    public ImmutableArray<RunningClock> Clocks { get; init; } = [];

    /// <summary>What is known too little of to be checked, or was not as it should have been there; none of it stands in the way.</summary>
    public ImmutableArray<SpokenNote> Notes { get; init; } = [];

    /// <summary>Everything that is wrong with it.</summary>
    public ImmutableArray<PlacedNote> Problems { get; init; } = [];

    /// <param name="Step">The step.</param>
    /// <param name="Posts">Whose turn it is.</param>
    /// <param name="Holder">Who has taken it; null for nobody.</param>
    public sealed record OpenTask(string Step, ImmutableArray<string> Posts, string? Holder);

    /// <param name="Clock">Its id.</param>
    /// <param name="Due">The last day; null while it is paused.</param>
    /// <param name="Left">The units left while it is paused.</param>
    /// <param name="Overdue">Whether that day is past.</param>
    public sealed record RunningClock(string Clock, DateOnly? Due, int? Left, bool Overdue);

    public static AdoptionLine Of(ToldRow row, PublishedProcess process, CaseState state, DateOnly today) =>
        new(row.Line, row.Number, AdoptionFate.Adopted, state.Number)
        {
            Open = [.. Tasks(process, state)],
            Clocks = [.. Running(state, today)],
            Notes = [.. ToldSeparation.Notes(process, state).Select(n => new SpokenNote(n.Message))],
        };

    public static AdoptionLine Refused(ToldRow row, ImmutableArray<PlacedNote> problems) =>
        new(row.Line, row.Number, AdoptionFate.Refused) { Problems = problems };

    private static IEnumerable<OpenTask> Tasks(PublishedProcess process, CaseState state) =>
        state
            .Steps.Values.Where(s => s.Status == StepStatus.Open && process.IsTask(s.Key))
            .Select(s => new OpenTask(s.Key, [.. Turns.Waiting(process, s).Select(e => e.Person ?? e.Key)], s.ClaimedBy));

    private static IEnumerable<RunningClock> Running(CaseState state, DateOnly today) =>
        state
            .Clocks.Values.Where(c => c.IsOpen)
            .OrderBy(c => c.Step is not null)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => new RunningClock(c.Id, c.IsPaused ? null : c.DueOn, c.Left, !c.IsPaused && c.DueOn < today));
}

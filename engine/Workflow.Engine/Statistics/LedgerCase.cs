using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Statistics;

/// <summary>Reads from a case's entries what statistics count. It decides nothing: days, clocks and results stand in the entries.</summary>
public static class LedgerCase
{
    /// <summary>The moment that a process marks when an application is received.</summary>
    public const string Received = "received";

    /// <summary>The moment that a process marks when an application is accepted 受理. A process that marks none accepts with the receipt.</summary>
    public const string Accepted = "accepted";

    /// <summary>The names of the breakdowns.</summary>
    public const string ByOutcome = "outcome",
        ByProcess = "process",
        ByDepartment = "department";

    /// <summary>Counts one case for a span of days.</summary>
    /// <param name="process">The definition that binds it.</param>
    /// <param name="state">The case as it stands.</param>
    /// <param name="concludedOn">The effective day of its conclusion; null while it is open.</param>
    /// <param name="from">The first day of the span, included; null for the beginning.</param>
    /// <param name="to">The last day, included; null without end.</param>
    /// <returns>The case; null when it was received after the span, or gone before it.</returns>
    public static CountedCase? Of(PublishedProcess process, CaseState state, DateOnly? concludedOn, DateOnly? from, DateOnly? to)
    {
        var received = state.Moments.GetValueOrDefault(Received)?.Day ?? state.LodgedOn;
        var isBefore = received < from;
        if (received > to || (isBefore && concludedOn < from))
            return null;
        var isConcluded = concludedOn is { } day && (to is null || day <= to);
        var admission = Admitted(process, state, isConcluded, to);
        // What was turned away at the door before the span, or still stood there, is no work carried over.
        if (isBefore && admission != Admission.Accepted)
            return null;
        var disposal = Disposed(process, state, isConcluded);
        return new CountedCase
        {
            Number = state.Number,
            CarriedOver = isBefore,
            Admission = admission,
            Disposal = disposal,
            OnTime = disposal == Disposal.Pending ? null : IsOnTime(state),
            IsOverdue = disposal == Disposal.Pending && IsOverdue(state, to),
            HasRuleOutcome = Runs(state).Any(s => s.Completed?.Because is RanOut or SamePerson),
            Categories = Categories(state, disposal),
        };
    }

    /// <summary>Whether a clock that has ended was kept; null while it runs, and for a floor, which nobody can miss.</summary>
    public static bool? WasKept(ClockState clock) =>
        clock.Kind == LimitKind.AtLeast
            ? null
            : clock.Status switch
            {
                ClockStatus.Overdue => false,
                ClockStatus.Elapsed => true,
                ClockStatus.Running or ClockStatus.Stopped => clock.EndedOn is { } ended ? ended <= clock.DueOn : null,
                _ => throw new UnreachableException($"No answer for {clock.Status}."),
            };

    private static Disposal Disposed(PublishedProcess process, CaseState state, bool isConcluded) =>
        !isConcluded ? Disposal.Pending
        : IsWithdrawn(process, state) ? Disposal.Withdrawn
        : Disposal.Concluded;

    private static Admission Admitted(PublishedProcess process, CaseState state, bool isConcluded, DateOnly? to)
    {
        if (!HasDoor(process) || WasAccepted(state, to))
            return Admission.Accepted;
        return isConcluded ? Admission.NotAccepted : Admission.Undecided;
    }

    private static bool HasDoor(PublishedProcess process) =>
        Outline.All(process.Definition).SelectMany(Outline.Bodies).SelectMany(o => o.Marks).Any(m => m.Moment == Accepted);

    private static bool WasAccepted(CaseState state, DateOnly? to) =>
        state.Moments.GetValueOrDefault(Accepted) is { } accepted && (to is null || accepted.Day <= to);

    // The party leaves by a step of its own that may be opened at any time, and by the result in which that ends.
    private static bool IsWithdrawn(PublishedProcess process, CaseState state) =>
        process
            .Definition.AnyTime.Where(s => s.By is PartyRole)
            .SelectMany(Outline.Bodies)
            .Any(o => o.Exit is EndExit end && end.Result == state.Result);

    private static bool IsOverdue(CaseState state, DateOnly? to) =>
        state.Clocks.Values.Any(c => c.IsOfCase && (to is null || c.DueOn <= to) && WasKept(c) == false);

    private static bool? IsOnTime(CaseState state)
    {
        var kept = state.Clocks.Values.Where(c => c.IsOfCase).Select(WasKept).Where(k => k is not null).ToList();
        return kept.Count == 0 ? null : kept.TrueForAll(k => k == true);
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Categories(CaseState state, Disposal disposal) =>
        ImmutableDictionary<string, ImmutableArray<string>>
            .Empty.Add(ByProcess, [state.Process])
            .Add(ByOutcome, disposal == Disposal.Pending || state.Result is null ? [] : [state.Result])
            .Add(ByDepartment, [.. Departments(state).Distinct(StringComparer.Ordinal)]);

    private static IEnumerable<string> Departments(CaseState state) =>
        Runs(state).SelectMany(s => s.Entitled).Select(e => e.Organisation).OfType<string>();

    private static IEnumerable<StepState> Runs(CaseState state) => state.Steps.Values.Concat(state.Superseded);
}

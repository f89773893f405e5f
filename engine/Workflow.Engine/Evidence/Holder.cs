using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>What held a clock.</summary>
public enum HolderKind
{
    /// <summary>An office whose post had to act.</summary>
    Office,

    /// <summary>A party that had to act.</summary>
    Party,

    /// <summary>A procedure that the limit does not count.</summary>
    Procedure,

    /// <summary>A step that waits for another case, an outside system or a day.</summary>
    Waiting,

    /// <summary>Nobody: no task was open, as between the effective day of an act and the day it was recorded.</summary>
    Nobody,
}

/// <summary>Who held a clock at a time.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The organisation, the party's role, the ground, or the waiting step; empty for nobody.</param>
/// <param name="Step">The step at which it had to act; null for a procedure and for nobody.</param>
/// <param name="Post">The post as the definition writes it, such as <c>aic.officer</c>; null where none is.</param>
/// <param name="Person">The person: the party, or the officer who had taken the task; null where nobody had.</param>
public sealed record Holder(HolderKind Kind, string Id, string? Step = null, string? Post = null, string? Person = null)
{
    /// <summary>Nobody.</summary>
    public static Holder Nobody { get; } = new(HolderKind.Nobody, "");

    /// <summary>Returns those whose turn it is at an open step.</summary>
    internal static IEnumerable<Holder> Of(PublishedProcess process, StepState step) =>
        Turns.Waiting(process, step).Select(e => Of(step, e)).DefaultIfEmpty(new Holder(HolderKind.Waiting, step.Key, step.Key));

    /// <summary>Returns those whose turn it is in a case; nobody where no task is open.</summary>
    internal static ImmutableArray<Holder> Of(PublishedProcess process, CaseState state) =>
        Ordered(state.OpenTasks(process).SelectMany(s => Of(process, s)));

    /// <summary>Each once, in a fixed order; nobody where there is none.</summary>
    internal static ImmutableArray<Holder> Ordered(IEnumerable<Holder> holders) =>
        [
            .. holders
                .Distinct()
                .DefaultIfEmpty(Nobody)
                .OrderBy(h => h.Kind)
                .ThenBy(h => h.Id, StringComparer.Ordinal)
                .ThenBy(h => h.Step, StringComparer.Ordinal)
                .ThenBy(h => h.Post, StringComparer.Ordinal),
        ];

    private static Holder Of(StepState step, Entitlement who) =>
        who switch
        {
            { Organisation: { } organisation } => new Holder(
                HolderKind.Office,
                organisation,
                step.Key,
                who.Key,
                who.Person ?? step.ClaimedBy
            ),
            { Person: { } person } => new Holder(HolderKind.Party, who.Key, step.Key, null, person),
            _ => new Holder(HolderKind.Waiting, step.Key, step.Key, who.Key),
        };
}

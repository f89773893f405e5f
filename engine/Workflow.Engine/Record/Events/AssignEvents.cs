using System.Text.Json.Serialization;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>A rule gave a task of a post, or the answer of a participant in a joint review, to one person, who holds it as by claim.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Person">Who got it.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Post">The post whose task it is.</param>
/// <param name="Candidates">From how many who were there and might have done it; at least 1.</param>
/// <param name="Turn">The turn at the post, counted upwards over all cases.</param>
public sealed record StepAssigned(string Step, string Person, AssignedBy Rule, Post Post, int Candidates, long Turn) : CaseEvent
{
    /// <summary>The participant of a joint review for whom the person answers; null for a step of one post.</summary>
    public string? Participant { get; init; }
}

/// <summary>Nobody of the post may do what was opened on that day.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Post">The post as the definition writes it.</param>
/// <param name="Holders">How many hold it, absent ones included.</param>
/// <param name="Instead">The post that is entitled in its place; null where the task waits and a person must look at it.</param>
public sealed record StepUnattended(string Step, string Post, int Holders, string? Instead) : CaseEvent
{
    /// <summary>The participant of a joint review for whom nobody may answer; null for a step of one post.</summary>
    public string? Participant { get; init; }
}

/// <summary>By which rule one person of a post was chosen. The stored names are fixed for ever.</summary>
public enum AssignedBy
{
    /// <summary>Who has the fewest open tasks.</summary>
    [JsonStringEnumMemberName("least-loaded")]
    LeastLoaded,

    /// <summary>Who was given a task of the post longest ago.</summary>
    [JsonStringEnumMemberName("round-robin")]
    RoundRobin,

    /// <summary>Who had the run before.</summary>
    [JsonStringEnumMemberName("held-before")]
    HeldBefore,
}

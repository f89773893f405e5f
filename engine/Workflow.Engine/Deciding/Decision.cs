using System.Collections.Immutable;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>The answer to a command. A closed set.</summary>
public abstract record Decision;

/// <summary>It happened.</summary>
/// <param name="Events">What happened, in order; at least one.</param>
/// <param name="State">The state after it, the entry counted.</param>
public sealed record Accepted(ImmutableArray<CaseEvent> Events, CaseState State) : Decision;

/// <summary>It did not happen, and nothing is written.</summary>
/// <param name="Refusal">Why.</param>
public sealed record Refused(Refusal Refusal) : Decision;

/// <summary>It would happen, but needs facts: say who holds each post, take the next number of each series, in this order, and decide again.</summary>
/// <param name="Series">The series in the order of their names; one that gives several numbers stands there as often. Empty as long as posts are asked for: who gets a task may change what is issued.</param>
public sealed record Wanting(ImmutableArray<string> Series) : Decision
{
    /// <summary>The posts of the tasks that open.</summary>
    public ImmutableArray<Post> Posts { get; init; } = [];
}

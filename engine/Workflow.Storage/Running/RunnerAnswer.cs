using System.Collections.Immutable;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Running;

/// <summary>What came of a command. A closed set.</summary>
public abstract record RunnerAnswer;

/// <summary>It was decided and is on disk.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Entry">The number of the command's own entry.</param>
/// <param name="Events">What happened.</param>
/// <param name="State">The case right after that entry.</param>
/// <param name="IsRepeated">Whether this is the answer to an earlier submission under the same key.</param>
public sealed record Written(string Case, long Entry, ImmutableArray<CaseEvent> Events, CaseState State, bool IsRepeated = false)
    : RunnerAnswer;

/// <summary>It was refused. What was due on the case before it is written all the same.</summary>
/// <param name="Refusal">Why; <c>request.key_reused</c> and <c>step.revision_changed</c> among others.</param>
public sealed record NotWritten(Refusal Refusal) : RunnerAnswer;

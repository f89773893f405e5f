using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>The definitions that a case was bound to, one after the other: what happened under an earlier one is explained by it.</summary>
public sealed class CaseDefinitions
{
    /// <summary>Makes the definitions of a case that was never moved to another.</summary>
    public CaseDefinitions(PublishedProcess only) => All = [only];

    private CaseDefinitions(ImmutableArray<PublishedProcess> all) => All = all;

    /// <summary>All of them, the latest first.</summary>
    public ImmutableArray<PublishedProcess> All { get; }

    /// <summary>The definition it is bound to after its entries.</summary>
    public PublishedProcess Latest => All[0];

    /// <summary>Returns the definitions that the entries of a case name.</summary>
    /// <param name="entries">The entries in order; at least one.</param>
    /// <param name="bound">A definition by its digest.</param>
    public static CaseDefinitions Of(IEnumerable<LedgerEntry> entries, Func<string, PublishedProcess> bound) =>
        new([.. entries.Select(e => e.Definition).Reverse().Distinct().Select(bound)]);

    /// <summary>Returns the definition with a digest; the latest where none of the case's has it.</summary>
    public PublishedProcess Bound(string digest) => All.FirstOrDefault(p => p.Digest == digest) ?? Latest;

    /// <summary>Returns the latest definition that has a step; the latest of all where none has it.</summary>
    public PublishedProcess Of(string key) => All.FirstOrDefault(p => p.Find(key) is not null) ?? Latest;

    /// <summary>Returns the latest definition that has a clock's rule; the latest of all where none has it.</summary>
    public PublishedProcess Of(ClockState clock) => All.FirstOrDefault(p => ClockRules.Find(p, clock) is not null) ?? Latest;

    /// <summary>Returns the rule that a clock stands on, or stood on when it ended.</summary>
    /// <exception cref="KeyNotFoundException">No definition has such a rule: the case and the definitions do not belong together.</exception>
    public ClockRule Rule(ClockState clock) => ClockRules.Of(Of(clock), clock);
}

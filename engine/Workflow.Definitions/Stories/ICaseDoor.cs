using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Definitions.Stories;

/// <summary>The door that a story is played through: a simulation in memory, or a real ledger on simulated time.</summary>
public interface ICaseDoor
{
    /// <summary>Does everything that falls due up to and including a moment, each at its own instant, across all cases.</summary>
    /// <param name="to">The moment, in UTC; never before an earlier one.</param>
    void Advance(DateTimeOffset to);

    /// <summary>Passes one command, after everything due at that moment.</summary>
    /// <param name="number">The case; null to lodge one.</param>
    /// <param name="request">The command.</param>
    /// <param name="at">The recorded moment, in UTC; never before an earlier one.</param>
    DoorAnswer Submit(string? number, Request request, DateTimeOffset at);

    /// <summary>Returns a case as it stands; null when there is none with this number.</summary>
    CaseState? State(string number);

    /// <summary>Returns the entries of a case in order; empty when there is none with this number.</summary>
    ImmutableArray<LedgerEntry> Entries(string number);

    /// <summary>The numbers of all cases in the order of their opening.</summary>
    ImmutableArray<string> Cases { get; }
}

/// <summary>What came of a command.</summary>
/// <param name="Case">The case's number; null when a lodging was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
public sealed record DoorAnswer(string? Case, Refusal? Refusal);

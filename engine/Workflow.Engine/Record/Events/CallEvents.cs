using System.Collections.Immutable;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>A called case was lodged.</summary>
/// <param name="Step">The key of the step that called.</param>
/// <param name="Run">Its run, from 1.</param>
/// <param name="Case">The called case's number.</param>
public sealed record CalledCaseNamed(string Step, int Run, string Case) : CaseEvent;

/// <summary>Nothing waits for a called case any more: it is told to terminate.</summary>
/// <param name="Step">The key of the step that called.</param>
/// <param name="Run">Its run, from 1.</param>
/// <param name="Case">The called case's number; null while it is not known, and then told again once it is.</param>
public sealed record CallAbandoned(string Step, int Run, string? Case) : CaseEvent;

/// <summary>A called case has ended.</summary>
/// <param name="Step">The key of the step that called.</param>
/// <param name="Run">Its run, from 1.</param>
/// <param name="Result">Its result.</param>
/// <param name="Use">What becomes of the result.</param>
/// <param name="Entitled">Who now decides how the calling case goes on; empty where nobody has to.</param>
public sealed record CallEnded(string Step, int Run, string Result, CallUse Use, ImmutableArray<Entitlement> Entitled) : CaseEvent;

/// <summary>The case has its result, and is concluded with it once the cases it called have ended.</summary>
/// <param name="Result">The result.</param>
/// <param name="On">The effective day of what ended it.</param>
/// <param name="Cases">The numbers of those that still run.</param>
public sealed record ConclusionAwaited(string Result, DateOnly On, ImmutableArray<string> Cases) : CaseEvent;

/// <summary>What becomes of a called case's result.</summary>
public enum CallUse
{
    /// <summary>It is the outcome of the step that called.</summary>
    Taken,

    /// <summary>The step that called has no outcome for it: a person decides.</summary>
    Unmapped,

    /// <summary>Nothing waits for it any more.</summary>
    Dropped,
}

/// <summary>A case that this one called.</summary>
/// <param name="Step">The key of the step that called.</param>
/// <param name="Run">Its run, from 1.</param>
/// <param name="Case">Its number; null until it is lodged.</param>
/// <param name="Ended">Whether it is concluded.</param>
public sealed record CalledCase(string Step, int Run, string? Case, bool Ended);

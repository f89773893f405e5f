using System.Collections.Immutable;

namespace Workflow.Engine.Statistics;

/// <summary>What became of an application at the door.</summary>
public enum Admission
{
    /// <summary>Nobody has decided yet.</summary>
    Undecided,

    /// <summary>It was accepted 受理.</summary>
    Accepted,

    /// <summary>It was not accepted 不予受理.</summary>
    NotAccepted,
}

/// <summary>What became of a case that was accepted.</summary>
public enum Disposal
{
    /// <summary>Work goes on.</summary>
    Pending,

    /// <summary>It was concluded 办结.</summary>
    Concluded,

    /// <summary>The party withdrew it.</summary>
    Withdrawn,
}

/// <summary>A case as statistics count it, for a span of days.</summary>
public sealed record CountedCase
{
    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it was accepted before the span and still pending when that began. Otherwise it was received in the span.</summary>
    public bool CarriedOver { get; init; }

    /// <summary>What became of it at the door.</summary>
    public required Admission Admission { get; init; }

    /// <summary>What became of it in the span; a case not accepted is pending in no sense.</summary>
    public Disposal Disposal { get; init; }

    /// <summary>Whether its clocks were kept; null while that is open, and where it has none.</summary>
    public bool? OnTime { get; init; }

    /// <summary>Whether it is pending and one of its clocks ended in the span.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Whether it came to an outcome without a person: a period ran out, or a rule passed a step of somebody who had acted just before.</summary>
    public bool HasRuleOutcome { get; init; }

    /// <summary>Whether there was work on it in the span.</summary>
    public bool IsWorkedOn => CarriedOver || Admission == Admission.Accepted;

    /// <summary>Whether it was received in the span, and what became of it at the door is this.</summary>
    /// <param name="became">What.</param>
    public bool Was(Admission became) => !CarriedOver && Admission == became;

    /// <summary>Whether there was work on it in the span, and what became of it is this.</summary>
    /// <param name="became">What.</param>
    public bool Has(Disposal became) => IsWorkedOn && Disposal == became;

    /// <summary>What it is counted under, by the name of the breakdown: its outcome, its process and so on; may be several, or none.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Categories { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}

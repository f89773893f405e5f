using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Workflow.Engine.Processes;

/// <summary>Who acts. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "who")]
[JsonDerivedType(typeof(OfficeRole), "office")]
[JsonDerivedType(typeof(PartyRole), "party")]
[JsonDerivedType(typeof(FieldOffice), "field")]
public abstract record Assignee;

/// <summary>The holders of a role at an office.</summary>
/// <param name="Office">The office's short name in the process.</param>
/// <param name="Role">The role, such as <c>officer</c>.</param>
public sealed record OfficeRole(string Office, string Role) : Assignee
{
    private const char RoleFollows = '.';

    /// <summary>Reads a post as it is called, <c>planning.officer</c>; null for what is none, such as a party.</summary>
    public static OfficeRole? Parse(string key) =>
        key.LastIndexOf(RoleFollows) is > 0 and var at && at < key.Length - 1 ? new OfficeRole(key[..at], key[(at + 1)..]) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Office}{RoleFollows}{Role}";
}

/// <summary>A party to the case, or the party's agent.</summary>
/// <param name="Role">The party's short name.</param>
public sealed record PartyRole(string Role) : Assignee
{
    /// <inheritdoc/>
    public override string ToString() => Role;
}

/// <summary>The holders of a role at the office that a field of an earlier step names.</summary>
/// <param name="Step">The step; null for the form.</param>
/// <param name="Field">Its field of type office.</param>
/// <param name="Role">The role.</param>
public sealed record FieldOffice(string? Step, string Field, string Role) : Assignee
{
    /// <inheritdoc/>
    public override string ToString() => $"{Step ?? "form"}.{Field}.{Role}";
}

/// <summary>One who answers in a joint review.</summary>
public sealed record Participant
{
    /// <summary>Key, unique in the joint: the assignee as written.</summary>
    public required string Key { get; init; }

    /// <summary>Who answers.</summary>
    public required Assignee By { get; init; }

    /// <summary>Whether everybody who holds the post on the day the joint opens answers, each for themselves; null for one answer of the post.</summary>
    public bool? All { get; init; }

    /// <summary>What the answer is in law; null for nothing special.</summary>
    public string? Ground { get; init; }

    /// <summary>How many different officers must sign the answer; at least 1.</summary>
    public int Officers { get; init; } = 1;

    /// <summary>Qualifications each of them must hold.</summary>
    public ImmutableArray<string> Qualified { get; init; } = [];

    /// <summary>How the answer finds one person of its post; null where whoever holds the post may give it.</summary>
    public AssignRule? Assign { get; init; }

    /// <summary>Weight on the roll; at least 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>
    /// Its own limit, from the day on which it is its turn; null for none. What its silence means: an outcome of the joint, that
    /// it counts as its answer; <see cref="NotCounted"/>, that it leaves the roll; null, that it is overdue.
    /// </summary>
    public ClockRule? Limit { get; init; }

    /// <summary>The expiry that answers nothing: who is silent leaves the roll, and the thresholds are counted on those who are left.</summary>
    public const string NotCounted = "not-counted";
}

/// <summary>How a joint review finds its result.</summary>
public sealed record VoteRule
{
    /// <summary>The key under which the head is entitled at the joint review; no participant is written so.</summary>
    public const string HeadKey = "head of review";

    /// <summary>Thresholds in the order written; empty where <see cref="Head"/> decides.</summary>
    public ImmutableArray<Threshold> Thresholds { get; init; } = [];

    /// <summary>The outcome when no threshold can be reached any more; null where the head decides.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Who decides after hearing the others; null for a vote.</summary>
    public Assignee? Head { get; init; }

    /// <summary>Whether the head must give reasons when deciding against the majority.</summary>
    public bool AgainstMajorityNeedsReasons { get; init; }

    /// <summary>Participants whose answer other than the first threshold's outcome settles the matter for <see cref="Otherwise"/>.</summary>
    public ImmutableArray<string> Veto { get; init; } = [];

    /// <summary>Whether whoever answers under a key on the roll, be it that of a seat, may settle the matter alone.</summary>
    public bool HoldsVeto(string key) => Veto.Contains(Seat.ParticipantOf(key));

    /// <summary>Whether they answer one after another in the order written.</summary>
    public bool InOrder { get; init; }

    /// <summary>Whether everybody is waited for even when the result is known.</summary>
    public bool WaitsForAll { get; init; }

    /// <summary>The participant that answers after all others; null for none.</summary>
    public string? SpeaksLast { get; init; }

    /// <summary>How many members must answer before there is a result; null where nobody asks.</summary>
    public Quorum? Quorum { get; init; }

    /// <summary>Whether a natural person has one voice, whatever posts they hold or act for, or one for each post.</summary>
    public bool OneVoice { get; init; }
}

/// <summary>A threshold of votes for one outcome, as an exact fraction of the roll.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Amount">For a count, a percentage or a weight: the least that suffices; otherwise 0.</param>
/// <param name="OfCast">Whether the votes cast are the base instead of the roll.</param>
public sealed record Threshold(string Outcome, ThresholdKind Kind, int Amount = 0, bool OfCast = false)
{
    /// <summary>Whether all answers given are the base, abstentions included, instead of the roll; null for no.</summary>
    public bool? OfPresent { get; init; }

    /// <summary>Whether the base is known only once everybody has answered.</summary>
    [JsonIgnore]
    public bool IsOfThoseThere => OfCast || OfPresent == true;
}

/// <summary>The kinds of threshold.</summary>
public enum ThresholdKind
{
    /// <summary>Everybody.</summary>
    All,

    /// <summary>One suffices.</summary>
    Any,

    /// <summary>More than half.</summary>
    Majority,

    /// <summary>At least so many.</summary>
    Count,

    /// <summary>At least so many per cent.</summary>
    Percent,

    /// <summary>At least so much weight.</summary>
    Weight,
}

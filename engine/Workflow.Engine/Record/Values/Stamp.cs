using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Calendars;

namespace Workflow.Engine.Record.Values;

/// <summary>Everything from outside that a decision may use. The decider has no other source.</summary>
public sealed record Stamp
{
    /// <summary>The recorded moment, in UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The effective day; the recorded day unless the act is recorded late.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Who acts: the natural person, as the register knows them, or a rule.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The one acted for; null for oneself.</summary>
    public string? For { get; init; }

    /// <summary>The document that proves an earlier effective day; null where the act is recorded on its day.</summary>
    public string? Document { get; init; }

    /// <summary>The outside facts, as read inside the transaction.</summary>
    public Facts Facts { get; init; } = new();

    /// <summary>The authority's calendar as known at the recorded moment; the entry stores its digest.</summary>
    [JsonIgnore]
    public required WorkCalendar Calendar { get; init; }

    /// <summary>The version of the rules to decide by; the present one unless a recorded decision is decided again.</summary>
    [JsonIgnore]
    public int Rules { get; init; } = RulesVersion.Current;

    /// <summary>Whether only what follows is asked, before anybody has filled anything in. Never so where something is written.</summary>
    [JsonIgnore]
    internal bool PayloadAside { get; init; }

    /// <summary>Whether a rule acts, not a person.</summary>
    [JsonIgnore]
    public bool IsRule => Actor is RuleActor;
}

/// <summary>Outside facts, closed: what <see cref="CaseNeeds"/> named, no more.</summary>
public sealed record Facts
{
    /// <summary>The actor, the one acted for and the others who sign.</summary>
    public ImmutableArray<PersonFact> People { get; init; } = [];

    /// <summary>For lodging, taking over and a move to another definition: the organisation behind each office's short name.</summary>
    public ImmutableSortedDictionary<string, string> Offices { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>For lodging and taking over: the catalogue row of the item on the effective day; null when there is none.</summary>
    public CatalogueFact? Item { get; init; }

    /// <summary>The next serial of each series, locked until the transaction ends.</summary>
    public ImmutableSortedDictionary<string, long> Serials { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Who holds the posts whose tasks a rule gives to one person, as far as the decision opened such tasks.</summary>
    public ImmutableArray<PostFact> Posts { get; init; } = [];

    /// <summary>The seed for a draw, lower-case hex of 32 bytes; null where none is needed, or where the vault does not hold it.</summary>
    public string? Seed { get; init; }

    /// <summary>For a draw that was sealed before: the salt of the commitment, lower-case hex of 32 bytes; null where none is needed, or where the vault does not hold it.</summary>
    public string? Salt { get; init; }

    /// <summary>For sealing lots: the commitment to a seed that went into the vault; null where none is needed.</summary>
    public string? Commitment { get; init; }

    /// <summary>For urging a reader: when they first read the case since the latest copy that they were sent; null while it is unread, and where no access log is at hand.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The digest of the calendar handed over.</summary>
    public string Calendar { get; init; } = "";
}

/// <summary>A person on the effective day, as the register knows them.</summary>
/// <param name="Id">Id of the natural person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Posts">The posts they hold.</param>
/// <param name="Qualifications">The qualifications they hold.</param>
public sealed record PersonFact(string Id, string Name, ImmutableArray<Post> Posts, ImmutableArray<string> Qualifications)
{
    /// <summary>Who may act for them that day in everything: the deputies their absence names. Empty for one who is there.</summary>
    public ImmutableArray<string> Deputies { get; init; } = [];

    /// <summary>Who may act for them that day in a part of their work. Empty for one who is there.</summary>
    public ImmutableArray<StandIn> StandIns { get; init; } = [];

    /// <summary>Whether the register has them away that day, on leave or on another duty, with a deputy or without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAway { get; init; }

    /// <summary>Whether this is the person as far as a deputy stands in for some of their posts: what is theirs in person is not in it.</summary>
    [JsonIgnore]
    public bool IsPart { get; init; }

    /// <summary>Whether they hold a role at any office that day.</summary>
    public bool Holds(string role) => Posts.Any(p => p.Role == role);

    /// <summary>Returns the person as far as a deputy may act for them in a process that day; null where not at all.</summary>
    /// <param name="deputy">Id of the deputy.</param>
    /// <param name="process">The process's id.</param>
    public PersonFact? ActedForBy(string deputy, string process)
    {
        if (Deputies.Contains(deputy))
            return this;
        var parts = StandIns.Where(s => s.Deputy == deputy && s.Covers(process)).ToList();
        if (parts.Count == 0)
            return null;
        return parts.Any(s => s.Posts.IsEmpty)
            ? this
            : this with
            {
                Posts = [.. Posts.Where(p => parts.Any(s => s.Posts.Contains(p)))],
                IsPart = true,
            };
    }
}

/// <summary>A role at an organisation.</summary>
/// <param name="Organisation">The organisation's id.</param>
/// <param name="Role">The role.</param>
public sealed record Post(string Organisation, string Role);

/// <summary>A row of the catalogue.</summary>
/// <param name="Code">The item's code.</param>
/// <param name="Status">How it stands that day.</param>
/// <param name="Hall">The hall it is stationed in; null when in none.</param>
public sealed record CatalogueFact(string Code, CatalogueStatus Status, string? Hall)
{
    /// <summary>Whether the office begins it by itself 依职权, so that it needs no hall.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ExOfficio { get; init; }
}

/// <summary>The outside facts that a decision may use.</summary>
/// <param name="People">Persons to look up.</param>
/// <param name="Process">For lodging and taking over: the process whose item and offices are looked up; null otherwise.</param>
/// <param name="Seed">Whether a seed for a draw is needed.</param>
/// <param name="Definition">For a move to another definition, and for taking over a case: the digest of the definition whose offices are looked up; null otherwise.</param>
public sealed record CaseNeeds(ImmutableArray<string> People, string? Process, bool Seed, string? Definition = null)
{
    /// <summary>Whether a seed is to be taken and put into the vault; the fact is its commitment alone.</summary>
    public bool Commits { get; init; }

    /// <summary>Whose reading of which case is looked up in the access log; null for nobody's.</summary>
    public CopyReader? Reader { get; init; }

    /// <summary>The seed that is to come out of the vault; null for none.</summary>
    public SealedSeed? Reveals { get; init; }
}

/// <summary>A seed in the vault.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Commitment">The commitment to it.</param>
public sealed record SealedSeed(string Case, string Commitment);

/// <summary>Somebody who was sent a copy of a case.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Person">Id of the natural person.</param>
public sealed record CopyReader(string Case, string Person);

using System.Collections.Immutable;

namespace Workflow.Engine.Record.Values;

/// <summary>Who holds a post on the recorded day: what a task is given to one of them by.</summary>
/// <param name="Post">The post.</param>
/// <param name="Holders">Its holders in the order of their ids; null where nobody knows them, as in a ledger without its register: the task is then the post's.</param>
public sealed record PostFact(Post Post, ImmutableArray<HolderFact>? Holders);

/// <summary>A holder of a post on the recorded day, with what they have in hand.</summary>
public sealed record HolderFact
{
    /// <summary>Id of the natural person.</summary>
    public required string Id { get; init; }

    /// <summary>The qualifications they hold.</summary>
    public ImmutableArray<string> Qualifications { get; init; } = [];

    /// <summary>Whether they are absent; null for there.</summary>
    public bool? Away { get; init; }

    /// <summary>Who may act for them in everything while they are absent.</summary>
    public ImmutableArray<string> Deputies { get; init; } = [];

    /// <summary>Who may act for them in a part of their work while they are absent.</summary>
    public ImmutableArray<StandIn> StandIns { get; init; } = [];

    /// <summary>How many open steps of other cases they have claimed, were given or are involved at; 0 or more.</summary>
    public int Load { get; init; }

    /// <summary>The latest turn in which a rule gave them a task of this post; 0 for never.</summary>
    public long Turn { get; init; }

    /// <summary>Whether they can do something themselves that day.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsThere => Away is not true;

    /// <summary>Returns who may act for them at a post in a process while they are absent.</summary>
    internal IEnumerable<string> ActedForBy(Post post, string process) =>
        Deputies.Concat(StandIns.Where(s => s.Covers(process, post)).Select(s => s.Deputy));

    /// <summary>Makes the fact of a person whom the register names.</summary>
    /// <param name="holder">The person and whether they are absent.</param>
    /// <param name="load">Their open steps in other cases.</param>
    /// <param name="turn">Their latest turn at the post; 0 for never.</param>
    public static HolderFact Of(PostHolder holder, int load, long turn) =>
        new()
        {
            Id = holder.Person.Id,
            Qualifications = holder.Person.Qualifications,
            Away = holder.IsAway ? true : null,
            Deputies = holder.Person.Deputies,
            StandIns = holder.Person.StandIns,
            Load = load,
            Turn = turn,
        };
}

/// <summary>A holder of a post as the register knows them on a day.</summary>
/// <param name="Person">The person.</param>
/// <param name="IsAway">Whether they are absent that day, with a deputy or without.</param>
public sealed record PostHolder(PersonFact Person, bool IsAway);

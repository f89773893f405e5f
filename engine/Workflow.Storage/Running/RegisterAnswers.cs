using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Storage.Running;

/// <summary>What the runner asks of the register of people and offices and of the catalogue. Called by many threads at once, before and within the writer's transaction: answers come from memory.</summary>
/// <param name="Person">A person's posts and qualifications on a day; null when unknown.</param>
/// <param name="Offices">The organisation behind each office's short name in a process on a day.</param>
/// <param name="Item">The catalogue's row of an item's code on a day; null when there is none.</param>
/// <param name="Authority">The calendar of the authority that leads a process, by the process's id.</param>
public sealed record RegisterAnswers(
    Func<string, DateOnly, PersonFact?> Person,
    Func<PublishedProcess, DateOnly, ImmutableSortedDictionary<string, string>> Offices,
    Func<string, DateOnly, CatalogueFact?> Item,
    Func<string, AuthorityCalendar> Authority
)
{
    /// <summary>Who holds a post on a day, absent ones included; null where the register does not say.</summary>
    public Func<Post, DateOnly, ImmutableArray<PostHolder>?> Holders { get; init; } = (_, _) => null;
}

/// <summary>Which calendar an authority counts by.</summary>
/// <param name="Zone">Its IANA time zone.</param>
/// <param name="Overlays">The regional layers; a later one wins.</param>
public sealed record AuthorityCalendar(string Zone, ImmutableArray<string> Overlays)
{
    /// <summary>One text for zone and layers.</summary>
    public string Key => string.Join('\n', Overlays.Prepend(Zone));
}

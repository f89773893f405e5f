using System.Text.Json.Serialization;

namespace Workflow.Engine.Record.Values;

/// <summary>Who may act: the holders of a role at an organisation, or one person.</summary>
/// <param name="Key">The assignee as the definition writes it.</param>
/// <param name="Organisation">The organisation's id; null for a person.</param>
/// <param name="Role">The role; null for a person.</param>
/// <param name="Person">The person; null for an organisation.</param>
public sealed record Entitlement(string Key, string? Organisation, string? Role, string? Person)
{
    private const string ReaderKey = "copy";

    /// <summary>Whether it is that of somebody who was sent a copy, and has nothing to do.</summary>
    [JsonIgnore]
    public bool IsReader => Key == ReaderKey;

    /// <summary>Whether it is that of somebody drawn in beside the holder of a step.</summary>
    [JsonIgnore]
    public bool IsDrawnIn => Key.Contains(':', StringComparison.Ordinal);

    /// <summary>Returns that of somebody who is sent a copy.</summary>
    public static Entitlement Reader(string person) => new(ReaderKey, null, null, person);

    /// <summary>Returns that of one person, whatever for.</summary>
    internal static Entitlement OfPerson(string person) => new("", null, null, person);

    /// <summary>Returns the same for what somebody is drawn in for.</summary>
    /// <param name="kind">What for.</param>
    /// <param name="number">The number of the request at the step.</param>
    internal Entitlement DrawnInFor(SideKind kind, int number) => this with { Key = $"{kind.ToString().ToLowerInvariant()}:{number}" };

    /// <summary>Whether somebody is entitled: a person named goes before the post.</summary>
    public bool Admits(PersonFact person) => this switch
    {
        { Person: { } only } => only == person.Id && (!person.IsPart || Organisation is { } at && person.Posts.Contains(new Post(at, Role!))),
        { Organisation: null } => person.Posts.Any(p => p.Role == Role),
        _ => person.Posts.Contains(new Post(Organisation, Role!)),
    };
}

using System.Text.Json.Serialization;

namespace Workflow.Engine.Record.Values;

/// <summary>Who may act: the holders of a role at an organisation, or one person.</summary>
/// <param name="Key">The assignee as the definition writes it.</param>
/// <param name="Organisation">The organisation's id; null for a person.</param>
/// <param name="Role">The role; null for a person.</param>
/// <param name="Person">The person; null for an organisation.</param>
public sealed record Entitlement(string Key, string? Organisation, string? Role, string? Person)
{
    /// <summary>As what somebody is entitled.</summary>
    [JsonIgnore]
    public EntitledAs As => EntitledAs.Of(Key);

    /// <summary>Whether it is that of somebody who was sent a copy, and has nothing to do.</summary>
    [JsonIgnore]
    public bool IsReader => As is EntitledAs.AsReader;

    /// <summary>Whether it is that of somebody involved beside the holder of a step.</summary>
    [JsonIgnore]
    public bool IsInvolved => As is EntitledAs.AsInvolved;

    /// <summary>Returns that of somebody who is sent a copy.</summary>
    public static Entitlement Reader(string person) => new(new EntitledAs.AsReader().Key, null, null, person);

    /// <summary>Returns that of one person, whatever for.</summary>
    internal static Entitlement OfPerson(string person) => new("", null, null, person);

    /// <summary>Returns the same for what somebody is involved for.</summary>
    /// <param name="kind">What for.</param>
    /// <param name="number">The number of the request at the step.</param>
    internal Entitlement InvolvedFor(SideKind kind, int number) => this with { Key = new EntitledAs.AsInvolved(kind, number).Key };

    /// <summary>Whether what is done with it is done for an office, and not by a party for itself.</summary>
    [JsonIgnore]
    public bool IsForOffice => Person is null || Organisation is not null || IsInvolved;

    /// <summary>
    /// Whether somebody is entitled that day: a person named goes before the post. Who was named for an office must still hold a
    /// post, in that office where it is theirs by its task.
    /// </summary>
    public bool Admits(PersonFact person) =>
        this switch
        {
            { Person: { } only } => only == person.Id && StillActs(person),
            { Organisation: null } => person.Posts.Any(p => p.Role == Role),
            _ => person.Posts.Contains(new Post(Organisation, Role!)),
        };

    // A deputy for some posts has nothing of what is the absent person's own.
    private bool StillActs(PersonFact person) =>
        this switch
        {
            { Organisation: { } at } => person.IsPart ? person.Posts.Contains(new Post(at, Role!)) : IsOfOffice(person),
            _ => !person.IsPart && (!IsInvolved || !person.Posts.IsEmpty),
        };

    /// <summary>Whether somebody holds a post in the office, whichever: a task is handed over within it.</summary>
    internal bool IsOfOffice(PersonFact person) => person.Posts.Any(p => p.Organisation == Organisation);
}

namespace Workflow.Engine.Record.Values;

/// <summary>Who may act: the holders of a role at an organisation, or one person.</summary>
/// <param name="Key">The assignee as the definition writes it.</param>
/// <param name="Organisation">The organisation's id; null for a person.</param>
/// <param name="Role">The role; null for a person.</param>
/// <param name="Person">The person; null for an organisation.</param>
public sealed record Entitlement(string Key, string? Organisation, string? Role, string? Person)
{
    /// <summary>Whether somebody is entitled: a person named goes before the post.</summary>
    public bool Admits(PersonFact person) => this switch
    {
        { Person: { } only } => only == person.Id && (!person.IsPart || Organisation is { } at && person.Posts.Contains(new Post(at, Role!))),
        { Organisation: null } => person.Posts.Any(p => p.Role == Role),
        _ => person.Posts.Contains(new Post(Organisation, Role!)),
    };
}

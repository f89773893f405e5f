using Workflow.Definitions.Registers;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint;

/// <summary>Who of a register holds the posts of a process on some day on which it is in force.</summary>
/// <param name="register">The register.</param>
/// <param name="definition">The process.</param>
internal sealed class HeldPosts(Register register, ProcessDefinition definition)
{
    private readonly IReadOnlyDictionary<string, string> _offices = register.Offices(definition);

    /// <summary>Whether the register knows the organisation behind the post's office.</summary>
    public bool Knows(OfficeRole post) => register.FindOrganisation(Behind(post)) is not null;

    /// <summary>The ids of who holds the post with all of the qualifications.</summary>
    public HashSet<string> Holders(OfficeRole post, params IReadOnlyCollection<string> qualified) =>
        [.. register.People.Where(p => Holds(p, post) && qualified.All(q => Has(p, q))).Select(p => p.Id)];

    /// <summary>The posts of the same office that somebody holds, as a process names them.</summary>
    public IEnumerable<string> Beside(OfficeRole post) =>
        register
            .People.SelectMany(p => p.Posts)
            .Where(h => h.Organisation == Behind(post))
            .Select(h => $"{post.Office}.{h.Role}")
            .Distinct();

    private string Behind(OfficeRole post) => _offices.GetValueOrDefault(post.Office, post.Office);

    private bool Holds(Person person, OfficeRole post) =>
        person.Posts.Any(h => h.Organisation == Behind(post) && h.Role == post.Role && Meets(h.Days));

    private bool Has(Person person, string qualification) => person.Qualifications.Any(q => q.Name == qualification && Meets(q.Days));

    // Who held a post only before the definition began, or takes it up after it has ended, never acts by it.
    private bool Meets(PeriodInForce held) => held.Overlaps(definition.InForce);
}

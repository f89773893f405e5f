using System.Collections.Immutable;
using System.Security.Claims;
using Workflow.Definitions.Registers;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Answers;
using Workflow.Storage.Reading;

namespace Workflow.Host.Identity;

/// <summary>The person of a request as the register knows them today, and those they may act for today.</summary>
public sealed record Caller(PersonFact Person, ImmutableArray<PersonFact> ActsFor, DateOnly Today)
{
    public string Id => Person.Id;

    /// <summary>The caller as a sentence names them.</summary>
    public NameValue Named => new(Person.Id, Person.Name);

    /// <summary>The people the caller may act for in a process, each as far as the deputyship goes.</summary>
    public IEnumerable<PersonFact> ActsForIn(string process) => ActsFor.Select(p => p.ActedForBy(Id, process)).OfType<PersonFact>();

    /// <summary>The caller's posts and those of the people they stand in for, as far as that goes in a process.</summary>
    public IEnumerable<Post> PostsIn(string process) => ActsForIn(process).Prepend(Person).SelectMany(p => p.Posts);

    /// <summary>The visitors of a case for whom the caller may act on paper, by their own posts and those of the people they stand in for.</summary>
    public IEnumerable<PersonFact> ServesIn(CaseState state) =>
        Visitors.ServedBy(state, Person with { Posts = [.. PostsIn(state.Process).Distinct()] });

    /// <summary>Whether the caller reads every case: supervisors and auditors.</summary>
    public bool ReadsAll => Person.Posts.Any(p => Roles.Oversees(p.Role));

    /// <summary>Whether the caller holds a post, or stands in for somebody: a citizen does not.</summary>
    public bool WorksHere => Person.Posts.Length > 0 || !ActsFor.IsEmpty;

    /// <summary>Whether the caller looks after the system; that gives no right to any case.</summary>
    public bool Administers => Person.Holds(Roles.Administrator);

    /// <summary>Whether they may see how the work of the whole office runs.</summary>
    public bool Oversees => Administers || ReadsAll;

    /// <summary>As whom the caller is named in lists of cases that are not their own; null for one who reads all.</summary>
    public IReadOnlyList<Recipient>? Sees =>
        ReadsAll ? null : [Recipient.Person(Id), .. Offices(Person.Posts.Concat(ActsFor.SelectMany(InEveryProcess)))];

    /// <summary>As which party the caller is named in lists of cases.</summary>
    public Recipient SeesAsParty => Recipient.Party(Id);

    /// <summary>What the caller sees beside that, as a deputy for a part of somebody's work.</summary>
    public IReadOnlyList<ViewerPart> SeesInPart =>
        [
            .. from person in ActsFor
            from part in person.StandIns
            where part.Deputy == Id && !part.Processes.IsEmpty
            select new ViewerPart([.. Offices(part.Posts.IsEmpty ? person.Posts : part.Posts)], part.Processes),
        ];

    private IEnumerable<Post> InEveryProcess(PersonFact absent) =>
        absent.Deputies.Contains(Id)
            ? absent.Posts
            : absent.StandIns.Where(s => s.Deputy == Id && s.Processes.IsEmpty).SelectMany(s => s.Posts);

    private static IEnumerable<Recipient> Offices(IEnumerable<Post> posts) =>
        posts.Select(p => Recipient.Office(p.Organisation)).Distinct();

    /// <exception cref="RequestRefusedException">The person has left the register.</exception>
    public static Caller Of(HttpContext context)
    {
        var id = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var (register, today) = (
            context.RequestServices.GetRequiredService<Register>(),
            context.RequestServices.GetRequiredService<Today>().Day
        );
        return register.Person(id, today) is { } person
            ? new Caller(person, [.. register.ActsFor(id, today)], today)
            : throw IdentityRefusals.UnknownPerson(id);
    }

    /// <summary>Returns the one acted for; null for oneself. For which visitors the caller acts on paper the case says.</summary>
    /// <exception cref="RequestRefusedException">The caller is not the deputy of that person today.</exception>
    public string? For(string? person)
    {
        if (person is null || person == Id)
            return null;
        return StandsInFor(person) || VisitorId.Is(person) ? person : throw IdentityRefusals.NotDeputy(Named, person);
    }

    private bool StandsInFor(string person) => ActsFor.Any(p => p.Id == person);
}

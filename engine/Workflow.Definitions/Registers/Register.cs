using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Registers;

/// <summary>The organisations, people and catalogue as the files state them, and what they say of a day. Pure lookups.</summary>
public sealed class Register
{
    private readonly FrozenDictionary<string, Organisation> _organisations;
    private readonly FrozenDictionary<string, Person> _people;
    private readonly FrozenDictionary<string, CatalogueItem> _items;
    private readonly ILookup<Post, Person> _holders;

    /// <summary>Makes a register; ids are unique.</summary>
    public Register(IEnumerable<Organisation> organisations, IEnumerable<Person> people, IEnumerable<CatalogueItem> items)
    {
        _organisations = organisations.ToFrozenDictionary(o => o.Id, StringComparer.Ordinal);
        _people = people.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _items = items.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal);
        _holders = _people
            .Values.SelectMany(p => p.Posts.Select(x => (Post: new Post(x.Organisation, x.Role), Person: p)))
            .Distinct()
            .ToLookup(x => x.Post, x => x.Person);
    }

    /// <summary>A register that knows nobody.</summary>
    public static Register Empty { get; } = new([], [], []);

    /// <summary>The organisations in the order of their ids.</summary>
    public IEnumerable<Organisation> Organisations => _organisations.Values.OrderBy(o => o.Id, StringComparer.Ordinal);

    /// <summary>The people in the order of their ids.</summary>
    public IEnumerable<Person> People => _people.Values.OrderBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>The people as sentences name them, in the order of their ids.</summary>
    public IEnumerable<NameValue> Names => People.Select(p => new NameValue(p.Id, p.Name));

    /// <summary>Names a person; null for a person nobody registered.</summary>
    public NameValue? NameOf(string id) => _people.GetValueOrDefault(id) is { } person ? new NameValue(id, person.Name) : null;

    /// <summary>The catalogue in the order of its codes.</summary>
    public IEnumerable<CatalogueItem> Items => _items.Values.OrderBy(i => i.Code, StringComparer.Ordinal);

    /// <summary>Returns an organisation, or null when there is none.</summary>
    public Organisation? FindOrganisation(string id) => _organisations.GetValueOrDefault(id);

    /// <summary>Returns a person with the posts and qualifications held on a day; null for a person nobody registered.</summary>
    public PersonFact? Person(string id, DateOnly day) => _people.GetValueOrDefault(id) is { } person ? On(day, person) : null;

    private static PersonFact On(DateOnly day, Person person)
    {
        var absences = person.Absences.Where(a => a.Days.Includes(day)).ToList();
        return new PersonFact(person.Id, person.Name, [.. Posts(day, person)], [.. Qualifications(day, person)])
        {
            Deputies = [.. Deputies(absences)],
            StandIns = [.. absences.Select(a => a.Part).OfType<StandIn>()],
            IsAway = absences.Count > 0,
        };
    }

    private static IEnumerable<Post> Posts(DateOnly day, Person person) =>
        person.Posts.Where(p => p.Days.Includes(day)).Select(p => new Post(p.Organisation, p.Role));

    private static IEnumerable<string> Qualifications(DateOnly day, Person person) =>
        person.Qualifications.Where(q => q.Days.Includes(day)).Select(q => q.Name);

    private static IEnumerable<string> Deputies(IEnumerable<Absence> absences) =>
        absences.Where(a => a.Part is null).Select(a => a.Deputy).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Returns who holds a post on a day, absent ones included, by id; null from a register that knows nobody at all.</summary>
    public ImmutableArray<PostHolder>? Holders(Post post, DateOnly day) =>
        _people.Count == 0
            ? null
            :
            [
                .. _holders[post]
                    .OrderBy(p => p.Id, StringComparer.Ordinal)
                    .Select(p => new PostHolder(Person(p.Id, day)!, p.IsAway(day)))
                    .Where(h => h.Person.Posts.Contains(post)),
            ];

    /// <summary>Returns the people, known to the register, whom somebody may act for on a day, in everything or in part: the absent who named them as deputy.</summary>
    public IEnumerable<PersonFact> ActsFor(string deputy, DateOnly day) =>
        People.Where(p => p.Absences.Any(a => a.Deputy == deputy && a.Days.Includes(day))).Select(p => Person(p.Id, day)!);

    /// <summary>Returns the row of the catalogue on a day; null for an item nobody listed.</summary>
    public CatalogueFact? Item(string code, DateOnly day) =>
        _items.GetValueOrDefault(code) is { } item
            ? new CatalogueFact(item.Code, item.On(day), item.Hall) { ExOfficio = item.ExOfficio }
            : null;

    /// <summary>Returns the organisation behind each office's short name in a process; where the catalogue says nothing, the one with the same id.</summary>
    public ImmutableSortedDictionary<string, string> Offices(ProcessDefinition process)
    {
        var item = _items.GetValueOrDefault(process.Item.Code);
        return process.Offices.ToImmutableSortedDictionary(o => o.Key, o => item?.Behind(o.Key) ?? o.Key, StringComparer.Ordinal);
    }

    /// <summary>Returns the organisation whose calendar the clocks of a process stand on: the one behind its leading office.</summary>
    /// <remarks>An office that no organisation stands behind works by the default zone, without regional layers.</remarks>
    public Organisation Authority(ProcessDefinition process)
    {
        var id = _items.GetValueOrDefault(process.Item.Code)?.Behind(process.Item.Lead) ?? process.Item.Lead;
        return FindOrganisation(id) ?? new Organisation(id, id, "city", Organisation.DefaultZone, []);
    }
}

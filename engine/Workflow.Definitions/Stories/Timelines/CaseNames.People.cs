using System.Diagnostics;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>What people call those who act in a case.</summary>
internal sealed partial class CaseNames
{
    /// <summary>A person by name, another system, or a rule.</summary>
    internal MessageValue Person(Actor actor) =>
        actor switch
        {
            PersonActor person => new NameValue(person.Id, Visitor(person.Id) ?? glossary.Person(person.Id, state.LodgedOn) ?? person.Id),
            RuleActor rule => Rule(rule.Name),
            SystemActor system => system.Name,
            _ => throw new UnreachableException($"No answer for {actor.GetType().Name}."),
        };

    /// <summary>The same by the stored text.</summary>
    internal MessageValue Person(string actor) => Person(Actor.Of(actor));

    // Every case counts its own visitors.
    private string? Visitor(string id) => VisitorId.Is(id) ? state.Parties.FirstOrDefault(p => p.Person == id)?.Name : null;

    internal MessageValue People(IEnumerable<string> actors) => MessageValue.List(actors.Select(Person));

    /// <summary>A party with its person, an office with the role, or somebody involved.</summary>
    internal MessageValue Who(Entitlement entitled) =>
        entitled switch
        {
            { Person: { } visitor, Organisation: not null, Role: { } role } when VisitorId.Is(visitor) => new Message(
                "named.by_paper",
                ("post", Post(Office(entitled), role)),
                ("person", Person(visitor))
            ),
            { Person: not null, Organisation: not null } => Named("named.person_at", "office", Office(entitled), entitled),
            { IsInvolved: true } or { IsReader: true } => Asked(entitled),
            { Person: not null } => Named("named.party", "party", Party(entitled.Key), entitled),
            { Role: { } role } => Post(Office(entitled), role),
            _ => entitled.Key,
        };

    private Message Named(string code, string role, NameValue standing, Entitlement entitled) =>
        new(code, (role, standing), ("person", Person(entitled.Person!)));

    internal MessageValue Who(IEnumerable<Entitlement> entitled) => MessageValue.List(entitled.Select(Who));

    /// <summary>Somebody involved: by name, or by the post.</summary>
    internal MessageValue Asked(Entitlement entitled) =>
        entitled switch
        {
            { Person: { } person } => Person(person),
            { Organisation: { } id, Role: { } role } => Post(Organisation(id), role),
            { Role: { } role } => Post(Office(entitled), role),
            _ => entitled.Key,
        };

    internal MessageValue Asked(IEnumerable<Entitlement> entitled) => MessageValue.List(entitled.Select(Asked));

    /// <summary>One that answers in a joint review: by its key.</summary>
    internal MessageValue Participant(string key) =>
        Added(key) is { } person ? Person(person)
        : Seat.PersonOf(key) is { } member ? Person(member)
        : OfficeRole.Parse(key) is var (office, role) ? Post(Definition.OfficeName(office), role)
        : Party(key);

    /// <summary>Whose part of a step it is; nothing for the step itself.</summary>
    internal MessageValue Part(string? participant) =>
        participant is null ? LineParts.None : new Message("told.part", ("who", Participant(participant)));

    /// <summary>A party by its role.</summary>
    internal NameValue Party(string role) => Definition.PartyName(role);

    /// <summary>Whose turn it was: an office or a party, or the procedure that was excluded.</summary>
    internal MessageValue Holder(HolderKind kind, string id) =>
        kind switch
        {
            HolderKind.Office => state.Offices.Where(o => o.Value == id).Select(o => OfficeName(o.Key)).FirstOrDefault(t => t is not null)
                ?? Organisation(id),
            HolderKind.Party => Added(id) is { } person ? Person(person) : Party(id),
            HolderKind.Waiting => new Message("named.step", ("step", Step(id))),
            HolderKind.Procedure or HolderKind.Nobody => id,
            _ => throw new UnreachableException($"No answer for {kind}."),
        };

    /// <summary>Whose turn it was, down to the post and the person who had taken the task.</summary>
    internal Message Holder(Holder holder) =>
        new(
            "named.holder",
            ("holder", Holder(holder.Kind, holder.Id)),
            ("post", Post(holder)),
            ("person", LineParts.Of("named.holder.person", "person", holder.Person is { } id ? Person(id) : null)),
            ("step", Step(holder))
        );

    private MessageValue Post(Holder holder) =>
        holder is { Kind: HolderKind.Office, Post: { } key } && OfficeRole.Parse(key) is { } post
            ? new Message("named.holder.post", ("role", Role(post.Role)))
            : LineParts.None;

    private MessageValue Step(Holder holder) =>
        LineParts.Of("named.holder.step", "step", holder is { Step: { } step, Kind: not HolderKind.Waiting } ? Step(step) : null);

    private MessageValue Rule(string rule) =>
        rule switch
        {
            RuleNames.Calendar => new Message("named.rule.calendar"),
            RuleNames.SamePerson => new Message("named.rule.same_person"),
            RuleNames.PostEnded => new Message("named.rule.post_ended"),
            RuleNames.Join => new Message("named.rule.join"),
            RuleNames.Choice => new Message("named.rule.choice"),
            RuleNames.Rows => new Message("named.rule.rows"),
            RuleNames.Called => new Message("named.rule.called"),
            _ => OfProcess(rule),
        };

    // What a joint review came to, and what another case reports, is done by the rule of a step or of a process.
    private Message OfProcess(string rule) =>
        IsClock(rule) ? new Message("named.rule.clock", ("clock", Clock(rule)))
        : OutcomeKey.Parse(rule) is var (step, outcome) && process.Find(step) is not null
            ? new Message("named.rule.outcome", ("step", Step(step)), ("outcome", Outcome(step, outcome)))
        : new Message("named.rule.other", ("rule", Step(rule)));

    // A clock of a definition that the case has left is no less one.
    private bool IsClock(string rule) =>
        DefinedClocks.All(Definition).Any(r => r.Id == rule) || state.Clocks.Values.Any(c => c.Rule == rule);

    private NameValue Post(NameValue office, string role) => Roles.Post(Definition, $"{office.Id}.{role}", office, role);

    private NameValue Role(string role) => Roles.Title(Definition, role).Named(role);

    private string? Added(string key) =>
        state.Steps.Values.Concat(state.Superseded).SelectMany(s => s.Sides).FirstOrDefault(t => t.Who.Key == key)?.Who.Person;

    private NameValue Office(Entitlement entitled)
    {
        var key = OfficeRole.Parse(entitled.Key)?.Office ?? entitled.Key;
        return OfficeName(key) ?? (entitled.Organisation is { } id ? Organisation(id) with { Id = key } : new NameValue(key, ""));
    }

    private NameValue? OfficeName(string key) => Definition.Offices.FirstOrDefault(o => o.Key == key)?.Name(key);

    private NameValue Organisation(string id) => glossary.Organisation(id)?.Named(id) ?? new NameValue(id, id);
}

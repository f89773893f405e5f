using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>What people call the things of a case. Where nobody wrote a title, the id stands for it.</summary>
internal static class Naming
{
    internal static NameValue Step(Node node) => new(node.Id, node.Title);

    /// <summary>Names the steps at which somebody acts.</summary>
    internal static IEnumerable<NameValue> Steps(ProcessDefinition definition) => Outline.All(definition).OfType<WorkNode>().Select(Step);

    internal static IEnumerable<NameValue> Materials(ProcessDefinition definition) => definition.Materials.Select(Material);

    /// <summary>Names the step of a key, with its row where it opens once per row.</summary>
    internal static NameValue Step(CaseLook look, string key) =>
        look.Process.Find(key) switch
        {
            null => new NameValue(key, key),
            var node when node.Id == key => Step(node),
            var node => new NameValue(key, $"{node.Title}（第{StepKey.Parse(key).Row}行）", $"{node.Title} (row {StepKey.Parse(key).Row})"),
        };

    /// <summary>Names the form, where fields stand beside those of the steps.</summary>
    internal static NameValue Form { get; } = new("form", "申请表", "Application form");

    internal static NameValue Field(Field field) => new(field.Id, field.Title);

    /// <summary>Names a field of the form.</summary>
    internal static NameValue Field(CaseLook look, string id) => new(id, look.Definition.FieldTitle(id));

    /// <summary>Names a field that a step records.</summary>
    internal static NameValue Field(CaseLook look, string step, string id) =>
        look.Process.Find(step) is WorkNode node && Asks(node).FirstOrDefault(f => f.Id == id) is { } field
            ? Field(field)
            : new NameValue(id, id);

    private static IEnumerable<Field> Asks(WorkNode node) => node.Asks.Concat(node.Outcomes.SelectMany(o => o.Asks));

    internal static NameValue Material(Material material) => new(material.Id, material.Title);

    internal static NameValue Material(CaseLook look, string id) => new(id, look.Definition.MaterialTitle(id));

    internal static NameValue Process(ProcessDefinition definition) => new(definition.Id, definition.Title.Zh, definition.Title.En);

    internal static NameValue Document(DocumentType document) => new(document.Id, document.Title);

    internal static NameValue Document(ProcessDefinition definition, string id) => new(id, definition.DocumentTitle(id));

    internal static NameValue Clock(ClockRule rule) => new(rule.Id, rule.Title);

    internal static NameValue Clock(CaseLook look, ClockState clock) =>
        new(clock.Id, ClockRules.Find(look.Process, clock)?.Title ?? clock.Id);

    /// <summary>Names the clock of an id in the case.</summary>
    internal static NameValue Clock(CaseLook look, string id) =>
        look.State.Clocks.GetValueOrDefault(id) is { } clock ? Clock(look, clock)
        : look.Definition.Clocks.FirstOrDefault(r => r.Id == id) is { } rule ? Clock(rule)
        : new NameValue(id, id);

    /// <summary>Names a moment, which has no title of its own, by the outcomes that mark it.</summary>
    internal static NameValue Moment(ProcessDefinition definition, string moment)
    {
        var marking = Outline
            .All(definition)
            .SelectMany(Outline.Bodies)
            .Where(b => b.Marks.Any(m => m.Moment == moment))
            .Select(b => b.Title)
            .Distinct()
            .DefaultIfEmpty(moment)
            .ToList();
        return new NameValue(moment, string.Join("或", marking), string.Join(" or ", marking));
    }

    internal static NameValue Outcome(OutcomeRule outcome) => new(outcome.Id, outcome.Title);

    /// <summary>Names an outcome of a step's key.</summary>
    internal static NameValue Outcome(CaseLook look, string key, string outcome) => new(outcome, look.Process.OutcomeTitle(key, outcome));

    /// <summary>Names who acts by the facts of the stamp; a rule by being one.</summary>
    internal static NameValue Person(CaseLook look, string id) =>
        look.Stamp.Facts.People.FirstOrDefault(p => p.Id == id) is { } person ? Person(person)
        : Stamp.NamesRule(id) ? new NameValue(id, "规则", "a rule")
        : new NameValue(id, id);

    internal static NameValue Person(PersonFact person) => new(person.Id, person.Name);

    /// <summary>Names the one who acts.</summary>
    internal static NameValue Actor(CaseLook look) => Person(look, look.Stamp.Actor);

    internal static NameValue Office(Office office) => new(office.Key, office.Title);

    /// <summary>Names a party by its role.</summary>
    internal static NameValue Party(CaseLook look, string role) => new(role, look.Definition.PartyTitle(role));

    /// <summary>Names an office by its short name in the process.</summary>
    internal static NameValue Office(ProcessDefinition definition, string key) => new(key, definition.OfficeTitle(key));

    /// <summary>Names a result in which a case ends.</summary>
    internal static NameValue End(ProcessDefinition definition, string result)
    {
        var title = Ends.Title(definition, result);
        return new NameValue(result, title.Zh, title.En);
    }

    /// <summary>Names who answers under a participant's key at a joint review.</summary>
    internal static NameValue Participant(CaseLook look, string key, string participant)
    {
        var step = look.Run(key);
        return step?.Entitled.Concat(step.Sides.Select(s => s.Who)).FirstOrDefault(e => e.Key == participant) is { } entitled
            ? Post(look, Seat.Is(participant) || entitled.Organisation is null ? entitled : entitled with { Person = null })
            : new NameValue(participant, participant);
    }

    /// <summary>Names who is entitled: the person, the party, or one of a post, as in 综合窗口·窗口人员 and “a clerk of 综合窗口”.</summary>
    internal static NameValue Post(CaseLook look, Entitlement entitled) =>
        entitled switch
        {
            { Person: { } person, Organisation: null }
                when look.Definition.Parties.FirstOrDefault(p => p.Role == entitled.Key) is { } party => new NameValue(
                person,
                party.Title,
                $"the {InWords(party.Role)}"
            ),
            { Person: { } person } => Person(look, person),
            { Organisation: null, Role: { } role } => new NameValue(entitled.Key, Roles.Title(role).Zh, Roles.One(role)),
            { Role: { } role } => Post(entitled.Key, OfficeTitle(look, entitled.Organisation!), role),
            _ => new NameValue(entitled.Key, entitled.Key),
        };

    private static NameValue Post(string key, string office, string role) =>
        new(key, $"{office}·{Roles.Title(role).Zh}", $"{Roles.One(role)} of {office}");

    // An entitlement knows the organisation; its title stands at the short name that the process gives it.
    private static string OfficeTitle(CaseLook look, string organisation)
    {
        return Office(look.Definition, look.State.Offices.FirstOrDefault(o => o.Value == organisation).Key ?? organisation).Zh;
    }

    private static string InWords(string id) => id.Replace('-', ' ');
}

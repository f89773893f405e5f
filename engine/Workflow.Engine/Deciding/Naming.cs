using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>What people call the things of a case. Where nobody wrote a title, the id stands for it.</summary>
internal static class Naming
{
    internal static NameValue Step(Node node) => node.Name(node.Id);

    /// <summary>Names the steps at which somebody acts.</summary>
    internal static IEnumerable<NameValue> Steps(ProcessDefinition definition) => Outline.All(definition).OfType<WorkNode>().Select(Step);

    internal static IEnumerable<NameValue> Materials(ProcessDefinition definition) => definition.Materials.Select(Material);

    /// <summary>Names the step of a key, with its row where it opens once per row.</summary>
    internal static NameValue Step(CaseLook look, string key) =>
        look.Process.Find(key) switch
        {
            null => new NameValue(key, key),
            var node when node.Id == key => Step(node),
            var node => Row(node.Words(), key),
        };

    private static NameValue Row(LocalizedText step, string key)
    {
        var row = StepKey.Parse(key).Row;
        return new NameValue(key, $"{step.Zh}（第{row}行）", $"{step.En ?? step.Zh} (row {row})");
    }

    /// <summary>Names the form, where fields stand beside those of the steps.</summary>
    internal static NameValue Form { get; } = new("form", "申请表", "Application form");

    internal static NameValue Field(Field field) => field.Name(field.Id);

    /// <summary>Names a field of the form.</summary>
    internal static NameValue Field(CaseLook look, string id) => look.Definition.FieldName(id);

    /// <summary>Names a field that a step records.</summary>
    internal static NameValue Field(CaseLook look, string step, string id) =>
        look.Process.Find(step) is WorkNode node && Outline.Asks(node).FirstOrDefault(f => f.Id == id) is { } field
            ? Field(field)
            : new NameValue(id, id);

    internal static NameValue Material(Material material) => material.Name(material.Id);

    internal static NameValue Material(CaseLook look, string id) => look.Definition.MaterialName(id);

    internal static NameValue Process(ProcessDefinition definition) => definition.Title.Named(definition.Id);

    internal static NameValue Document(DocumentType document) => document.Name(document.Id);

    internal static NameValue Document(ProcessDefinition definition, string id) => definition.DocumentName(id);

    internal static NameValue Clock(ClockRule rule) => rule.Name(rule.Id);

    internal static NameValue Clock(CaseLook look, ClockState clock) => ClockRules.Find(look.Process, clock).NameOf(clock.Id);

    /// <summary>Names the clock of an id in the case.</summary>
    internal static NameValue Clock(CaseLook look, string id) =>
        look.State.Clocks.GetValueOrDefault(id) is { } clock ? Clock(look, clock) : ClockRules.Called(look.Process, id).NameOf(id);

    /// <summary>Names a moment by its title, and one that has none by the outcomes that mark it.</summary>
    internal static NameValue Moment(ProcessDefinition definition, string moment) =>
        definition.MomentName(moment) ?? Marking(definition, moment);

    private static NameValue Marking(ProcessDefinition definition, string moment)
    {
        var marking = Outline
            .All(definition)
            .SelectMany(Outline.Bodies)
            .Where(b => b.Marks.Any(m => m.Moment == moment))
            .Select(b => b.Words())
            .DefaultIfEmpty(new LocalizedText(moment))
            .ToList();
        return new NameValue(
            moment,
            string.Join("或", marking.Select(m => m.Zh).Distinct()),
            string.Join(" or ", marking.Select(m => m.En ?? m.Zh).Distinct())
        );
    }

    internal static NameValue Outcome(OutcomeRule outcome) => outcome.Name(outcome.Id);

    /// <summary>Names an outcome of a step's key.</summary>
    internal static NameValue Outcome(CaseLook look, string key, string outcome) => look.Process.OutcomeName(key, outcome);

    /// <summary>Names who acts by the facts of the stamp; a rule by being one.</summary>
    internal static NameValue Person(CaseLook look, Actor actor) =>
        actor is RuleActor ? new NameValue(actor, "规则", "a rule") : Person(look, actor.ToString());

    /// <summary>Names a person by the facts of the stamp.</summary>
    internal static NameValue Person(CaseLook look, string id) =>
        look.Stamp.Facts.People.FirstOrDefault(p => p.Id == id) is { } person ? Person(person)
        : VisitorId.Is(id) && look.State.Parties.FirstOrDefault(p => p.Person == id) is { } visitor ? new NameValue(id, visitor.Name)
        : new NameValue(id, id);

    internal static NameValue Person(PersonFact person) => new(person.Id, person.Name);

    /// <summary>Names the one who acts.</summary>
    internal static NameValue Actor(CaseLook look) => Person(look, look.Stamp.Actor);

    internal static NameValue Office(Office office) => office.Name(office.Key);

    /// <summary>Names a party by its role.</summary>
    internal static NameValue Party(CaseLook look, string role) => look.Definition.PartyName(role);

    /// <summary>Names an office by its short name in the process.</summary>
    internal static NameValue Office(ProcessDefinition definition, string key) => definition.OfficeName(key);

    /// <summary>Names a result in which a case ends.</summary>
    internal static NameValue End(ProcessDefinition definition, string result) => definition.EndName(result);

    /// <summary>Names the result of a concluded case.</summary>
    internal static NameValue Result(CaseLook look) => End(look.Definition, look.State.Result!);

    /// <summary>Names one on the roll of a joint review: whoever has the answer in hand, otherwise the post.</summary>
    internal static NameValue OnRoll(CaseLook look, StepState step, string key) =>
        step.Entitled.FirstOrDefault(e => e.Key == key) is { } entitled ? Post(look, entitled) : new NameValue(key, key);

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
                when look.Definition.Parties.FirstOrDefault(p => p.Role == entitled.Key) is { } party => party.Named() with
            {
                Id = person,
            },
            { Person: { } person } => Person(look, person),
            { Organisation: null, Role: { } role } => Roles.One(look.Definition, role) with { Id = entitled.Key },
            { Role: { } role } => Roles.Post(look.Definition, entitled.Key, OfficeName(look, entitled.Organisation!), role),
            _ => new NameValue(entitled.Key, entitled.Key),
        };

    // An entitlement knows the organisation; its title stands at the short name that the process gives it.
    private static NameValue OfficeName(CaseLook look, string organisation) =>
        Office(look.Definition, look.State.Offices.FirstOrDefault(o => o.Value == organisation).Key ?? organisation);
}

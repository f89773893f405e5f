using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Engine.Processes;

/// <summary>
/// What people call the things of a definition, by their ids. Where nothing has the id, as after a move to another definition, it
/// stands for itself. A name speaks both languages; a title is the Chinese one, in which papers are written.
/// </summary>
public static class GivenTitles
{
    // What an outcome is called that nobody named, and the clocks of promises, which nobody can name.
    private static readonly ImmutableDictionary<string, string> Unwritten = new Dictionary<string, string>
    {
        [OutcomeRule.DoneTitle] = "done",
        [MaterialPromise.TitleLater] = "period for handing in later",
        [MaterialPromise.TitleInstead] = "period of the written promise",
    }.ToImmutableDictionary();

    /// <summary>The title of a thing in both languages.</summary>
    public static LocalizedText Words(this ITitled thing) => new(thing.Title, thing.TitleEn ?? Unwritten.GetValueOrDefault(thing.Title));

    /// <summary>Names a thing that has an id.</summary>
    public static NameValue Name(this ITitled thing, string id) => thing.Words().Named(id);

    /// <summary>Names a thing by its id; by the id alone where there is no such thing.</summary>
    public static NameValue NameOf(this ITitled? thing, string id) => thing?.Name(id) ?? new NameValue(id, id);

    /// <summary>Names what has an id by a title in both languages.</summary>
    public static NameValue Named(this LocalizedText title, string id) => new(id, title.Zh, title.En);

    /// <summary>Names a kind of document.</summary>
    public static NameValue DocumentName(this ProcessDefinition definition, string id) =>
        definition.Documents.FirstOrDefault(d => d.Id == id).NameOf(id);

    /// <summary>What people call a kind of document.</summary>
    public static string DocumentTitle(this ProcessDefinition definition, string id) => definition.DocumentName(id).Zh;

    /// <summary>Names a material.</summary>
    public static NameValue MaterialName(this ProcessDefinition definition, string id) =>
        definition.Materials.FirstOrDefault(m => m.Id == id).NameOf(id);

    /// <summary>What people call a material.</summary>
    public static string MaterialTitle(this ProcessDefinition definition, string id) => definition.MaterialName(id).Zh;

    /// <summary>Names a field of the form.</summary>
    public static NameValue FieldName(this ProcessDefinition definition, string id) =>
        definition.Form.FirstOrDefault(f => f.Id == id).NameOf(id);

    /// <summary>Names a field's value of which it offers a choice: what is recorded is the Chinese word.</summary>
    public static NameValue OptionName(this Field field, string option) => new(option, option, field.OptionsEn.GetValueOrDefault(option));

    /// <summary>What people call a field of the form.</summary>
    public static string FieldTitle(this ProcessDefinition definition, string id) => definition.FieldName(id).Zh;

    /// <summary>Names an office, by its short name in the process.</summary>
    public static NameValue OfficeName(this ProcessDefinition definition, string key) =>
        definition.Offices.FirstOrDefault(o => o.Key == key).NameOf(key);

    /// <summary>What people call a field that a step asks for.</summary>
    public static string StepFieldTitle(this PublishedProcess process, string key, string field) =>
        process.Find(key) is WorkNode node ? Outline.Asks(node).FirstOrDefault(f => f.Id == field)?.Title ?? field : field;

    /// <summary>Names a party, by its role; one that has no English title is called by its role.</summary>
    public static NameValue PartyName(this ProcessDefinition definition, string role) =>
        definition.Parties.FirstOrDefault(p => p.Role == role) is { } party ? party.Named() : new NameValue(role, role);

    /// <summary>Names a party, in English as in “the applicant”; one that has no English title is called by its role.</summary>
    public static NameValue Named(this Party party) => new(party.Role, party.Title, $"the {party.TitleEn ?? party.Role.Replace('-', ' ')}");

    /// <summary>Names an outcome of the node that a key belongs to.</summary>
    public static NameValue OutcomeName(this PublishedProcess process, string key, string outcome) =>
        process.Find(key) is { } node ? node.OutcomeName(outcome) : new NameValue(outcome, outcome);

    /// <summary>Names an outcome of a node.</summary>
    public static NameValue OutcomeName(this Node node, string outcome) =>
        Outline.Bodies(node).FirstOrDefault(b => b.Id == outcome).NameOf(outcome);

    /// <summary>Names the node that a key belongs to; the name has the key for its id.</summary>
    public static NameValue StepName(this PublishedProcess process, string key) => process.Find(key).NameOf(key);

    /// <summary>Names the node of an id.</summary>
    public static NameValue NodeName(this ProcessDefinition definition, string id) =>
        Outline.All(definition).FirstOrDefault(n => n.Id == id).NameOf(id);

    /// <summary>Names a result in which a case ends.</summary>
    public static NameValue EndName(this ProcessDefinition definition, string result) => Ends.Title(definition, result).Named(result);

    /// <summary>Names the clock of a rule: one of the case, of a promise, or of a step.</summary>
    public static NameValue ClockName(this PublishedProcess process, string rule) =>
        ((ITitled?)process.Definition.Clocks.FirstOrDefault(c => c.Id == rule) ?? PromiseClock(process.Definition, rule))?.Name(rule)
        ?? process.StepName(rule);

    /// <summary>What people call the clock of a rule: one of the case, of a promise, or of a step.</summary>
    public static string ClockTitle(this PublishedProcess process, string rule) => process.ClockName(rule).Zh;

    /// <summary>Names a moment; null where nobody named it.</summary>
    public static NameValue? MomentName(this ProcessDefinition definition, string moment) =>
        definition.Moments.GetValueOrDefault(moment)?.Named(moment);

    /// <summary>Names a ground for which a clock does not count: machines know it by its Chinese words.</summary>
    public static NameValue GroundName(this ProcessDefinition definition, string ground) =>
        new(ground, ground, definition.Grounds.GetValueOrDefault(ground));

    /// <summary>Names the grounds for which a clock does not count.</summary>
    public static MessageValue GroundNames(this ProcessDefinition definition, IEnumerable<string> grounds) =>
        MessageValue.List(grounds.Select(g => (MessageValue)definition.GroundName(g)));

    private static ClockRule? PromiseClock(ProcessDefinition definition, string rule) =>
        definition.Materials.FirstOrDefault(m => m.Promise?.Clock.Id == rule)?.Promise!.Clock;
}

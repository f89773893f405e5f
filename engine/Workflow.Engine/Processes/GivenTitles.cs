namespace Workflow.Engine.Processes;

/// <summary>
/// What people call the things of a definition, by their ids. Where nothing has the id, as after a move to another definition, it
/// stands for itself.
/// </summary>
public static class GivenTitles
{
    /// <summary>What people call a kind of document.</summary>
    public static string DocumentTitle(this ProcessDefinition definition, string id) =>
        definition.Documents.FirstOrDefault(d => d.Id == id)?.Title ?? id;

    /// <summary>What people call a material.</summary>
    public static string MaterialTitle(this ProcessDefinition definition, string id) =>
        definition.Materials.FirstOrDefault(m => m.Id == id)?.Title ?? id;

    /// <summary>What people call a field of the form.</summary>
    public static string FieldTitle(this ProcessDefinition definition, string id) =>
        definition.Form.FirstOrDefault(f => f.Id == id)?.Title ?? id;

    /// <summary>What people call a field that a step asks for.</summary>
    public static string StepFieldTitle(this PublishedProcess process, string key, string field) =>
        process.Find(key) is WorkNode node
            ? node.Asks.Concat(node.Outcomes.SelectMany(o => o.Asks)).FirstOrDefault(f => f.Id == field)?.Title ?? field
            : field;

    /// <summary>What people call an office, by its short name in the process.</summary>
    public static string OfficeTitle(this ProcessDefinition definition, string key) =>
        definition.Offices.FirstOrDefault(o => o.Key == key)?.Title ?? key;

    /// <summary>What people call a party, by its role.</summary>
    public static string PartyTitle(this ProcessDefinition definition, string role) =>
        definition.Parties.FirstOrDefault(p => p.Role == role)?.Title ?? role;

    /// <summary>What people call an outcome of the node that a key belongs to.</summary>
    public static string OutcomeTitle(this PublishedProcess process, string key, string outcome) =>
        process.Find(key) is { } node ? node.OutcomeTitle(outcome) : outcome;

    /// <summary>What people call an outcome of a node.</summary>
    public static string OutcomeTitle(this Node node, string outcome) =>
        Outline.Bodies(node).FirstOrDefault(b => b.Id == outcome)?.Title ?? outcome;

    /// <summary>What people call the node of an id.</summary>
    public static string NodeTitle(this ProcessDefinition definition, string id) =>
        Outline.All(definition).FirstOrDefault(n => n.Id == id)?.Title ?? id;

    /// <summary>What people call the clock of a rule: one of the case, of a promise, or of a step.</summary>
    public static string ClockTitle(this PublishedProcess process, string rule) =>
        process.Definition.Clocks.FirstOrDefault(c => c.Id == rule)?.Title
        ?? process.Definition.Materials.FirstOrDefault(m => m.Promise?.Clock.Id == rule)?.Promise!.Clock.Title
        ?? process.TitleOf(rule);
}

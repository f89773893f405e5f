using Workflow.Definitions.Wording;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>What people call the things of one case, in one language.</summary>
public sealed class CaseWords
{
    private readonly CaseNames _names;
    private readonly Language _language;

    /// <summary>Makes the words of a case.</summary>
    /// <param name="glossary">The names of people and organisations.</param>
    /// <param name="process">The case's definition.</param>
    /// <param name="state">The case.</param>
    /// <param name="language">The language.</param>
    public CaseWords(Glossary glossary, PublishedProcess process, CaseState state, Language language) =>
        (_names, _language) = (new CaseNames(glossary, process, state), language);

    /// <summary>A step as a sentence shows it, with its row.</summary>
    public string Step(string key) => Shown(_names.Step(key));

    /// <summary>A material as a sentence shows it.</summary>
    public string Material(string id) => Shown(_names.Material(id));

    /// <summary>A party by its role, as a sentence shows it.</summary>
    public string Party(string role) => Shown(_names.Party(role));

    /// <summary>Whether a step only takes one of several ways: nobody acts there.</summary>
    public bool IsChoice(string key) => _names.IsChoice(key);

    /// <summary>A clock's title, or that of the step whose limit it is.</summary>
    public string Clock(string id) => Say(_names.Clock(id));

    /// <summary>An outcome's title.</summary>
    public string Outcome(string key, string outcome) => Say(_names.Outcome(key, outcome));

    /// <summary>What people call the result in which a case ends.</summary>
    public string End(string result) => Say(_names.End(result));

    /// <summary>A moment's name.</summary>
    public string Moment(string id) => Say(_names.Moment(id));

    /// <summary>A ground for which a clock does not count.</summary>
    public string Ground(string ground) => Say(_names.Ground(ground));

    /// <summary>A person's name, or the rule in words.</summary>
    public string Name(string actor) => Say(_names.Person(actor));

    /// <summary>A party with its person, an office with the role, or somebody involved.</summary>
    public string Who(Entitlement entitled) => Say(_names.Who(entitled));

    /// <summary>Whose turn it was: an office or a party, or the procedure that was excluded.</summary>
    public string Holder(HolderKind kind, string id) => Say(_names.Holder(kind, id));

    /// <summary>Whose turn it was, down to the post and the person who had taken the task.</summary>
    public string Holder(Holder holder) => Say(_names.Holder(holder));

    /// <summary>What somebody asked for, after the name of the one who did.</summary>
    public string Act(string actor, CaseCommand command) =>
        Say(new Message("timeline.act", ("actor", _names.Person(actor)), ("asked", CommandWords.Of(command, _names))));

    private string Shown(NameValue name) => Say(new Message("named.step", ("step", name)));

    private string Say(MessageValue value) => MessageTable.Shipped.Say(value, _language);
}

using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>
/// Gives what a problem names by its id the title that the definition has for it. Who reads a file in English reads its ids, where it
/// says no English.
/// </summary>
/// <param name="definition">The definition, which may have errors.</param>
internal sealed class DefinitionNames(ProcessDefinition definition)
{
    private const string Way = "way";

    private readonly ImmutableArray<Node> _nodes = [.. Outline.All(definition)];

    /// <summary>Returns a message that names things by title. A way out tells what to write, and so it keeps the ids.</summary>
    public Message In(Message message) =>
        new(message.Code, [.. message.Values.Select(v => (v.Name, v.Name == Way ? v.Value : Value(message, v)))]);

    private MessageValue Value(Message message, (string Name, MessageValue Value) named) =>
        named.Value is PhraseValue phrase ? new PhraseValue(In(phrase.Phrase))
        : named.Value is WordsValue words && Title(message, named.Name, words.Text) is { Zh.Length: > 0 } title
            ? title with
            {
                En = title.En ?? words.Text,
            }
        : named.Value;

    private NameValue? Title(Message message, string name, string id) =>
        name switch
        {
            "step" or "joint" or "other" or "to" or "draw" => Node(id)?.Name(id),
            "outcome" or "refusal" or "choice" => Outcome(message, id),
            "participant" => Participant(id),
            "office" => definition.OfficeName(id),
            "clock" => Clock(id),
            "document" => definition.DocumentName(id),
            "material" => definition.MaterialName(id),
            "field" => definition.FieldName(id),
            "moment" => definition.MomentName(id),
            _ => null,
        };

    // Half in English it would be no title: then the id is read.
    private NameValue Participant(string id)
    {
        var (office, role) = OfficeRole.Parse(id) is var (key, post) ? (definition.OfficeName(key), post) : (null, null);
        if (office is null)
            return definition.Parties.FirstOrDefault(p => p.Role == id).NameOf(id);
        var name = Roles.Post(definition, id, office, role!);
        return office.En is null ? name with { En = null } : name;
    }

    private Node? Node(string id) => _nodes.FirstOrDefault(n => n.Id == id);

    // Several steps may have an outcome of one name: it is that of the step beside it, where one is told.
    private NameValue? Outcome(Message message, string id)
    {
        var at = (message.Value("step") ?? message.Value("joint"))?.ToString();
        return _nodes.Where(n => at is null || n.Id == at).SelectMany(Outline.Bodies).FirstOrDefault(b => b.Id == id)?.Name(id);
    }

    private NameValue? Clock(string id) => ((ITitled?)Rule(id) ?? Node(id))?.Name(id);

    private ClockRule? Rule(string id) =>
        definition.Clocks.Concat(definition.Materials.Select(m => m.Promise?.Clock).OfType<ClockRule>()).FirstOrDefault(c => c.Id == id);
}

using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption.Tables;

/// <summary>The columns that a transfer file may have by the definition of its cases.</summary>
internal sealed class KnownColumns(PublishedProcess process)
{
    private readonly HashSet<string> _moments =
    [
        .. Outline.All(process.Definition).SelectMany(Outline.Bodies).SelectMany(b => b.Marks).Select(m => m.Moment),
    ];

    /// <summary>The names of all columns, for the way out of one that is none.</summary>
    internal IEnumerable<string> Names =>
        [
            "number",
            "lodged-on",
            "materials",
            "at",
            .. process.Definition.Parties.SelectMany(p => new[] { $"party.{p.Role}", $"party.{p.Role}.person" }),
            .. process.Definition.Form.Select(f => $"form.{f.Id}"),
            .. _moments.Select(m => $"moment.{m}"),
            .. process.Definition.Documents.SelectMany(d => new[] { $"document.{d.Id}", $"document.{d.Id}.on" }),
            .. process.Definition.Materials.Where(m => m.Promise is not null).Select(m => $"promise.{m.Id}"),
            .. DefinedClocks.All(process.Definition).SelectMany(c => new[] { $"pause.{c.Id}", $"extend.{c.Id}" }),
            .. Outline.All(process.Definition).OfType<WorkNode>().SelectMany(OfStep),
        ];

    private static IEnumerable<string> OfStep(WorkNode node) =>
        new[] { "on", "by", "person", "reasons", "answers" }
            .Concat(Outline.Asks(node).Select(f => f.Id))
            .Select(what => $"{node.Id}.{what}")
            .Concat([node.Id, $"holder.{node.Id}", $"opened.{node.Id}"]);

    /// <summary>Returns the column of a name, or null where the definition knows none.</summary>
    /// <param name="place">Its place in the row, from 1.</param>
    /// <param name="name">The name as the header has it, without blanks around it.</param>
    internal ToldColumn? Find(int place, string name) =>
        name switch
        {
            "number" => new ToldColumn(place, Tells.Number),
            "lodged-on" => new ToldColumn(place, Tells.LodgedOn),
            "materials" => new ToldColumn(place, Tells.Materials),
            "at" => new ToldColumn(place, Tells.At),
            var other => other.Split('.', 2) is [var kind, var rest]
                ? OfKind(place, kind, rest) ?? OfStep(place, other)
                : OfStep(place, other),
        };

    private ToldColumn? OfKind(int place, string kind, string id) =>
        kind switch
        {
            "party" => OfParty(place, id),
            "form" => OfField(new ToldColumn(place, Tells.Form, id), process.Definition.Form),
            "moment" => If(_moments.Contains(id), new ToldColumn(place, Tells.Moment, id)),
            "document" => OfDocument(place, id),
            "promise" => If(MayBePromised(id), new ToldColumn(place, Tells.Promise, id)),
            "pause" => If(IsClock(id), new ToldColumn(place, Tells.Pause, id)),
            "extend" => If(IsClock(id), new ToldColumn(place, Tells.Extension, id)),
            "holder" => If(Work(id) is not null, new ToldColumn(place, Tells.Holder, id)),
            "opened" => If(Work(StepKey.Parse(id).Key) is not null, new ToldColumn(place, Tells.Opened, id)),
            _ => null,
        };

    private ToldColumn? OfParty(int place, string id)
    {
        var ofPerson = Ends(id, ".person", out var role);
        return process.Definition.Parties.FirstOrDefault(p => p.Role == role) is { } party
            ? Titled(new ToldColumn(place, ofPerson ? Tells.PartyPerson : Tells.PartyName, role), party.Named())
            : null;
    }

    private ToldColumn? OfDocument(int place, string id)
    {
        var ofDay = Ends(id, ".on", out var type);
        return process.Definition.Documents.FirstOrDefault(d => d.Id == type) is { } document
            ? Titled(new ToldColumn(place, ofDay ? Tells.DocumentOn : Tells.Document, type), document.Name(type))
            : null;
    }

    // Ids of steps may have a dot themselves, where a fragment has a prefix: the longest one is meant.
    private ToldColumn? OfStep(int place, string name)
    {
        if (Work(name) is { } step)
            return Titled(new ToldColumn(place, Tells.Outcome, name), step.Name(step.Id));
        return name.LastIndexOf('.') is > 0 and var dot && Work(name[..dot]) is { } node
            ? OfAct(node, new ToldColumn(place, Tells.Asked, name[..dot]), name[(dot + 1)..])
            : null;
    }

    private static ToldColumn? OfAct(WorkNode node, ToldColumn column, string what)
    {
        Tells? tells = what switch
        {
            "on" => Tells.On,
            "by" => Tells.By,
            "person" => Tells.Person,
            "reasons" => Tells.Reasons,
            "answers" when node is JointNode => Tells.Answers,
            _ => null,
        };
        var titled = Titled(column, node.Name(node.Id));
        return tells is { } told ? titled with { Tells = told } : OfField(titled, Outline.Asks(node), what);
    }

    private static ToldColumn? OfField(ToldColumn column, IEnumerable<Field> fields, string? id = null) =>
        fields.FirstOrDefault(f => f.Id == (id ?? column.Name)) is { } field ? column with { Field = field } : null;

    private static ToldColumn? If(bool isKnown, ToldColumn column) => isKnown ? column : null;

    private static ToldColumn Titled(ToldColumn column, NameValue title) => column with { Title = title with { Id = column.Name } };

    private WorkNode? Work(string key) => process.Find(key) as WorkNode;

    private bool MayBePromised(string id) => process.Definition.Materials.Any(m => m.Id == id && m.Promise is not null);

    private bool IsClock(string id) => DefinedClocks.All(process.Definition).Any(r => r.Id == ClockKey.Parse(id).Rule);

    private static bool Ends(string text, string end, out string before)
    {
        before = text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;
        return before.Length < text.Length;
    }
}

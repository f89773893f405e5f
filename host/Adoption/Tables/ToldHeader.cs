using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Adoption.Tables;

/// <summary>Understands the header of a transfer file by the definition that its cases belong to.</summary>
internal sealed class ToldHeader(PublishedProcess process)
{
    // Without these no case can be taken over.
    private static readonly (Tells Tells, string Name)[] Needed =
    [
        (Tells.Number, "number"),
        (Tells.LodgedOn, "lodged-on"),
        (Tells.At, "at"),
    ];

    private readonly KnownColumns _known = new(process);

    internal (ImmutableArray<ToldColumn> Columns, ImmutableArray<PlacedNote> Problems) Read(int line, ImmutableArray<string> header)
    {
        var names = header.Select(h => h.Trim()).ToList();
        var found = names.Select((name, i) => names.IndexOf(name) == i ? _known.Find(i + 1, name) : null).ToList();
        var columns = found.OfType<ToldColumn>().ToImmutableArray();
        var problems = names
            .Select((name, i) => found[i] is null ? new PlacedNote(line, i + 1, Fault(names, i)) : null)
            .OfType<PlacedNote>()
            .Concat(Missing(columns).Select(fault => new PlacedNote(line, 1, fault)));
        return (columns, [.. problems]);
    }

    private Message Fault(List<string> names, int place) =>
        names.IndexOf(names[place]) < place ? HeaderFaults.Twice(names[place])
        : names[place].Contains('.') ? HeaderFaults.UnknownOfKind(Title, names[place], _known.Names)
        : HeaderFaults.Unknown(
            Title,
            names[place],
            [.. Outline.All(process.Definition).OfType<WorkNode>().Select(n => n.Id)],
            _known.Names
        );

    private static IEnumerable<Message> Missing(ImmutableArray<ToldColumn> columns) =>
        Needed.ExceptBy(columns.Select(c => c.Tells), n => n.Tells).Select(n => HeaderFaults.Missing(n.Name));

    private NameValue Title => process.Definition.Title.Named(process.Definition.Id);
}

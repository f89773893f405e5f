using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption;

/// <summary>Understands the header of a transfer file by the definition that its cases belong to.</summary>
internal sealed class ToldHeader(PublishedProcess process)
{
    internal (ImmutableArray<ToldColumn> Columns, ImmutableArray<ToldProblem> Problems) Read(int line, ImmutableArray<string> header)
    {
        var (columns, problems) = (ImmutableArray.CreateBuilder<ToldColumn>(), ImmutableArray.CreateBuilder<ToldProblem>());
        for (var i = 0; i < header.Length; i++)
        {
            var name = header[i].Trim();
            if (header.Take(i).Any(h => h.Trim() == name))
                problems.Add(
                    new ToldProblem(line, i + 1, "adopt.header", $"Expected each column once, but '{Shown(name)}' stands there twice.")
                );
            else if (Column(i + 1, name) is { } column)
                columns.Add(column);
            else
                problems.Add(
                    new ToldProblem(
                        line,
                        i + 1,
                        "adopt.header",
                        $"Expected a column that {process.Definition.Id} knows, but found '{Shown(name)}'.",
                        Hint(name)
                    )
                );
        }

        foreach (var (needed, word) in new[] { (Tells.Number, "number"), (Tells.LodgedOn, "lodged-on"), (Tells.At, "at") })
            if (columns.All(c => c.Tells != needed))
                problems.Add(new ToldProblem(line, 1, "adopt.header", $"Expected a column '{word}', but there is none."));
        return (columns.ToImmutable(), problems.ToImmutable());
    }

    private ToldColumn? Column(int place, string name) =>
        name switch
        {
            "number" => new ToldColumn(place, Tells.Number),
            "lodged-on" => new ToldColumn(place, Tells.LodgedOn),
            "materials" => new ToldColumn(place, Tells.Materials),
            "at" => new ToldColumn(place, Tells.At),
            _ => name.Split('.', 2) is [var kind, var rest] ? OfKind(place, kind, rest) ?? OfStep(place, name) : OfStep(place, name),
        };

    private ToldColumn? OfKind(int place, string kind, string rest) =>
        kind switch
        {
            "party" when Ends(rest, ".person", out var role) => Party(role) ? new ToldColumn(place, Tells.PartyPerson, role) : null,
            "party" => Party(rest) ? new ToldColumn(place, Tells.PartyName, rest) : null,
            "form" => process.Definition.Form.FirstOrDefault(f => f.Id == rest) is { } field
                ? new ToldColumn(place, Tells.Form, rest, field)
                : null,
            "moment" => Moments().Contains(rest) ? new ToldColumn(place, Tells.Moment, rest) : null,
            "document" when Ends(rest, ".on", out var id) => Document(id) ? new ToldColumn(place, Tells.DocumentOn, id) : null,
            "document" => Document(rest) ? new ToldColumn(place, Tells.Document, rest) : null,
            "promise" => process.Definition.Materials.Any(m => m.Id == rest && m.Promise is not null)
                ? new ToldColumn(place, Tells.Promise, rest)
                : null,
            "pause" => Clock(rest) ? new ToldColumn(place, Tells.Pause, rest) : null,
            "extend" => Clock(rest) ? new ToldColumn(place, Tells.Extension, rest) : null,
            "holder" => Work(rest) is not null ? new ToldColumn(place, Tells.Holder, rest) : null,
            "opened" => Work(StepKey.Parse(rest).Key) is not null ? new ToldColumn(place, Tells.Opened, rest) : null,
            _ => null,
        };

    // Ids of steps may have a dot themselves, where a fragment has a prefix: the longest one is meant.
    private ToldColumn? OfStep(int place, string name)
    {
        if (Work(name) is not null)
            return new ToldColumn(place, Tells.Outcome, name);
        if (name.LastIndexOf('.') is not (> 0 and var dot) || Work(name[..dot]) is not { } node)
            return null;
        var (step, what) = (name[..dot], name[(dot + 1)..]);
        return what switch
        {
            "on" => new ToldColumn(place, Tells.On, step),
            "by" => new ToldColumn(place, Tells.By, step),
            "person" => new ToldColumn(place, Tells.Person, step),
            "reasons" => new ToldColumn(place, Tells.Reasons, step),
            "answers" when node is JointNode => new ToldColumn(place, Tells.Answers, step),
            _ => node.Asks.Concat(node.Outcomes.SelectMany(o => o.Asks)).FirstOrDefault(f => f.Id == what) is { } field
                ? new ToldColumn(place, Tells.Asked, step, field)
                : null,
        };
    }

    private string Hint(string name) =>
        name.Contains('.')
            ? "party.ROLE, form.FIELD, moment.NAME, document.ID, promise.MATERIAL, pause.CLOCK, extend.CLOCK, holder.STEP, opened.STEP, or STEP with .on, .by, .person, .reasons, .answers or a field it asks for"
            : $"number, lodged-on, materials, at, or a step: {string.Join(", ", Outline.All(process.Definition).OfType<WorkNode>().Select(n => n.Id))}";

    private WorkNode? Work(string key) => process.Find(key) as WorkNode;

    private bool Party(string role) => process.Definition.Parties.Any(p => p.Role == role);

    private bool Document(string id) => process.Definition.Documents.Any(d => d.Id == id);

    private bool Clock(string id) => DefinedClocks.All(process.Definition).Any(r => r.Id == StepKey.Parse(id).Key);

    private HashSet<string> Moments() =>
        [.. Outline.All(process.Definition).SelectMany(Outline.Bodies).SelectMany(b => b.Marks).Select(m => m.Moment)];

    private static bool Ends(string text, string end, out string before)
    {
        before = text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;
        return before.Length < text.Length;
    }

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Who reads a process in English reads all of it in English: a file that has English titles has them for everything. One without any is silent.</summary>
internal static class HalfTranslated
{
    public static readonly LintRule Rule = LintRule.Warning("title.no_english");

    // Below it lie the letters of Latin; a title of these alone needs no translation.
    private const char FirstBeyondLatin = '\u2E80';

    private sealed record Titled(ITitled Thing, string Id, Position At);

    public static void Check(Subject subject, Findings findings)
    {
        // What a fragment says is its own matter, and its user's when it is read.
        var own = Everything(subject).Where(t => t.At.File == subject.File).ToList();
        if (own.All(t => t.Thing.TitleEn is null))
            return;
        foreach (var chinese in own.Where(IsChineseAlone))
            findings.Add(Rule, chinese.At, ("title", chinese.Thing.Title));
        foreach (var (ground, at) in Grounds(subject).Where(g => g.At.File == subject.File && IsUntold(subject, g.Ground)))
            findings.Add(Rule, at, ("title", ground));
    }

    private static bool IsUntold(Subject subject, string ground) =>
        !subject.Definition.Grounds.ContainsKey(ground) && ground.Any(c => c >= FirstBeyondLatin);

    // A ground that a law names has its English there.
    private static IEnumerable<(string Ground, Position At)> Grounds(Subject subject)
    {
        var clocks = subject.Definition.Clocks.SelectMany(c => c.NotCounted.Select(g => (g, subject.Places.Clock(c.Id, "not-counted"))));
        return clocks.Concat(subject.Nodes.SelectMany(n => GroundsOf.At(n).Select(g => (g, subject.Places.Node(n.Id, "ground")))));
    }

    private static bool IsChineseAlone(Titled titled) =>
        titled.Thing.Words().En is null && titled.Thing.Title != titled.Id && titled.Thing.Title.Any(c => c >= FirstBeyondLatin);

    private static IEnumerable<Titled> Everything(Subject subject) => [.. OfHead(subject), .. OfPapers(subject), .. OfSteps(subject)];

    private static IEnumerable<Titled> OfHead(Subject subject)
    {
        var (definition, places) = (subject.Definition, subject.Places);
        return
        [
            .. definition.Offices.Select(o => new Titled(o, o.Key, places.Key("offices"))),
            .. definition.Parties.Select(p => new Titled(p, p.Role, places.Key("parties"))),
            .. definition.Form.Select(f => new Titled(f, f.Id, places.Form(f.Id))),
            .. definition.Clocks.Select(c => new Titled(c, c.Id, places.Clock(c.Id))),
        ];
    }

    private static IEnumerable<Titled> OfPapers(Subject subject)
    {
        var (definition, places) = (subject.Definition, subject.Places);
        return
        [
            .. definition.Materials.Select(m => new Titled(m, m.Id, places.Material(m.Id))),
            .. definition.Documents.Select(d => new Titled(d, d.Id, places.Document(d.Id))),
            .. definition.Fees.Select(f => new Titled(f, "", places.Key("fees"))),
        ];
    }

    private static IEnumerable<Titled> OfSteps(Subject subject)
    {
        var places = subject.Places;
        return
        [
            .. subject.Nodes.Select(n => new Titled(n, n.Id, places.Node(n.Id))),
            .. subject.Work.SelectMany(n => n.Asks.Select(f => new Titled(f, f.Id, places.Node(n.Id, "asks")))),
            .. subject.Bodies.SelectMany(b =>
                Of(b.Body, places.Outcome(b.Node.Id, b.Body.Id), places.Outcome(b.Node.Id, b.Body.Id, "asks"))
            ),
        ];
    }

    private static IEnumerable<Titled> Of(OutcomeRule body, Position at, Position asks) =>
        body.Asks.Select(f => new Titled(f, f.Id, asks)).Prepend(new Titled(body, body.Id, at));
}

using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Lint.Paths;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>What a rule looks at: one definition, its places, and its paths walked once for all rules.</summary>
internal sealed class Subject
{
    public Subject(DefinitionReading reading, ProcessDefinition definition, IReadOnlySet<LintProfile> profiles)
    {
        (File, Definition, Places, Profiles) = (reading.File, definition, reading.Places, profiles);
        Law = new LegalGrounds(definition, reading.Laws);
        Nodes = [.. Outline.All(definition)];
        Work = [.. Nodes.OfType<WorkNode>()];
        Bodies = [.. Nodes.SelectMany(n => Outline.Bodies(n).Select(b => (n, b)))];
        Adverse = new AdverseActs(definition, Law);
        References = new NameUse(definition);
        References.Steps.UnionWith(Adverse.Before.Select(n => n.Id));
        var walk = new PathWalk(definition, References, Adverse);
        (Beside, Paths) = (walk.Beside, walk.Run());
        Papers = new Papers(definition, Adverse);
    }

    public string File { get; }

    public ProcessDefinition Definition { get; }

    public Places Places { get; }

    public IReadOnlySet<LintProfile> Profiles { get; }

    /// <summary>What the laws say that bind the definition.</summary>
    public LegalGrounds Law { get; }

    /// <summary>Its decisions against a party.</summary>
    public AdverseActs Adverse { get; }

    public IReadOnlyList<Node> Nodes { get; }

    public IReadOnlyList<WorkNode> Work { get; }

    /// <summary>Every outcome body with the node it stands at.</summary>
    public IReadOnlyList<(Node Node, OutcomeRule Body)> Bodies { get; }

    public NameUse References { get; }

    public Concurrency Beside { get; }

    public PathFacts Paths { get; }

    public Papers Papers { get; }

    /// <summary>Whether a step that somebody may open at any time marks the moment.</summary>
    public bool IsMarkedAnyTime(string moment) => Bodies.Any(b => Beside.IsAnyTime(b.Node.Id) && b.Body.Marks.Any(m => m.Moment == moment));

    /// <summary>Whether a condition may hold at the end of a path.</summary>
    public bool MayHold(Expression condition, PathState end) => new Guess(Beside, References).MayHold(condition, end, "");

    /// <summary>Every clock, of the case, of steps, of promised materials and of participants, with the step for a limit and a way to its places.</summary>
    public IEnumerable<PlacedClock> Clocks() => PlacedClock.All(Definition, Places);

    /// <summary>Everybody who has a limit of their own in a joint.</summary>
    public IEnumerable<(JointNode Joint, Participant Who)> Participants() =>
        Nodes.OfType<JointNode>().SelectMany(j => j.Participants.Where(p => p.Limit is not null).Select(p => (j, p)));
}

using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>What a clock does not count must lie within its law, and a step that claims a ground must stop something.</summary>
internal static class ClockGrounds
{
    public static readonly LintRule Foreign = LintRule.Error("clock.foreign_ground");

    public static readonly LintRule Unlisted = LintRule.Warning("ground.unlisted");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks().Where(c => !c.Rule.NotCounted.IsEmpty))
        foreach (var basis in Bases(clock))
            if (GroundList.Of(basis, subject.Law.Book) is { } excluded)
                IsListed(clock, basis, excluded, at, findings);
        var listed = subject.Clocks().SelectMany(c => c.Rule.NotCounted).ToHashSet(StringComparer.Ordinal);
        // Other words say what a step is for other reasons than a clock: who must act, what must not be skipped, what delivers.
        var known = subject.Law.Book.Steps;
        foreach (var node in subject.Work)
            if (node.Ground is { } ground && !listed.Contains(ground) && !known.Contains(ground))
                NotListed(subject, node.Id, ground, listed, findings);
    }

    private static void NotListed(Subject subject, string step, string ground, HashSet<string> listed, Findings findings) =>
        findings.Add(
            Unlisted,
            subject.Places.Node(step, "ground"),
            ("ground", ground),
            ("step", step),
            ("way", Ways.Near(ground, listed) ?? new Message("ground.list_it"))
        );

    // Each of several limits has its own law, or that of the clock.
    private static IEnumerable<LegalBasis> Bases(ClockRule clock) => clock.Limits.Select(l => l.Basis ?? clock.Basis).Distinct();

    private static void IsListed(ClockRule clock, LegalBasis basis, GroundList excluded, Func<string, Position> at, Findings findings)
    {
        var foreign = clock.NotCounted.Where(g => !excluded.Admits(g)).ToList();
        if (foreign.Count > 0)
            findings.Add(
                Foreign,
                at("not-counted"),
                excluded.Law,
                ("clock", clock.Id),
                ("allowed", Words(basis, excluded)),
                ("grounds", string.Join("、", foreign))
            );
    }

    private static Message Words(LegalBasis basis, GroundList excluded) =>
        excluded.Lists.Count == 0
            ? new Message("ground.none_allowed", ("basis", basis.ToString()))
            : new Message(
                "ground.lists",
                ("articles", MessageValue.List(excluded.Lists.Select(l => l.ToString()))),
                ("number", excluded.Lists.Count)
            );
}

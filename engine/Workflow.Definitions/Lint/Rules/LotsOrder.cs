namespace Workflow.Definitions.Lint.Rules;

/// <summary>A step that opens for each row drawn must stand behind the draw, or it opens for nobody and is passed over.</summary>
internal static class LotsOrder
{
    public static readonly LintRule Rule = LintRule.Error("lots.not_drawn_before");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work.Where(n => n.ForEachDrawn is not null))
        {
            var states = subject.Paths.Opened(node.Id);
            if (states.Count > 0 && !states.Any(s => s.Outcomes.GetValueOrDefault(node.ForEachDrawn!) is { Length: > 0 }))
                findings.Add(Rule, subject.Places.Node(node.Id, "for-each"), ("draw", node.ForEachDrawn!), ("step", node.Id));
        }
    }
}

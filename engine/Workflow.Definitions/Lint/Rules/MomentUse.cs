namespace Workflow.Definitions.Lint.Rules;

/// <summary>A moment is there to be marked and to be used.</summary>
internal static class MomentUse
{
    public static readonly LintRule NeverMarked = LintRule.Error("moment.never_marked");

    public static readonly LintRule NeverUsed = LintRule.Warning("moment.never_used");

    // The engine itself asks for it: what was delivered can no longer be taken back.
    private const string Delivered = "delivered";

    public static void Check(Subject subject, Findings findings)
    {
        var marks = subject.Bodies.SelectMany(b => b.Body.Marks.Select(m => (b.Node, m.Moment))).ToLookup(x => x.Moment, x => x.Node);
        foreach (var moment in marks)
        {
            var at = subject.Places.Moment(moment.Key);
            var used = subject.References.Moments.Contains(moment.Key);
            if (used && !subject.Paths.IsCut && !subject.Paths.Marked.Contains(moment.Key) && !subject.IsMarkedAnyTime(moment.Key))
                findings.Add(NeverMarked, at, ("moment", moment.Key));

            // A fragment marks moments for whoever uses it; not everybody needs each.
            if (!used && moment.Key != Delivered && at.File == subject.File)
                findings.Add(NeverUsed, at, ("moment", moment.Key));
        }
    }
}

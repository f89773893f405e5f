namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>A moment is there to be marked and to be used.</summary>
internal static class MomentUse
{
    public static readonly LintRule NeverMarked = LintRule.Error("moment.never_marked");

    public static readonly LintRule NeverUsed = LintRule.Warning("moment.never_used");

    // The engine itself asks for it: what was delivered can no longer be taken back.
    private const string Delivered = "delivered";

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var moment in subject.Bodies.SelectMany(b => b.Body.Marks).Select(m => m.Moment).Distinct())
        {
            var at = subject.Places.Moment(moment);
            var used = subject.References.Moments.Contains(moment);
            if (used && !MayBeMarked(subject, moment))
                findings.Add(NeverMarked, at, ("moment", moment));

            // A fragment marks moments for whoever uses it; not everybody needs each.
            if (!used && moment != Delivered && at.File == subject.File)
                findings.Add(NeverUsed, at, ("moment", moment));
        }
    }

    private static bool MayBeMarked(Subject subject, string moment) =>
        subject.Paths.IsCut || subject.Paths.Marked.Contains(moment) || subject.IsMarkedAnyTime(moment);
}

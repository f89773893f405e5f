using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Policies of one city or one kind of item, where they are switched on.</summary>
internal static class Profiles
{
    public static readonly LintRule FourSteps = LintRule.Warning("profile.four_steps");

    public static readonly LintRule ThreeDays = LintRule.Warning("profile.three_days");

    public static readonly LintRule FiveProcedures = LintRule.Warning("profile.five_procedures");

    private const int MostSteps = 4;
    private const int MostDays = 3;

    // Budgets are in calendar days, seven to five working days.
    private const decimal CalendarDays = 1.4m;

    public static void Check(Subject subject, Findings findings)
    {
        if (subject.Profiles.Contains(LintProfile.FourStepsThreeDays))
            FourAndThree(subject, findings);
        if (!subject.Profiles.Contains(LintProfile.FiveProcedures))
            return;
        var always = OnEveryPath(subject.Definition.Steps).OfType<WorkNode>().Where(w => w.Mandatory).Select(w => w.Ground).ToHashSet();
        foreach (var ground in subject.Law.Book.EveryPath.Where(g => !always.Contains(g)))
            NotOnEveryPath(subject, ground, findings);
    }

    private static void NotOnEveryPath(Subject subject, string ground, Findings findings)
    {
        var skipped = subject.Work.FirstOrDefault(w => w.Ground == ground && w.Mandatory);
        if (skipped is null)
            findings.Add(
                FiveProcedures,
                subject.Places.Key("steps"),
                ("what", new Message("profile.five_procedures.missing", ("ground", ground)))
            );
        else
            findings.Add(
                FiveProcedures,
                subject.Places.Node(skipped.Id, "when"),
                ("what", new Message("profile.five_procedures.skipped", ("step", skipped.Id), ("ground", ground)))
            );
    }

    // Steps of an outcome or of a case are gone round by another; of branches, where all have to end, none is.
    private static IEnumerable<Node> OnEveryPath(IEnumerable<Node> nodes) =>
        nodes
            .Where(n => n.When is null)
            .SelectMany(n => n is ParallelNode { Join: null } all ? all.Branches.SelectMany(b => OnEveryPath(b.Steps)) : [n]);

    private static void FourAndThree(Subject subject, Findings findings)
    {
        foreach (var department in subject.Paths.Ends.SelectMany(e => Timers.ByDepartment(e.State)).GroupBy(d => d.Department, d => d.Span))
            FourAndThree(subject, department.Key, department.Aggregate((a, b) => a.Join(b)), findings);
    }

    // The policy speaks of the approval inside one department; several departments in turn have three days each.
    private static void FourAndThree(Subject subject, string department, Span work, Findings findings)
    {
        if (work.Steps > MostSteps)
            findings.Add(FourSteps, subject.Places.Key("steps"), ("office", department), ("most", MostSteps), ("found", work.Steps));
        if (work.Budget > MostDays * CalendarDays)
            findings.Add(
                ThreeDays,
                subject.Places.Key("steps"),
                ("office", department),
                ("most", MostDays),
                ("found", (int)Math.Ceiling(work.Budget / CalendarDays))
            );
    }
}

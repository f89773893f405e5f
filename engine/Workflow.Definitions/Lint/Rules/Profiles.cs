using Workflow.Definitions.Lint.Paths;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Policies of one city or one kind of item, where they are switched on.</summary>
internal static class Profiles
{
    public static readonly LintRule FourSteps = LintRule.Warning("profile.four_steps");

    public static readonly LintRule ThreeDays = LintRule.Warning("profile.three_days");

    public static readonly LintRule FiveProcedures = LintRule.Warning("profile.five_procedures");

    private const int MostSteps = 4;
    private const decimal MostDays = 3 * 1.4m;

    private static readonly string[] Five = ["公众参与", "专家论证", "风险评估", "合法性审查", "集体讨论"];

    public static void Check(Subject subject, Findings findings)
    {
        if (subject.Profiles.Contains(LintProfile.FourStepsThreeDays)) FourAndThree(subject, findings);
        if (!subject.Profiles.Contains(LintProfile.FiveProcedures)) return;
        foreach (var ground in Five.Where(g => !subject.Work.Any(w => w.Ground == g && w.Mandatory)))
            findings.Add(FiveProcedures, subject.Places.Key("steps"), ("ground", ground));
    }

    private static void FourAndThree(Subject subject, Findings findings)
    {
        var spans = subject.Paths.Ends.Select(e => e.State.Spans.ByClock.GetValueOrDefault(Timers.Whole)).OfType<Span>().ToList();
        if (spans.Count == 0) return;
        var whole = spans.Aggregate((a, b) => a.Join(b));
        if (whole.Steps > MostSteps)
            findings.Add(FourSteps, subject.Places.Key("steps"), ("most", MostSteps), ("found", whole.Steps));
        if (whole.Budget > MostDays)
            findings.Add(ThreeDays, subject.Places.Key("steps"), ("found", (int)Math.Ceiling(whole.Budget / 1.4m)));
    }
}

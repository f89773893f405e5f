using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>
/// Whom a decision goes against is told before, is heard, and gets the paper, as the laws' data say of such decisions. That it has
/// reasons, remedies and a paper is asked of it as of a refusal.
/// </summary>
internal static class AdverseDuties
{
    public static readonly LintRule NotTold = LintRule.Error("adverse.not_told");

    public static readonly LintRule NotHeard = LintRule.Error("adverse.not_heard");

    public static readonly LintRule NoHearing = LintRule.Error("adverse.no_hearing");

    public static readonly LintRule TooFew = LintRule.Error("adverse.too_few");

    public static readonly LintRule ToNobody = LintRule.Error("adverse.to_nobody");

    public static readonly LintRule NotServed = LintRule.Error("adverse.not_served");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var act in subject.Adverse.All)
        {
            Heard(subject, findings, act);
            Officers(subject, findings, act);
        }
        Addressees(subject, findings);
    }

    private static void Addressees(Subject subject, Findings findings)
    {
        if (subject.Definition.Parties.Length < 2)
            return;
        foreach (var (act, paper) in subject.Adverse.All.SelectMany(a => a.Papers.Select(p => (a, p))).DistinctBy(x => x.p.Id))
            if (paper is { To: null, Organ: null })
                findings.Add(
                    ToNobody,
                    subject.Places.Document(paper.Id),
                    ("document", paper.Id),
                    ("outcome", act.Body.Id),
                    ("step", act.Node.Id)
                );
    }

    // What is told before has the answer before; on the spot the party is heard in the same act or after it. A right to a hearing is
    // told with the rest; that there is one, an article says of the decisions that it names.
    private static void Heard(Subject subject, Findings findings, AdverseAct act)
    {
        var told = act.DoneBy(Duty.ToldBefore);
        Asked(NotTold, told, before: true);
        Asked(NotHeard, act.DoneBy(Duty.Heard), before: told is not null);
        if (act.DoneBy(Duty.HearingTold) is { Article.Decisions.IsEmpty: false } hearing)
            Asked(NoHearing, hearing, before: false);

        void Asked(LintRule rule, (CitedArticle Cited, Article Article)? law, bool before)
        {
            if (law is var (cited, article) && !IsDone(subject, act, article.Steps, before))
                findings.Add(
                    rule,
                    subject.Places.Outcome(act.Node.Id, act.Body.Id),
                    cited,
                    ("outcome", act.Body.Id),
                    ("step", act.Node.Id),
                    ("ground", string.Join(", ", article.Steps))
                );
        }
    }

    private static bool IsDone(Subject subject, AdverseAct act, IReadOnlyCollection<string> grounds, bool before)
    {
        var steps = subject.Adverse.Before.Where(n => grounds.Contains(n.Ground!)).Select(n => n.Id).ToList();
        return before
            ? subject.Paths.Opened(act.Node.Id).All(s => steps.Exists(id => s.Outcomes.GetValueOrDefault(id) is { Length: > 0 }))
            : steps.Count > 0;
    }

    private static void Officers(Subject subject, Findings findings, AdverseAct act)
    {
        if (act.Demanding(Duty.TwoOfficers) is { Article.Officers: { } least } law && !subject.Work.Any(n => Acting(n) >= least))
            findings.Add(
                TooFew,
                subject.Places.Outcome(act.Node.Id, act.Body.Id),
                law.Cited,
                ("outcome", act.Body.Id),
                ("step", act.Node.Id),
                ("number", least)
            );
    }

    private static int Acting(WorkNode node) =>
        node is StepNode { By: not PartyRole } step ? step.Officers
        : node is JointNode joint ? joint.Participants.Max(p => p.Officers)
        : 0;
}

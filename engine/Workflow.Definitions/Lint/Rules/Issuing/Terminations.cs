using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>Whoever applied learns on paper why their case is terminated, and where to turn.</summary>
internal static class Terminations
{
    public static readonly LintRule Unnamed = LintRule.Warning("termination.unnamed");

    public static readonly LintRule Unstated = LintRule.Error("termination.unstated");

    public static readonly LintRule Unserved = LintRule.Error("termination.unserved");

    public static void Check(Subject subject, Findings findings)
    {
        if (subject.Definition.AnyTime.FirstOrDefault(s => s.Id == subject.Definition.Termination) is { } step)
            Named(subject, step, findings);
        else if (subject.Definition.Termination is null && MayHurt(subject))
            findings.Add(Unnamed, subject.Places.Key("process"), ("process", subject.Definition.Id));
    }

    private static void Named(Subject subject, StepNode step, Findings findings)
    {
        foreach (var paper in step.Outcomes.SelectMany(o => o.Issues).Distinct())
        {
            var at = subject.Places.Node(step.Id, "issues");
            if (!IsReasoned(subject, step, paper))
                findings.Add(Unstated, at, ("document", paper));
            if (subject.Bodies.Any(b => b.Body.Serves is not null) && !IsServed(subject.Definition, paper))
                findings.Add(Unserved, at, ("document", paper));
        }
    }

    // Who asked for something, and whose file waits until they can turn against nothing more, loses it by a termination too.
    private static bool MayHurt(Subject subject) =>
        subject.Definition is { Parties.IsEmpty: false, After.IsEmpty: false }
        && !CommonWords.OwnMotion.IsTitle(subject.Definition.Item.Type)
        && subject.Bodies.Any(b => b.Body.Remedies is Remedies.Free or Remedies.ReconsiderationFirst);

    private static bool IsReasoned(Subject subject, StepNode step, string paper) =>
        subject.Papers.StatesBoth(paper)
        || (step.Outcomes.All(o => o.Remedies == Remedies.None) && subject.Definition.Documents.Any(d => d.Id == paper && d.StatesReasons));

    // The case is concluded then, so that only its after-care can serve it.
    private static bool IsServed(ProcessDefinition definition, string paper) =>
        Outline
            .All(definition.After)
            .SelectMany(Outline.Bodies)
            .Any(b => b.Serves is { } rule && (rule.Documents.IsEmpty || rule.Documents.Contains(paper)));
}

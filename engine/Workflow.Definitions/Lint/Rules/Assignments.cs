using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>What a rule gives to a person is a post's, and what it does in a person's name needs nothing of them.</summary>
internal static class Assignments
{
    public static readonly LintRule Party = LintRule.Error("assign.party", "A party's task is given out",
        "Only the post of an office has several holders among whom a rule can choose; a party acts for itself.");

    public static readonly LintRule AnyTime = LintRule.Error("assign.any_time", "A step that somebody opens is given out",
        "Whoever opens an any-time step has it; no rule chooses.");

    public static readonly LintRule Itself = LintRule.Error("assign.itself", "'if-nobody' names the post itself",
        "Where nobody of a post may act, the same post is of no help.");

    public static readonly LintRule NeverPasses = LintRule.Error("assign.never_passes", "The outcome cannot be passed in a person's name",
        "It asks for what only the person can enter, or several officers sign: they would always be asked again.");

    public static void Check(Subject subject, Findings findings)
    {
        Participants(subject, findings);
        foreach (var step in subject.Nodes.OfType<StepNode>().Where(s => s is not { Assign: null, IfNobody: null, PassesBySame: null }))
        {
            var at = subject.Places.Node(step.Id, step.Assign is not null ? "assign" : step.IfNobody is not null ? "if-nobody" : "same-person");
            if (step.By is PartyRole) findings.Add(Party, at, $"Expected the post of an office to give '{step.Id}' to, but {step.By} is a party.");
            if (subject.Beside.IsAnyTime(step.Id)) findings.Add(AnyTime, at, $"Expected a step that opens in its turn, but '{step.Id}' opens when somebody opens it.");
            if (step.IfNobody?.Instead is PartyRole party) findings.Add(Party, at, $"Expected a post instead of {step.By} at '{step.Id}', but {party} is a party.");
            if (step.IfNobody?.Instead is { } other && other.Equals(step.By)) findings.Add(Itself, at, $"Expected another post than {step.By} for '{step.Id}', but it is the same.");
            if (step.PassesBySame is { } id && step.Outcomes.FirstOrDefault(o => o.Id == id) is { } outcome && Obstacle(subject, step, outcome) is { } why)
                findings.Add(NeverPasses, subject.Places.Node(step.Id, "same-person"), $"Expected an outcome that needs nothing to be entered, but {why} at '{step.Id}'.");
        }
    }

    private static void Participants(Subject subject, Findings findings)
    {
        foreach (var joint in subject.Nodes.OfType<JointNode>())
            foreach (var party in joint.Participants.Where(p => p is { Assign: not null, By: PartyRole }))
                findings.Add(Party, subject.Places.Participant(joint.Id, party.Key, "assign"), $"Expected the post of an office whose answer at '{joint.Id}' is given out, but {party.Key} is a party.");
    }

    private static string? Obstacle(Subject subject, StepNode step, OutcomeRule outcome)
    {
        if (step.Officers > 1) return $"{step.Officers} officers sign";
        if (step.Asks.Concat(outcome.Asks).FirstOrDefault(f => f.RequiredWhen is Literal { Value: TruthValue { Yes: true } }) is { } field) return $"{outcome.Id} asks for '{field.Id}'";
        var entered = subject.Definition.Documents.FirstOrDefault(d => outcome.Issues.Contains(d.Id) && d.Number.Kind is NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode);
        return entered is null ? null : $"{outcome.Id} issues '{entered.Id}' under a number that is entered";
    }
}

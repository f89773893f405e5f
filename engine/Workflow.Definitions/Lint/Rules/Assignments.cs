using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>What a rule gives to a person is a post's, and what it does in a person's name needs nothing of them.</summary>
internal static class Assignments
{
    public static readonly LintRule Party = LintRule.Error("assign.party");

    public static readonly LintRule AnyTime = LintRule.Error("assign.any_time");

    public static readonly LintRule Itself = LintRule.Error("assign.itself");

    public static readonly LintRule NeverPasses = LintRule.Error("assign.never_passes");

    public static void Check(Subject subject, Findings findings)
    {
        Participants(subject, findings);
        foreach (var step in subject.Nodes.OfType<StepNode>().Where(s => s is not { Assign: null, IfNobody: null, PassesBySame: null }))
        {
            var at = subject.Places.Node(step.Id, step.Assign is not null ? "assign" : step.IfNobody is not null ? "if-nobody" : "same-person");
            if (step.By is PartyRole) findings.Add(Party, at, ("what", new Message("assign.party_step", ("step", step.Id), ("party", step.By.ToString()!))));
            if (subject.Beside.IsAnyTime(step.Id)) findings.Add(AnyTime, at, ("step", step.Id));
            if (step.IfNobody?.Instead is PartyRole party) findings.Add(Party, at, ("what", new Message("assign.party_instead", ("post", step.By.ToString()!), ("step", step.Id), ("party", party.ToString()!))));
            if (step.IfNobody?.Instead is { } other && other.Equals(step.By)) findings.Add(Itself, at, ("post", step.By.ToString()!), ("step", step.Id));
            if (step.PassesBySame is { } id && step.Outcomes.FirstOrDefault(o => o.Id == id) is { } outcome && Obstacle(subject, step, outcome) is { } why)
                findings.Add(NeverPasses, subject.Places.Node(step.Id, "same-person"), ("why", why), ("step", step.Id));
        }
    }

    private static void Participants(Subject subject, Findings findings)
    {
        foreach (var joint in subject.Nodes.OfType<JointNode>())
            foreach (var party in joint.Participants.Where(p => p is { Assign: not null, By: PartyRole }))
                findings.Add(Party, subject.Places.Participant(joint.Id, party.Key, "assign"), ("what", new Message("assign.party_answer", ("joint", joint.Id), ("party", party.Key))));
    }

    private static Message? Obstacle(Subject subject, StepNode step, OutcomeRule outcome)
    {
        if (step.Officers > 1) return new Message("assign.officers_sign", ("number", step.Officers));
        if (step.Asks.Concat(outcome.Asks).FirstOrDefault(f => f.RequiredWhen is Literal { Value: TruthValue { Yes: true } }) is { } field) return new Message("assign.asks_for", ("outcome", outcome.Id), ("field", field.Id));
        var entered = subject.Definition.Documents.FirstOrDefault(d => outcome.Issues.Contains(d.Id) && d.Number.Kind is NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode);
        return entered is null ? null : new Message("assign.issues_entered", ("outcome", outcome.Id), ("document", entered.Id));
    }
}

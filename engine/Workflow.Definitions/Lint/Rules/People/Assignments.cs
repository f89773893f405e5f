using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.People;

/// <summary>What a rule gives to a person is a post's, and what it does in a person's name needs nothing of them.</summary>
internal static class Assignments
{
    public static readonly LintRule Party = LintRule.Error("assign.party");

    public static readonly LintRule AnyTime = LintRule.Error("assign.any_time");

    public static readonly LintRule Itself = LintRule.Error("assign.itself");

    public static readonly LintRule NeverPasses = LintRule.Error("assign.never_passes");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var joint in subject.Nodes.OfType<JointNode>())
            Participants(subject, joint, findings);
        foreach (var step in subject.Nodes.OfType<StepNode>().Where(s => s is not { Assign: null, IfNobody: null, PassesBySame: null }))
        {
            GivenOut(subject, step, findings);
            Instead(subject, step, findings);
            Passes(subject, step, findings);
        }
    }

    private static void Participants(Subject subject, JointNode joint, Findings findings)
    {
        foreach (var party in joint.Participants.Where(p => p is { Assign: not null, By: PartyRole }))
        {
            var what = new Message("assign.party_answer", ("joint", joint.Id), ("party", party.Key));
            findings.Add(Party, subject.Places.Participant(joint.Id, party.Key, "assign"), ("what", what));
        }
    }

    private static void GivenOut(Subject subject, StepNode step, Findings findings)
    {
        var at = Place(subject, step);
        if (step.By is PartyRole)
            findings.Add(Party, at, ("what", new Message("assign.party_step", ("step", step.Id), ("party", step.By.ToString()!))));
        if (subject.Beside.IsAnyTime(step.Id))
            findings.Add(AnyTime, at, ("step", step.Id));
    }

    private static void Instead(Subject subject, StepNode step, Findings findings)
    {
        if (step.IfNobody?.Instead is not { } other)
            return;
        var (at, post) = (Place(subject, step), step.By.ToString()!);
        if (other is PartyRole)
            findings.Add(
                Party,
                at,
                ("what", new Message("assign.party_instead", ("post", post), ("step", step.Id), ("party", other.ToString()!)))
            );
        if (other.Equals(step.By))
            findings.Add(Itself, at, ("post", post), ("step", step.Id));
    }

    private static void Passes(Subject subject, StepNode step, Findings findings)
    {
        if (step.Outcomes.FirstOrDefault(o => o.Id == step.PassesBySame) is { } outcome && Obstacle(subject, step, outcome) is { } why)
            findings.Add(NeverPasses, subject.Places.Node(step.Id, "same-person"), ("why", why), ("step", step.Id));
    }

    private static Position Place(Subject subject, StepNode step) =>
        subject.Places.Node(
            step.Id,
            step.Assign is not null ? "assign"
                : step.IfNobody is not null ? "if-nobody"
                : "same-person"
        );

    private static Message? Obstacle(Subject subject, StepNode step, OutcomeRule outcome)
    {
        if (step.Officers > 1)
            return new Message("assign.officers_sign", ("number", step.Officers));
        if (Outline.Asks(step, outcome).FirstOrDefault(IsRequired) is { } field)
            return new Message("assign.asks_for", ("outcome", outcome.Id), ("field", field.Id));
        return subject.Definition.Documents.FirstOrDefault(d => outcome.Issues.Contains(d.Id) && IsEntered(d.Number)) is { } entered
            ? new Message("assign.issues_entered", ("outcome", outcome.Id), ("document", entered.Id))
            : null;
    }

    private static bool IsRequired(Field field) => field.RequiredWhen is Literal { Value: TruthValue { Yes: true } };

    private static bool IsEntered(NumberRule number) =>
        number.Kind is NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode;
}

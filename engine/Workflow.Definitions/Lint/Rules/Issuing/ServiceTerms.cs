using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>A paper goes to those it is for, each of them is served for itself, and whoever takes it signs for it.</summary>
internal static class ServiceTerms
{
    public static readonly LintRule ForAnother = LintRule.Warning("document.for_another");

    public static readonly LintRule OneForAll = LintRule.Warning("serve.one_for_all");

    public static readonly LintRule InPerson = LintRule.Warning("serve.in_person");

    public static readonly LintRule Unsigned = LintRule.Warning("serve.unsigned");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies)
        {
            GoesToAnother(subject, findings, node, body);
            if (body.Serves is { } rule)
                Serves(subject, findings, (node, body), rule);
        }
    }

    private static void Serves(Subject subject, Findings findings, (Node Node, OutcomeRule Body) at, ServeRule rule)
    {
        var (node, body) = at;
        var place = subject.Places.Outcome(node.Id, body.Id, "serves");
        if (rule.DayField is not null && HasSeveral(subject.Definition) && !IsOneByOne(node, body))
            findings.Add(OneForAll, place, ("step", node.Id), ("outcome", body.Id));
        if (rule is { SignedField: null, InPerson: not null })
            findings.Add(Unsigned, place, ("step", node.Id), ("outcome", body.Id));
        if (rule.InPerson is null && (rule.SignedField is not null || IsChosen(node, body, rule)))
            findings.Add(InPerson, place, ("step", node.Id), ("outcome", body.Id));
    }

    private static bool IsOneByOne(Node node, OutcomeRule body) => node is WorkNode work && ServiceNeeds.IsOneByOne(work, body);

    // What comes with a party's task is for that party; without an addressee everybody is served with it.
    private static void GoesToAnother(Subject subject, Findings findings, Node node, OutcomeRule body)
    {
        if (Next(subject, node, body) is not StepNode { By: PartyRole party } next || party.Role == subject.Definition.Parties[0].Role)
            return;
        foreach (
            var paper in subject.Definition.Documents.Where(d =>
                body.Issues.Contains(d.Id) && d is { To: null, Organ: null, StatesRemedies: false }
            )
        )
            findings.Add(
                ForAnother,
                subject.Places.Outcome(node.Id, body.Id, "issues"),
                ("document", paper.Id),
                ("step", next.Id),
                ("party", party.Role)
            );
    }

    private static Node? Next(Subject subject, Node node, OutcomeRule body) =>
        body.Steps.FirstOrDefault() ?? (body.Exit is null ? After(subject.Definition, node) : null);

    private static Node? After(ProcessDefinition definition, Node node) =>
        Lists(definition).Where(l => l.Contains(node)).Select(l => l.SkipWhile(n => n != node).Skip(1).FirstOrDefault()).FirstOrDefault();

    private static IEnumerable<IReadOnlyList<Node>> Lists(ProcessDefinition definition) =>
        Outline.All(definition).SelectMany(Outline.Lists).Append(definition.Steps).Append(definition.After);

    // Two in one role are two addressees too, but nobody writes down that there may be.
    private static bool HasSeveral(ProcessDefinition definition) => definition.Parties.Length > 1;

    private static bool IsChosen(Node node, OutcomeRule body, ServeRule rule) =>
        node is WorkNode work && Outline.Asks(work, body).Any(f => f.Id == rule.WayField && f.Type == FieldType.Choice);
}

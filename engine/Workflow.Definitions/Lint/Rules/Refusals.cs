using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Who is refused something learns why, and where to go.</summary>
internal static class Refusals
{
    public static readonly LintRule NoReasons = LintRule.Error("refusal.no_reasons", "A refusal without reasons",
        "行政许可法 第三十八条第二款: 应当说明理由.");

    public static readonly LintRule NoRemedies = LintRule.Error("refusal.no_remedies", "A refusal that names no remedies, or not their order",
        "行政许可法 第三十八条第二款: 告知申请人享有依法申请行政复议或者提起行政诉讼的权利; 行政复议法(2023) 第二十三条 puts reconsideration first in some cases.");

    public static readonly LintRule NoDocument = LintRule.Error("refusal.no_document", "No document states the refusal with reasons and remedies",
        "行政许可法 第三十八条第二款 asks for a written decision; without one no period to complain begins.");

    public static readonly LintRule WrongOrder = LintRule.Error("refusal.remedies_order", "The refusal names litigation where reconsideration comes first",
        "行政复议法(2023) 第二十三条第一款: who was fined on the spot (第一项), or is refused government information (第四项), must ask for reconsideration first.");

    private static readonly DateOnly ReconsiderationFirstSince = new(2024, 1, 1);

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies.Where(b => RefusingOutcome.Is(b.Node, b.Body)))
        {
            var at = subject.Places.Outcome(node.Id, body.Id);
            if (!body.ReasonsRequired)
                findings.Add(NoReasons, at, $"Expected reasons at {body.Id} of '{node.Id}', but it asks for none.", "add 'reasons: required'");
            if (body.Remedies is null)
                findings.Add(NoRemedies, at, $"Expected the order of remedies at {body.Id} of '{node.Id}', but it is missing.", "add 'remedies: free', 'reconsideration-first' or 'none'");
            if (body is { Remedies: Remedies.Free } && ComesFirst(subject.Definition, body) && subject.Definition.InForce.From >= ReconsiderationFirstSince)
                findings.Add(WrongOrder, at, $"Expected reconsideration first at {body.Id} of '{node.Id}', but its remedies are free.", "write 'remedies: reconsideration-first'");
            if (IsUnstated(subject, node, body))
                findings.Add(NoDocument, at, $"Expected a document that states reasons and remedies after {body.Id} of '{node.Id}', but a path ends without one.", "issue one with 'states: [reasons, remedies]'");
        }
    }

    // The listed cases that a definition shows: by its words, and by the type of its item.
    private static bool ComesFirst(ProcessDefinition definition, OutcomeRule body) =>
        body.Title.StartsWith("不予公开", StringComparison.Ordinal)
        || (definition.Item.Type == "行政处罚" && body.Title.StartsWith("当场", StringComparison.Ordinal));

    // A later step may draw the decision up; an any-time step must do it itself.
    private static bool IsUnstated(Subject subject, Node node, OutcomeRule body) =>
        subject.Beside.IsAnyTime(node.Id)
            ? !body.Issues.Any(subject.Papers.StatesBoth)
            : subject.Paths.Ends.Any(e => e.State.Unstated.Contains($"{node.Id}/{body.Id}"));
}

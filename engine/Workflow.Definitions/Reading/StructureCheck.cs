using System.Collections.Immutable;
using Workflow.Definitions.Reading.Clocks;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Papers;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Reading.Steps;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Checks what no single key shows: where exits lead, and whether periods add up.</summary>
internal sealed class StructureCheck(ProcessDefinition definition, Places places, Problems problems)
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        var check = new StructureCheck(definition, places, problems);
        check.Exits();
        check.NoEnd();
        check.Rows();
        ClockCheck.Run(definition, places, problems);
        MaterialCheck.Run(definition, places, problems);
        FilingCheck.Run(definition, places, problems);
        new SilenceCheck(definition, places, problems).Run();
    }

    // A table stands where one act fills it: of a vote or of many rows there is none.
    private void Rows()
    {
        var nodes = Outline.All(definition).ToList();
        foreach (var node in nodes.OfType<WorkNode>().Where(n => n.ForEachStep is not null))
            if (nodes.Find(n => n.Id == node.ForEachStep) is WorkNode { IsRepeated: true } or JointNode { Vote.Head: null })
                problems.Error(places.Node(node.Id, "for-each"), StepProblems.FilledBySeveral(node.Id, node.ForEachStep!));
    }

    private void Exits()
    {
        List(definition.Steps, [], []);
        ImmutableHashSet<string> anywhere = [.. definition.Steps.Select(s => s.Id)];
        foreach (var step in definition.AnyTime)
            List([step], [], anywhere);
        List(definition.After, [], []);
    }

    // 'behind' holds the nodes before this list and around it; only they may be gone back to.
    private void List(IReadOnlyList<Node> nodes, ImmutableHashSet<string> around, ImmutableHashSet<string> behind)
    {
        foreach (var node in nodes)
        {
            behind = behind.Add(node.Id);
            foreach (var body in Outline.Bodies(node))
                Exit(node, body, around, behind);
            foreach (var list in Outline.Lists(node))
                List(list, around.Add(node.Id), behind);
        }
    }

    // The case has ended before its after-care begins; it is closed when the list is done.
    private void NoEnd()
    {
        foreach (var node in Outline.All(definition.After))
        foreach (var body in Outline.Bodies(node).Where(b => b.Exit is EndExit))
            problems.Error(places.Outcome(node.Id, body.Id, "end"), StepProblems.EndAfterEnd(node.Id, body.Id));
    }

    private void Exit(Node node, OutcomeRule body, ImmutableHashSet<string> around, ImmutableHashSet<string> behind)
    {
        if (body.Exit is LeaveExit leave && !around.Contains(leave.Block))
            problems.Error(
                places.Outcome(node.Id, body.Id, "leave"),
                StepProblems.LeaveNotAround(node.Id, leave.Block, WayOut(leave, around))
            );
        if (body.Exit is BackExit back)
            Back(node, body, back, behind);
    }

    private static Message WayOut(LeaveExit leave, ImmutableHashSet<string> around) =>
        Ways.Near(leave.Block, around, around.IsEmpty ? Ways.End : Ways.Around(around.Order(StringComparer.Ordinal)));

    private void Back(Node node, OutcomeRule body, BackExit back, ImmutableHashSet<string> behind)
    {
        var at = places.Outcome(node.Id, body.Id, "back");
        if (!behind.Contains(back.To))
            problems.Error(at, NotBehind(node.Id, back.To));
        if (back.Otherwise is { } otherwise)
            WhenUsedUp(node, body, otherwise, at);
        if (back.OwnRows && OwnRows(node, back) is { } problem)
            problems.Error(at, problem);
    }

    private Message NotBehind(string node, string to) =>
        IsStep(to) ? StepProblems.BackElsewhere(node, to) : StepProblems.BackNowhere(node, to);

    private static Message? OwnRows(Node node, BackExit back) =>
        back.StraightBack ? StepProblems.BackRowsStraight(node.Id)
        : node is WorkNode { IsRepeated: true } ? null
        : StepProblems.BackRowsNone(node.Id);

    private void WhenUsedUp(Node node, OutcomeRule body, string otherwise, Position at)
    {
        var outcomes = Outline.Bodies(node).Select(o => o.Id).ToList();
        if (!outcomes.Contains(otherwise))
            problems.Error(at, StepProblems.BackOtherwise(node.Id, otherwise, Ways.Near(otherwise, outcomes)));
        if (otherwise == body.Id)
            problems.Error(at, StepProblems.BackItself(node.Id, body.Id));
    }

    private bool IsStep(string id) => Outline.All(definition).Any(n => n.Id == id);
}

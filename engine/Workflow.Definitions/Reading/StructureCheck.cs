using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Checks what no single key shows: where exits lead, and whether periods add up.</summary>
internal sealed class StructureCheck(ProcessDefinition definition, Places places, Problems problems)
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        var check = new StructureCheck(definition, places, problems);
        check.List(definition.Steps, [], []);
        ImmutableHashSet<string> anywhere = [.. definition.Steps.Select(s => s.Id)];
        foreach (var step in definition.AnyTime) check.List([step], [], anywhere);
        check.List(definition.After, [], []);
        check.NoEnd();
        ClockCheck.Run(definition, places, problems);
        MaterialCheck.Run(definition, places, problems);
        FilingCheck.Run(definition, places, problems);
        new SilenceCheck(definition, places, problems).Run();
    }

    // 'behind' holds the nodes before this list and around it; only they may be gone back to.
    private void List(IReadOnlyList<Node> nodes, ImmutableHashSet<string> around, ImmutableHashSet<string> behind)
    {
        foreach (var node in nodes)
        {
            behind = behind.Add(node.Id);
            foreach (var body in Outline.Bodies(node)) Exit(node, body, around, behind);
            foreach (var list in Outline.Lists(node)) List(list, around.Add(node.Id), behind);
        }
    }

    // The case has ended before its after-care begins; it is closed when the list is done.
    private void NoEnd()
    {
        foreach (var node in Outline.All(definition.After))
            foreach (var body in Outline.Bodies(node).Where(b => b.Exit is EndExit))
                problems.Error(places.Outcome(node.Id, body.Id, "end"), "after.end", $"Expected '{node.Id}' to come after the end of the case, but {body.Id} ends it again.", "take 'end' away: the case is closed when the list is done");
    }

    private void Exit(Node node, OutcomeRule body, ImmutableHashSet<string> around, ImmutableHashSet<string> behind)
    {
        if (body.Exit is LeaveExit leave && !around.Contains(leave.Block))
            problems.Error(places.Outcome(node.Id, body.Id, "leave"), "leave.not_around", $"Expected '{node.Id}' to leave a step, joint or parallel around it, but '{leave.Block}' is none.", Nearest.Hint(leave.Block, around) ?? (around.IsEmpty ? "use 'end' to conclude the case" : $"around it: {string.Join(", ", around.Order(StringComparer.Ordinal))}"));
        if (body.Exit is BackExit back) Back(node, body, back, behind);
    }

    private void Back(Node node, OutcomeRule body, BackExit back, ImmutableHashSet<string> behind)
    {
        var at = places.Outcome(node.Id, body.Id, "back");
        if (!behind.Contains(back.To))
            problems.Error(at, "back.not_behind", $"Expected '{node.Id}' to go back to an earlier step of its own list or of one around it, but '{back.To}' is {(Outline.All(definition).Any(n => n.Id == back.To) ? "elsewhere: later, or in another branch" : "no step")}.");
        if (back.Otherwise is { } otherwise && Outline.Bodies(node).All(o => o.Id != otherwise))
            problems.Error(at, "outcome.unknown", $"Expected an outcome of '{node.Id}' after 'otherwise', but found '{otherwise}'.", Nearest.Hint(otherwise, Outline.Bodies(node).Select(o => o.Id)));
        if (back.OwnRows && (back.StraightBack || node is not WorkNode { IsRepeated: true }))
            problems.Error(at, "back.rows", $"Expected rows of its own that '{node.Id}' sends back to run again, but {(back.StraightBack ? "it comes straight back" : "it opens once, for no row")}.", back.StraightBack ? "take 'then: straight-back' away" : "take 'rows: own' away, or write 'for-each'");
        if (back.Otherwise == body.Id)
            problems.Error(at, "back.otherwise_itself", $"Expected another outcome of '{node.Id}' after 'otherwise', but it names '{body.Id}' itself.");
    }
}

using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Drafts;

/// <summary>Lets drafts end with what they were for, in the transaction of the entry that ends it: nothing is left to sweep.</summary>
internal static class DraftKeeping
{
    internal const string DropOwn = "delete from drafts where case_no = @p0 and step = @p1 and person = @p2";

    private const string DropAll = "delete from drafts where case_no = @p0 and step = @p1";

    /// <summary>Drops every draft at a run that the entry closed or put aside, and the draft of whoever has said at a step what they had to say.</summary>
    internal static void After(NewEntry entry, WriteSession session)
    {
        var number = entry.After.Number;
        foreach (var step in entry.Before.Steps.Values.Where(s => s.Status == StepStatus.Open && !GoesOn(s, entry.After)))
            session.Prepared(DropAll, 2).Run(number, step.Key);
        foreach (var (step, person) in entry.Events.Select(Said).OfType<(string, string)>())
            session.Prepared(DropOwn, 3).Run(number, step, person);
    }

    private static bool GoesOn(StepState step, CaseState after) =>
        after.Steps.GetValueOrDefault(step.Key) is { Status: StepStatus.Open } now && now.Instance == step.Instance;

    private static (string Step, string Person)? Said(CaseEvent happened) =>
        happened is AnswerGiven answered ? (answered.Step, answered.Given.By)
        : happened is SideReplied replied ? (replied.Step, replied.Reply.By)
        : happened is SideAsked { Task: { Answer: { } waiting } } asked ? (asked.Step, waiting.By)
        : happened is StepProposed proposed ? (proposed.Step, proposed.Proposal.By)
        : null;
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;

namespace Workflow.Host.Drafts;

/// <summary>The open step at which the caller may have a draft: one that waits for them, or for somebody they stand in for today.</summary>
/// <param name="State">The case.</param>
/// <param name="Step">The step's run.</param>
/// <param name="IsJoint">Whether several answer there.</param>
public sealed record DraftPlace(CaseState State, StepState Step, bool IsJoint)
{
    /// <exception cref="RequestRefusedException">There is no such case or step for the caller, or it does not wait for them.</exception>
    public static DraftPlace Require(Caller caller, string number, string key, CaseReads reads, Workplace place)
    {
        var state = CaseAccess.Require(caller, reads.State(number), number);
        var process = place.Processes.Find(state.Definition)!;
        if (process.Find(key) is not { } node)
            throw DraftRefusals.NoStep(Named(process.Definition), key, Steps(process.Definition));
        if (state.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step)
            throw DraftRefusals.NotOpen(node.Name(key));
        return Turns
            .Waiting(process, step)
            .Where(e => !OwnCase.Keeps(process, state, key, e, caller.Id))
            .Any(e => WaitsFor(caller, state, e))
            ? new DraftPlace(state, step, node is JointNode)
            : throw DraftRefusals.NotYours(node.Name(key), caller.Named);
    }

    private static bool WaitsFor(Caller caller, CaseState state, Entitlement who) =>
        who.Admits(caller.Person) || ActedFor(caller, state).Any(who.Admits);

    private static IEnumerable<PersonFact> ActedFor(Caller caller, CaseState state) =>
        caller.ActsForIn(state.Process).Concat(caller.ServesIn(state));

    private static NameValue Named(ProcessDefinition definition) => definition.Title.Named(definition.Id);

    private static IEnumerable<NameValue> Steps(ProcessDefinition definition) =>
        Outline.All(definition).OfType<WorkNode>().Select(n => n.Name(n.Id));
}

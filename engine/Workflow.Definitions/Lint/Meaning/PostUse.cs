using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>A post that a process counts on: it acts, answers, decides, approves or is told.</summary>
/// <param name="Post">The post.</param>
/// <param name="At">Where it is named.</param>
internal sealed record PostUse(OfficeRole Post, Position At)
{
    /// <summary>Returns every post of an office that a process names, in the order of its parts.</summary>
    public static IEnumerable<PostUse> All(ProcessDefinition definition, Places places)
    {
        var nodes = Outline.All(definition).ToList();
        return nodes
            .OfType<StepNode>()
            .SelectMany(s => OfStep(s, places))
            .Concat(nodes.OfType<JointNode>().SelectMany(j => OfJoint(j, places)))
            .Concat(PlacedClock.All(definition, places).SelectMany(OfClock));
    }

    private static IEnumerable<PostUse> OfStep(StepNode step, Places places) =>
        Of(step.By, places.Post(step.Id, "by")).Concat(Of(step.IfNobody?.Instead, places.Post(step.Id, "if-nobody")));

    private static IEnumerable<PostUse> OfJoint(JointNode joint, Places places) =>
        joint
            .Participants.SelectMany(p => Of(p.By, places.Participant(joint.Id, p.Key)))
            .Concat(Of(joint.Vote.Head, places.Post(joint.Id, "decide")));

    private static IEnumerable<PostUse> OfClock(PlacedClock clock) =>
        clock
            .Rule.Extensions.SelectMany(e => Of(e.Approver, clock.At("extend")))
            .Concat(clock.Rule.Escalations.SelectMany(e => Of(e.To, clock.At("escalate"))));

    private static IEnumerable<PostUse> Of(Assignee? who, Position at) => who is OfficeRole post ? [new PostUse(post, at)] : [];
}

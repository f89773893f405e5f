using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint;

/// <summary>
/// Looks with the register whether somebody holds each post that a process names, and whether somebody is left for each step
/// who has its qualifications and is not barred by separation. Organisations that the register does not know are not judged.
/// </summary>
public static class PostHolders
{
    /// <summary>A post without a holder.</summary>
    public static LintRule Vacant { get; } = LintRule.Warning("post.vacant");

    /// <summary>A step that its holders may not do.</summary>
    public static LintRule NobodyLeft { get; } = LintRule.Warning("post.nobody_left");

    /// <summary>A quorum that all who hold the post do not reach.</summary>
    public static LintRule QuorumMembers { get; } = LintRule.Warning("joint.quorum_members");

    /// <summary>Returns a warning for each post that nobody holds, and for each step and participant that nobody of the register may ever do.</summary>
    public static IEnumerable<Problem> Check(DefinitionReading reading, Register register)
    {
        if (reading.Definition is not { } definition)
            return [];
        var (held, places) = (new HeldPosts(register, definition), reading.Places);
        return Empty(definition, places, held)
            .Concat(Left(definition, places, held))
            .Concat(TooFewMembers(definition, places, held))
            .Distinct();
    }

    private static IEnumerable<Problem> Empty(ProcessDefinition definition, Places places, HeldPosts held) =>
        from use in PostUse.All(definition, places)
        where held.Knows(use.Post) && held.Holders(use.Post).Count == 0
        select new Problem(use.At, IsVacant(use.Post, held), Vacant.Severity);

    private static IEnumerable<Problem> TooFewMembers(ProcessDefinition definition, Places places, HeldPosts held) =>
        from joint in Outline.All(definition).OfType<JointNode>()
        let quorum = joint.Vote.Quorum
        where quorum is not null
        let members = joint.Participants.Sum(p => Voices(p, held))
        let least = quorum.Least(members)
        where members < least
        select new Problem(
            places.Node(joint.Id, "quorum"),
            new Message(QuorumMembers.Code, ("joint", joint.Id), ("least", least), ("members", members)),
            QuorumMembers.Severity
        );

    // An organisation that the register does not know may have any number of holders.
    private static int Voices(Participant participant, HeldPosts held) =>
        participant is not { All: true, By: OfficeRole post } ? 1
        : held.Knows(post) ? held.Holders(post, participant.Qualified).Count
        : short.MaxValue;

    private static Message IsVacant(OfficeRole post, HeldPosts held) =>
        new Message(Vacant.Code, ("post", post.ToString())).With(Ways.Near(post.ToString(), held.Beside(post), Ways.NameHolder));

    private static IEnumerable<PostDuty> Duties(IEnumerable<Node> nodes, Places places) =>
        nodes.OfType<StepNode>().Select(s => PostDuty.Of(s, places)).OfType<PostDuty>();

    private static IEnumerable<Problem> Left(ProcessDefinition definition, Places places, HeldPosts held)
    {
        var (nodes, names) = (Outline.All(definition).ToList(), new DefinitionNames(definition));
        var steps = Duties(nodes, places).ToDictionary(d => d.Step, StringComparer.Ordinal);
        return from duty in steps.Values.Concat(nodes.OfType<JointNode>().SelectMany(j => PostDuty.Of(j, places)))
            where held.Knows(duty.Post) && held.Holders(duty.Post).Count > 0
            let left = duty.Left(held, steps)
            where left < duty.Officers
            select new Problem(duty.At, names.In(TooFew(duty, left)), NobodyLeft.Severity);
    }

    private static Message TooFew(PostDuty duty, int left) =>
        new(
            NobodyLeft.Code,
            ("wanted", duty.Officers == 1 ? new Message("post.somebody") : new Message("post.people", ("number", duty.Officers))),
            ("post", duty.Post.ToString()),
            ("step", duty.Step),
            ("left", left == 0 ? new Message("post.nobody") : new Message("post.only", ("number", left)))
        );

    // What somebody must do at a step or in a joint.
    private sealed record PostDuty(
        string Step,
        OfficeRole Post,
        int Officers,
        IReadOnlyCollection<string> Qualified,
        IReadOnlyCollection<string> NotBy,
        Position At
    )
    {
        internal static PostDuty? Of(StepNode step, Places places) =>
            step.By is OfficeRole post
                ? new PostDuty(step.Id, post, step.Officers, step.Qualified, step.NotBy, places.Node(step.Id, "by"))
                : null;

        internal static IEnumerable<PostDuty> Of(JointNode joint, Places places) =>
            from participant in joint.Participants
            where participant.By is OfficeRole
            select new PostDuty(
                joint.Id,
                (OfficeRole)participant.By,
                participant.Officers,
                participant.Qualified,
                [],
                places.Participant(joint.Id, participant.Key)
            );

        // Whoever must have acted elsewhere is barred here: all holders of a post that has no more than must sign.
        internal int Left(HeldPosts held, IReadOnlyDictionary<string, PostDuty> steps)
        {
            var barring = NotBy.Where(id => id != Step).Select(steps.GetValueOrDefault).OfType<PostDuty>();
            var barred = barring.Select(d => (Who: held.Holders(d.Post, d.Qualified), d.Officers)).Where(x => x.Who.Count <= x.Officers);
            return held.Holders(Post, Qualified).Except(barred.SelectMany(x => x.Who)).Count();
        }
    }
}

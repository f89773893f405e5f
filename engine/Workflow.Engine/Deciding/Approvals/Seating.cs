using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>Who may act at a step as it opens.</summary>
/// <param name="Entitled">Who may.</param>
/// <param name="Recused">Who would have a seat and has none, because the case is their own.</param>
internal sealed record Roll(ImmutableArray<Entitlement> Entitled, ImmutableArray<string> Recused)
{
    internal static Roll Empty { get; } = new([], []);
}

/// <summary>
/// Gives everybody who holds a post a seat of their own where the joint review asks all of them, by the register of the day on which
/// it opens. Whoever alone speaks for another participant, or decides as the head, has no second voice as a member.
/// </summary>
internal static class Seating
{
    /// <summary>Returns who may act at a step that opens.</summary>
    internal static Roll Of(AskingLook look, WorkNode node, string key)
    {
        var written = Entitlements.Of(node, look.State);
        if (node is not JointNode joint || node.IsWhole(key) || joint.Participants.All(p => p.All is null))
            return new Roll(written, []);
        HashSet<string> own = [.. OwnCase.Barred(look, joint)];
        HashSet<string> seated = [.. Alone(look, joint, written)];
        var recused = new SortedSet<string>(StringComparer.Ordinal);
        ImmutableArray<Entitlement> entitled = [.. written.SelectMany(e => IsOfAll(joint, e) ? Seats(e) : [e])];
        return new Roll(entitled, [.. recused]);

        IEnumerable<Entitlement> Seats(Entitlement post)
        {
            if (Choosing.Holders(look, post) is not { } holders)
                return [post];
            var able = holders.Where(h => IsAble(joint, post, h)).Select(h => h.Id).ToList();
            recused.UnionWith(able.Where(own.Contains));
            return [.. able.Where(id => !own.Contains(id) && seated.Add(id)).Select(id => Seated(post, id))];
        }
    }

    /// <summary>Says of which post nobody has a seat.</summary>
    internal static void Tell(CaseTurn turn, JointNode joint, StepOpened opened)
    {
        foreach (var all in joint.Participants.Where(p => p.All is true))
            if (opened.Entitled.All(e => Seat.ParticipantOf(e.Key) != all.Key))
                turn.Apply(new StepUnattended(opened.Step, all.Key, opened.Recused.Length, null) { Participant = all.Key });
    }

    /// <summary>Whether somebody may take an entitlement as far as seats go: that of a leaver falls to a holder of the post who has none.</summary>
    internal static bool MayTake(CaseLook look, string key, Entitlement entitled) =>
        entitled.Person is not null || !Seat.Is(entitled.Key) || !HasSeat(look, key);

    private static bool HasSeat(CaseLook look, string key) =>
        Actors.Principal(look) is { } person && look.Run(key) is { } step && step.Entitled.Any(e => e.Person == person.Id);

    private static bool IsOfAll(JointNode joint, Entitlement entitled) => joint.ParticipantOf(entitled.Key)?.All is true;

    private static bool IsAble(JointNode joint, Entitlement post, HolderFact holder) =>
        joint.ParticipantOf(post.Key)!.Qualified.All(q => holder.Qualifications.Contains(q));

    private static Entitlement Seated(Entitlement post, string person) => post with { Key = Seat.Of(post.Key, person), Person = person };

    private static IEnumerable<string> Alone(AskingLook look, JointNode joint, ImmutableArray<Entitlement> written) =>
        from post in written
        where !IsOfAll(joint, post) && (joint.Vote.OneVoice || post.Key == VoteRule.HeadKey)
        let holders = Choosing.Holders(look, post)
        where holders is { Length: 1 }
        select holders.Value[0].Id;
}

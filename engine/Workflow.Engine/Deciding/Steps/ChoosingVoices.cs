using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Chooses who answers for participants of a joint review, as it opens: by the rules that give out steps. Where persons have one voice, who has one there gets no second.</summary>
internal static class ChoosingVoices
{
    internal static void GiveOut(CaseTurn turn, JointNode joint, string key)
    {
        foreach (var participant in joint.Participants.Where(p => p.Assign is not null))
            if (turn.State.Steps[key].Answers.All(a => a.Participant != participant.Key))
                GiveOut(turn, joint, key, participant);
    }

    private static void GiveOut(CaseTurn turn, JointNode joint, string key, Participant participant)
    {
        var step = turn.State.Steps[key];
        if (step.Entitled.FirstOrDefault(e => e.Key == participant.Key) is not { } entitled)
            return;
        if (Choosing.Holders(turn, entitled) is not { } holders)
            return;
        HashSet<string> taken = [.. joint.Vote.OneVoice ? Voices(step) : [], .. OwnCase.Barred(turn, joint)];
        var able = holders.Where(h => MayAnswer(participant, h, taken)).ToList();
        if (able.Count < participant.Officers)
            Unattended(turn, key, participant, holders.Length);
        else if (Choosing.Given(turn, Wanted(turn, key, participant, entitled), able, holders) is { } given)
            turn.Apply(given with { Participant = participant.Key });
    }

    private static void Unattended(CaseTurn turn, string key, Participant participant, int holders) =>
        turn.Apply(new StepUnattended(key, participant.Key, holders, null) { Participant = participant.Key });

    /// <summary>Whether a holder of a post may answer for a participant, or a deputy for them.</summary>
    internal static bool MayAnswer(Participant participant, HolderFact holder, HashSet<string> taken) =>
        participant.Qualified.All(q => holder.Qualifications.Contains(q))
        && !taken.Contains(holder.Id)
        && (holder.IsThere || holder.Deputies.Any(d => !taken.Contains(d)));

    private static Wanted Wanted(CaseLook look, string key, Participant participant, Entitlement entitled) =>
        new(participant.Assign!.Value, key, Choosing.PostOf(entitled), Before(look, key, participant.Key));

    // Those who have answered, and those to whom an answer was given a moment ago.
    private static HashSet<string> Voices(StepState step)
    {
        var given = step.Entitled.Where(e => e.Organisation is not null).Select(e => e.Person).OfType<string>();
        return [.. step.Answers.SelectMany(a => a.Voices), .. given];
    }

    private static string? Before(CaseLook look, string key, string participant) =>
        look.State.Superseded.LastOrDefault(s => s.Key == key) is not { } run ? null
        : run.Answers.FirstOrDefault(a => a.Participant == participant) is { } given && given.By is not SystemActor ? given.By
        : run.Entitled.FirstOrDefault(e => e.Key == participant)?.Person;
}

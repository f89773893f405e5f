using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Chooses who answers for participants of a joint review, as it opens: by the rules that give out steps. Where persons have one voice, who has one there gets no second.</summary>
internal static class ChoosingVoices
{
    internal static void GiveOut(CaseTurn turn, JointNode joint, string key)
    {
        foreach (var participant in joint.Participants.Where(p => p.Assign is not null))
            if (turn.State.Steps[key] is var step && step.Answers.All(a => a.Participant != participant.Key) && step.Entitled.FirstOrDefault(e => e.Key == participant.Key) is { } entitled)
                GiveOut(turn, joint, step, participant, entitled);
    }

    private static void GiveOut(CaseTurn turn, JointNode joint, StepState step, Participant participant, Entitlement entitled)
    {
        if (Choosing.Holders(turn, entitled) is not { } holders) return;
        var taken = joint.Vote.OneVoice == true ? Voices(step) : [];
        var able = holders.Where(h => participant.Qualified.All(q => h.Qualifications.Contains(q)) && !taken.Contains(h.Id) && (h.IsThere || h.Deputies.Any(d => !taken.Contains(d)))).ToList();
        var there = able.Where(h => h.IsThere).ToImmutableArray();
        if (able.Count < participant.Officers) turn.Apply(new StepUnattended(step.Key, entitled.Key, holders.Length, null) { Participant = participant.Key });
        else if (!there.IsEmpty)
            turn.Apply(Choosing.Given(turn, new Wanted(participant.Assign!.Value, step.Key, Choosing.PostOf(entitled), Before(turn, step.Key, participant.Key)), there, holders) with { Participant = participant.Key });
    }

    // Those who have answered, and those to whom an answer was given a moment ago.
    private static HashSet<string> Voices(StepState step) =>
        [.. step.Answers.SelectMany(a => a.Voices), .. step.Entitled.Where(e => e.Organisation is not null).Select(e => e.Person).OfType<string>()];

    private static string? Before(CaseLook look, string key, string participant) =>
        look.State.Superseded.LastOrDefault(s => s.Key == key) is not { } run ? null
        : run.Answers.FirstOrDefault(a => a.Participant == participant) is { } given && !CaseAdopted.NamesSystem(given.By) ? given.By
        : run.Entitled.FirstOrDefault(e => e.Key == participant)?.Person;
}

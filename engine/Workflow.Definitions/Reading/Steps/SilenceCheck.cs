using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Checks that the silence of one who answers in a joint can mean what is written.</summary>
internal sealed class SilenceCheck(ProcessDefinition definition, Places places, Problems problems)
{
    public void Run()
    {
        foreach (var joint in Outline.All(definition).OfType<JointNode>())
        foreach (var who in joint.Participants)
            if (who.Limit is { } limit)
                One(joint, who, limit);
    }

    private void One(JointNode joint, Participant who, ClockRule limit)
    {
        if (limit.Limits.Any(l => l.Kind == LimitKind.AtLeast))
            Report("at-least", JointProblems.Floor(who.Key, joint.Id));
        if (!limit.Shares.IsEmpty)
            Report("share", JointProblems.Share(who.Key, joint.Id));
        foreach (var problem in limit.OnExpiry is { } expiry ? Faults(joint, who.Key, expiry) : [])
            Report("on-expiry", problem);

        void Report(string key, Message problem) => problems.Error(places.Participant(joint.Id, who.Key, key), problem);
    }

    private IEnumerable<Message> Faults(JointNode joint, string who, string expiry)
    {
        if (expiry != Participant.NotCounted && !Tally.Choices(joint).Contains(expiry))
            yield return JointProblems.Silence(who, joint.Id, expiry, Meanings(joint));
        if (joint.Vote.Veto.Contains(who))
            yield return JointProblems.SilentVeto(who, joint.Id, expiry);
        if (joint.Outcomes.SelectMany(o => o.Issues).FirstOrDefault(IsEntered) is { } document)
            yield return JointProblems.SilentNumber(document, who, joint.Id);
    }

    private static Message Meanings(JointNode joint) => Ways.OneOf(Tally.Choices(joint).Append(Participant.NotCounted));

    private bool IsEntered(string document) =>
        definition.Documents.FirstOrDefault(d => d.Id == document)
            is { Number.Kind: NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode };
}

using Workflow.Definitions.Syntax;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Checks that the silence of one who answers in a joint can mean what is written.</summary>
internal sealed class SilenceCheck(ProcessDefinition definition, Places places, Problems problems)
{
    public void Run()
    {
        foreach (var joint in Outline.All(definition).OfType<JointNode>())
            foreach (var who in joint.Participants)
                if (who.Limit is { } limit) One(joint, who, limit);
    }

    private void One(JointNode joint, Participant who, ClockRule limit)
    {
        var at = places.Participant(joint.Id, who.Key, "on-expiry");
        if (limit.Limits.Any(l => l.Kind == LimitKind.AtLeast))
            problems.Error(places.Participant(joint.Id, who.Key, "at-least"), "joint.floor", $"Expected a period within which {who.Key} answers at '{joint.Id}', but found a minimum.", "write it like 'for: 5 working days'");
        if (!limit.Shares.IsEmpty)
            problems.Error(places.Participant(joint.Id, who.Key, "share"), "joint.share", $"Expected 'share' at a clock of the case, but it stands at {who.Key} of '{joint.Id}'.");
        if (limit.OnExpiry is not { } expiry) return;
        if (expiry != Participant.NotCounted && !Tally.Choices(joint).Contains(expiry))
            problems.Error(at, "joint.silence", $"Expected what the silence of {who.Key} means at '{joint.Id}', but found '{expiry}'.", $"it can be {string.Join(", ", Tally.Choices(joint).Append(Participant.NotCounted))}");
        if (joint.Vote.Veto.Contains(who.Key))
            problems.Error(at, "joint.silent_veto", $"Expected the silence of {who.Key} at '{joint.Id}' to decide nothing, because it holds a veto, but it counts as {expiry}.", "take 'on-expiry' away and let 'escalate' name who is told");
        if (joint.Outcomes.SelectMany(o => o.Issues).FirstOrDefault(IsEntered) is { } document)
            problems.Error(at, "joint.silent_number", $"Expected a person to enter the number of '{document}', but the silence of {who.Key} may bring '{joint.Id}' to its result.", "issue it at a later step");
    }

    private bool IsEntered(string document) => definition.Documents.FirstOrDefault(d => d.Id == document)
        is { Number.Kind: NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode };
}

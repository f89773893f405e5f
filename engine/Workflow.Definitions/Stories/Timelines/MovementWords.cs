using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says how work moved otherwise than by its outcomes: proposed, taken back, awaited, reopened, passed over.</summary>
internal static class MovementWords
{
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            StepProposed e => Proposed(e, names),
            StepProposalReturned { Because: null } e => names.AtStep("told.step.proposal_returned", e.Step),
            StepProposalReturned e => names.AtStep("told.step.proposal_unfit", e.Step),
            StepTakenBack e => names.AtStep("told.step.taken_back", e.Step),
            AnswerTakenBack e => new("told.step.answer_taken_back", ("who", names.Participant(e.Participant))),
            StepAwaits e => new("told.step.awaits", ("to", names.Step(e.For)), ("step", names.Step(e.Step))),
            StepReopened e => names.AtStep("told.step.reopened", e.Step, ("for", names.Step(e.For))),
            StepJumped e => names.AtStep("told.step.jumped", e.To, LineParts.Said(e.Reasons)),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Proposed(StepProposed e, CaseNames names) =>
        names.AtStep("told.step.proposed", e.Step, ("outcome", names.Outcome(e.Step, e.Proposal.Command.Outcome)));
}

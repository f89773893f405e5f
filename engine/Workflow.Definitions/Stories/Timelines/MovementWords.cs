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
            StepProposalReturned { Because: null } e => new("told.step.proposal_returned", ("step", names.Step(e.Step))),
            StepProposalReturned e => new("told.step.proposal_unfit", ("step", names.Step(e.Step))),
            StepTakenBack e => new("told.step.taken_back", ("step", names.Step(e.Step))),
            AnswerTakenBack e => new("told.step.answer_taken_back", ("who", names.Participant(e.Participant))),
            StepAwaits e => new("told.step.awaits", ("to", names.Step(e.For)), ("step", names.Step(e.Step))),
            StepReopened e => new("told.step.reopened", ("step", names.Step(e.Step)), ("for", names.Step(e.For))),
            StepJumped e => new("told.step.jumped", ("step", names.Step(e.To)), ("words", LineParts.Words(e.Reasons))),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Proposed(StepProposed e, CaseNames names) =>
        new("told.step.proposed", ("step", names.Step(e.Step)), ("outcome", names.Outcome(e.Step, e.Proposal.Command.Outcome)));
}

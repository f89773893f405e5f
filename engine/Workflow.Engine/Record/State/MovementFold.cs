using System.Diagnostics;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what moved a case back, forward or aside. It only copies.</summary>
internal static class MovementFold
{
    internal static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            StepTakenBack e => StepFold.Touch(
                state,
                e.Step,
                s => s with { Status = StepStatus.Open, Completed = null, Proposed = null, ClaimedBy = e.By }
            ),
            AnswerTakenBack e => StepFold.Touch(
                state,
                e.Step,
                s => s with { Answers = s.Answers.RemoveAll(a => a.Participant == e.Participant) }
            ),
            StepReopened e => StepFold.Touch(
                state,
                e.Step,
                s => e.Follows ? s with { Status = StepStatus.Following } : s with { Status = StepStatus.Open, Completed = null }
            ),
            StepAwaits e => state with { Awaits = state.Awaits.SetItem(e.Step, e.For) },
            SilenceCorrected { Participant: { } silent } e => StepFold.Touch(
                state,
                e.Step,
                s =>
                    s with
                    {
                        Answers = s.Answers.RemoveAll(a => a.Participant == silent),
                        Uncounted = s.Uncounted.RemoveAll(u => u.Participant == silent),
                    }
            ),
            StepJumped => state,
            SilenceCorrected => FirstMarks.Corrected(state),
            CaseSuspended e => state with { Suspended = e },
            CaseResumed => state with { Suspended = null },
            CaseReopened e => FirstMarks.Reopened(state) with
            {
                Stage = CaseStage.Open,
                Result = null,
                ConcludedOn = null,
                ReopenedOn = e.On,
            },
            FormCorrected e => state with { Form = state.Form.SetItems(e.Fields) },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };
}

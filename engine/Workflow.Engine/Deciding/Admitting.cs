using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>Whether a command may be decided on a case that has come this far; who may give it is asked by its own guard.</summary>
internal static class Admitting
{
    internal static Refusal? Check(CaseLook look, CaseCommand command)
    {
        if (look.State.Stage == CaseStage.None)
            return command is IOpensCase ? null : CaseRefusals.NotLodged();
        if (command is IOpensCase)
            return CaseRefusals.AlreadyLodged(look.State.Number);
        if (command is IAtAnyTime { IsAtAnyTime: true } || Calling.IsEnd(look, command))
            return null;
        return look.IsOpen || AfterCare.Admits(look, command) ? Calling.MustGoOn(look, command) : Concluded(look, command);
    }

    private static Refusal Concluded(CaseLook look, CaseCommand command) =>
        command is CorrectSilence correct
            ? CorrectingSilence.Concluded(look, correct)
            : WholeCaseRefusals.Concluded(look.State.Number, Naming.End(look.Definition, look.State.Result!));
}

using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>Decides commands: definition, state, command and stamp in; events or a refusal out. It knows nothing else.</summary>
public static class CaseDecider
{
    /// <summary>Decides a command. The clocks due at the stamp's moment must have been settled before (<see cref="Settling"/>).</summary>
    /// <param name="process">The definition that decides: the one the case is bound to, or for a <see cref="MigrateCase"/> the one it moves to.</param>
    /// <param name="state">The case.</param>
    /// <param name="command">The command.</param>
    /// <param name="stamp">The outside facts.</param>
    /// <param name="from">For a <see cref="MigrateCase"/> the definition that the case is bound to before; otherwise null.</param>
    public static Decision Decide(PublishedProcess process, CaseState state, CaseCommand command, Stamp stamp, PublishedProcess? from = null)
    {
        var turn = new CaseTurn(process, state, stamp, from);
        command = ClockNames.Resolve(state, command);
        var refusal = Timing.Check(turn, command) ?? Deputyship.MustBeDeputy(turn) ?? Lengths.Check(command) ?? Apply(turn, command);
        if (refusal is not null) return new Refused(refusal);
        Advance.Run(turn);
        return turn.Finish();
    }

    /// <summary>Names the outside facts that deciding a command may use.</summary>
    public static CaseNeeds Needs(PublishedProcess process, CaseState state, CaseCommand command, string actor, string? actedFor)
    {
        var people = (command is INamesPeople names ? names.People : []).Concat(command is MigrateCase ? Holders(state) : []).Append(actor).Concat(actedFor is null ? [] : [actedFor]).Distinct().Where(p => !Stamp.NamesRule(p));
        var needs = new CaseNeeds([.. people], command is Lodge or AdoptCase ? process.Definition.Id : null, false, command is MigrateCase or AdoptCase ? process.Digest : null);
        if (command is Urge { Reader: { } reader }) needs = needs with { Reader = new CopyReader(state.Number, reader) };
        return LotsNeeds.Add(needs, process, state, command);
    }

    // Who holds a task must be entitled to it after a move too.
    private static IEnumerable<string> Holders(CaseState state) =>
        state.Steps.Values.Where(s => s.Status == StepStatus.Open).Select(s => s.ClaimedBy).OfType<string>();

    private static Refusal? Apply(CaseTurn turn, CaseCommand command) => (turn.State.Stage, command) switch
    {
        (CaseStage.None, Lodge c) => Lodging.Lodge(turn, c),
        (CaseStage.None, AdoptCase c) => Adopting.Adopt(turn, c),
        (CaseStage.None, _) => new Refusal("case.unknown", "Expected a case, but it has not been lodged."),
        (_, Lodge or AdoptCase) => new Refusal("case.already_lodged", $"Expected to lodge a new case, but {turn.State.Number} is open already."),
        (_, NameCalled c) => Calling.Name(turn, c),
        (_, Complete c) when Calling.IsEnd(turn, c) => Calling.End(turn, c),
        (CaseStage.Concluded or CaseStage.Closed, Comment c) => Remarks.Comment(turn, c),
        (_, RevokeCase c) => Ending.Revoke(turn, c),
        (_, ReopenCase c) => Reopening.Reopen(turn, c),
        (_, CorrectForm c) => Correcting.Form(turn, c),
        (CaseStage.Concluded or CaseStage.Closed, CorrectSilence c) => CorrectingSilence.Concluded(turn, c),
        (_, Supervise c) => Informing.Supervise(turn, c),
        (_, SendCopy c) => Informing.Copy(turn, c),
        (_, Urge { Reader: not null } c) => Informing.Urge(turn, c),
        (_, ReturnMaterial c) => Receiving.Return(turn, c),
        (CaseStage.Concluded or CaseStage.Closed, _) when !AfterCare.Admits(turn, command) => new Refusal("case.wrong_stage", $"Expected an open case, but {turn.State.Number} is concluded: {turn.State.Result}."),
        _ when Calling.MustGoOn(turn, command) is { } ends => ends,
        (_, Complete c) => Completion.Complete(turn, c),
        (_, Answer c) => Answering.Answer(turn, c),
        (_, Open c) => Opening.Open(turn, c),
        (_, Claim c) => Claiming.Claim(turn, c),
        (_, Release c) => Claiming.Release(turn, c),
        (_, Return c) => Supersession.Return(turn, c),
        (_, Comment c) => Remarks.Comment(turn, c),
        (_, Attach c) => Remarks.Attach(turn, c),
        (_, PauseClock c) => Pausing.Pause(turn, c),
        (_, ResumeClock c) => Pausing.Resume(turn, c),
        (_, ExtendClock c) => Extending.Extend(turn, c),
        (_, ExpireClock c) => Expiry.Expire(turn, c.Clock),
        (_, RederiveClocks) => Rederiving.Rederive(turn),
        (_, Terminate c) => Terminating.Terminate(turn, c),
        (_, AddSigner c) => Signing.Add(turn, c),
        (_, RemoveSigner c) => Signing.Remove(turn, c),
        (_, Transfer c) => Transferring.Transfer(turn, c),
        (_, Entrust c) => Asking.Entrust(turn, c),
        (_, Consult c) => Asking.Consult(turn, c),
        (_, Recall c) => Asking.Recall(turn, c),
        (_, Reply c) => Replying.Reply(turn, c),
        (_, Urge c) => Informing.Urge(turn, c),
        (_, TakeBack c) => TakingBack.TakeBack(turn, c),
        (_, Jump c) => Jumping.Jump(turn, c),
        (_, SuspendCase c) => Suspending.Suspend(turn, c),
        (_, ResumeCase) => Suspending.Resume(turn),
        (_, CancelCase c) => Ending.Cancel(turn, c),
        (_, CorrectSilence c) => CorrectingSilence.Correct(turn, c),
        (_, MigrateCase c) => Migrating.Migrate(turn, c),
        (_, ReceiveMaterial c) => Receiving.Receive(turn, c),
        (_, ShareMaterial c) => Receiving.Share(turn, c),
        (_, SealLots c) => SealingLots.Seal(turn, c),
        (_, Redraw c) => Redrawing.Redraw(turn, c),
        _ => throw new System.Diagnostics.UnreachableException($"No decision for {command.GetType().Name}."),
    };
}

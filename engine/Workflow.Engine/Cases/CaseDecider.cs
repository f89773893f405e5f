using Workflow.Engine.Approvals;
using Workflow.Engine.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Steps;

namespace Workflow.Engine.Cases;

/// <summary>Decides commands: definition, state, command and stamp in; events or a refusal out. It knows nothing else.</summary>
public static class CaseDecider
{
    /// <summary>Decides a command. The clocks due at the stamp's moment must have been settled before (<see cref="Settling"/>).</summary>
    public static Decision Decide(PublishedProcess process, CaseState state, CaseCommand command, Stamp stamp)
    {
        var turn = new CaseTurn(process, state, stamp);
        var refusal = Timing.Check(turn, command) ?? Lengths.Check(command) ?? Apply(turn, command);
        if (refusal is not null) return new Refused(refusal);
        Advance.Run(turn);
        return turn.Finish();
    }

    /// <summary>Names the outside facts that deciding a command may use.</summary>
    public static CaseNeeds Needs(PublishedProcess process, CaseState state, CaseCommand command, string actor, string? actedFor)
    {
        var signers = command switch
        {
            Complete c => c.With,
            Answer a => a.With,
            _ => [],
        };
        var people = signers.Append(actor).Concat(actedFor is null ? [] : [actedFor]).Distinct().Where(p => !p.StartsWith("rule ", StringComparison.Ordinal));
        return new CaseNeeds([.. people], command is Lodge ? process.Definition.Id : null, command is Complete { Step: var key } && process.Find(key) is DrawNode);
    }

    private static Refusal? Apply(CaseTurn turn, CaseCommand command) => (turn.State.Stage, command) switch
    {
        (CaseStage.None, Lodge c) => Lodging.Lodge(turn, c),
        (CaseStage.None, _) => new Refusal("case.unknown", "Expected a case, but it has not been lodged."),
        (_, Lodge) => new Refusal("case.already_lodged", $"Expected to lodge a new case, but {turn.State.Number} is open already."),
        (CaseStage.Concluded or CaseStage.Closed, Comment c) => Remarks.Comment(turn, c),
        (CaseStage.Concluded or CaseStage.Closed, _) when !AfterCare.Admits(turn, command) => new Refusal("case.wrong_stage", $"Expected an open case, but {turn.State.Number} is concluded: {turn.State.Result}."),
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
        _ => throw new System.Diagnostics.UnreachableException($"No decision for {command.GetType().Name}."),
    };
}

using Workflow.Engine.Deciding;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Running;

/// <summary>Writes what is due on one case, and nothing when another was faster.</summary>
internal sealed class SettleDueJob(Desk desk, string number, DateTimeOffset at, CancellationToken cancellation)
    : CaseJob(desk, cancellation)
{
    private const string StillDue = "select count(*) from clock_rows where case_no = @p0 and fires_at <= @p1";
    private const string ForgetFault = "delete from sweep_faults where case_no = @p0";

    private EarlyDecision<Composition>? _early;

    internal string Case => number;

    internal override bool IsByRule => true;

    /// <summary>How many entries were written.</summary>
    internal int Entries { get; private set; }

    /// <summary>Decides before its turn, from memory or from what a connection reads beside the writer.</summary>
    internal void Prepare(PreparedStatements reading) =>
        _early = EarlyDecision<Composition>.Of(Desk, () => Desk.Cache.Find(number) ?? Desk.Loader.Look(number, reading), Settled);

    internal override void Run(WriteSession session)
    {
        var composed = Early(session) ?? Decide(session);
        Write(composed, session);
        Entries = composed?.Entries.Length ?? 0;
        if (session.Prepared(StillDue, 2).Scalar(number, at.Text()) is > 0L)
            throw Unreadable.StillDue(number);
        session.Prepared(ForgetFault, 1).Run(number);
    }

    internal override void Forget()
    {
        _early?.End();
        base.Forget();
    }

    private Composition? Early(WriteSession session) => _early?.InTurn(Desk, session, composed => composed.RecordedAt);

    private Composition? Decide(WriteSession session) =>
        Settled(Desk.Loader.Load(number, session), new Outside(Desk.Surroundings, new InTurn(Desk, session)));

    private Composition? Settled(LoadedCase loaded, Outside outside) =>
        Door.SettleDue(loaded.State, at, outside) is { IsEmpty: false } entries ? Composition.Of(loaded, entries) : null;
}

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

    internal string Case => number;

    internal override bool IsByRule => true;

    /// <summary>How many entries were written.</summary>
    internal int Entries { get; private set; }

    internal override void Run(WriteSession session)
    {
        var loaded = Desk.Loader.Load(number, session);
        var entries = Door.SettleDue(loaded.State, at, new Outside(Desk.Surroundings, new InTurn(Desk, session)));
        Entries = entries.Length;
        if (Entries > 0)
            Write(Composition.Of(loaded, entries), session);
        if (session.Prepared(StillDue, 2).Scalar(number, at.Text()) is > 0L)
            throw Unreadable.StillDue(number);
        session.Prepared(ForgetFault, 1).Run(number);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Migration;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;

namespace Workflow.Engine.Deciding;

/// <summary>The table of all operations, in the order in which they are offered. A test holds it against the commands.</summary>
internal static class Operations
{
    internal static ImmutableArray<Operation> All { get; } =
    [
        Lodging.Operation,
        Adopting.Operation,
        Completion.Operation,
        Answering.Operation,
        Attendance.Operation,
        Opening.Operation,
        Claiming.ClaimOperation,
        Claiming.ReleaseOperation,
        Supersession.Operation,
        TakingBack.Operation,
        Redrawing.Operation,
        Signing.AddOperation,
        Signing.RemoveOperation,
        Transferring.Operation,
        Asking.EntrustOperation,
        Asking.ConsultOperation,
        Asking.RecallOperation,
        Replying.Operation,
        Informing.UrgeOperation,
        SealingLots.Operation,
        Extending.Operation,
        Pausing.PauseOperation,
        Pausing.ResumeOperation,
        Receiving.ReceiveOperation,
        Receiving.ShareOperation,
        Remarks.CommentOperation,
        Remarks.AttachOperation,
        Informing.CopyOperation,
        Informing.SuperviseOperation,
        Notifying.Operation,
        NamedParties.Operation,
        NamedParties.BackOperation,
        AddingParties.Operation,
        Correcting.Operation,
        Receiving.ReturnOperation,
        Terminating.Operation,
        Ending.Operation,
        Suspending.SuspendOperation,
        Suspending.ResumeOperation,
        Jumping.Operation,
        CorrectingSilence.Operation,
        Migrating.Operation,
        Reopening.Operation,
        Expiry.Operation,
        Rederiving.Operation,
        Calling.Operation,
    ];

    private static readonly FrozenDictionary<Type, Operation> Known = All.ToFrozenDictionary(o => o.Command);

    /// <exception cref="KeyNotFoundException">The command has no row.</exception>
    internal static Operation Of(CaseCommand command) => Known[command.GetType()];
}

using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>What an event of one case causes in another: the called case is opened, named to its caller, given up, and reports its result.</summary>
internal static class Consequences
{
    internal static PendingRow? Of(CaseState after, CaseEvent happened, int place) =>
        Opens(after, happened as CaseCalled, place)
        ?? Names(after, happened as CaseLodged, place)
        ?? GivesUp(after, happened as CallAbandoned, place)
        ?? Reports(after, happened as CaseConcluded, place);

    private static PendingRow? Opens(CaseState after, CaseCalled? e, int place) =>
        e is null ? null : Row(after, place, null, e.Step, e.Lodge);

    private static PendingRow? Names(CaseState after, CaseLodged? e, int place) =>
        e?.Parent is not { } caller
            ? null
            : Row(after, place, caller.Case, after.Process, new NameCalled(caller.Step, caller.Run ?? 1, after.Number));

    private static PendingRow? GivesUp(CaseState after, CallAbandoned? e, int place) =>
        e?.Case is not { } called ? null : Row(after, place, called, e.Step, new Terminate { NotAwaitedBy = after.Number });

    private static PendingRow? Reports(CaseState after, CaseConcluded? e, int place) =>
        e is null || after.Parent is not { } parent
            ? null
            : Row(
                after,
                place,
                parent.Case,
                after.Process,
                new Complete
                {
                    Step = parent.Step,
                    Outcome = e.Result,
                    Run = parent.Run,
                }
            );

    private static PendingRow Row(CaseState after, int place, string? target, string rule, CaseCommand command) =>
        new(after.Number, after.Entries, place, target, new RuleActor(rule), LedgerJson.Write(command));
}

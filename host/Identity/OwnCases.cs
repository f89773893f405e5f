using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;

namespace Workflow.Host.Identity;

/// <summary>An officer who is a party of a case finds it in no list of an office: neither its tasks nor the copies sent to their post.</summary>
public sealed class OwnCases(Workplace place, CaseReads cases)
{
    /// <summary>Whether a task may be shown to the caller, as theirs or as that of somebody they stand in for.</summary>
    public bool Shows(Caller caller, InboxRow row) =>
        place.Runner.Look(row.Case) is not { } state
        || place.Processes.Find(state.Definition) is not { } process
        || !OwnCase.Keeps(process, state, row.Step, To(row), caller.Id);

    /// <summary>Whether a copy may be shown to the caller: in their own case only one that was sent to them by name.</summary>
    public bool Shows(Caller caller, SentCopy copy) =>
        place.Runner.Look(copy.Case)?.IsOwnOf(caller.Id) != true
        || cases
            .Timeline(copy.Case)
            .Where(k => k.Entry.Number == copy.Entry)
            .SelectMany(k => k.Entry.Events.OfType<CopySent>())
            .Any(sent => sent.Step == copy.Step && sent.To.Any(to => to.Person == caller.Id));

    private static Entitlement To(InboxRow row) => new(row.Entitlement, row.Organisation, row.Role, row.Person);
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;

namespace Workflow.Host.Identity;

/// <summary>
/// An officer who is a party of a case finds it in no list of an office, neither its tasks nor the copies sent to their post, and takes
/// out no ledger that holds it.
/// </summary>
public sealed class OwnCases(Workplace place, CaseReads cases)
{
    private const int PageSize = 200;

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

    /// <summary>The first case of which the caller is a party and which they see as one; null for none.</summary>
    public string? First(Caller caller) => Named(caller).FirstOrDefault(number => IsOwn(caller, number));

    /// <summary>Whether the caller is a party of a case and sees it as one.</summary>
    public bool IsOwn(Caller caller, string number) => place.Runner.Look(number) is { } state && CaseAccess.IsOwn(caller, state);

    private IEnumerable<string> Named(Caller caller)
    {
        var filter = new CaseFilter(Viewers: []) { Own = caller.SeesAsParty };
        CaseHead? last = null;
        while (cases.List(filter, last, PageSize) is { Count: > 0 } page)
            foreach (var head in page)
                yield return (last = head).Case;
    }

    private static Entitlement To(InboxRow row) => new(row.Entitlement, row.Organisation, row.Role, row.Person);
}

using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>A row of inbox_rows, as it is stored.</summary>
internal sealed record StoredInbox(
    string CaseNo,
    string Step,
    string Entitlement,
    string? Organisation,
    string? Role,
    string? Person,
    string? ClaimedBy,
    string OpenedOn,
    string? YellowFrom,
    string? DueOn,
    long Paused,
    long IsOverdue,
    long IsFloor,
    string SortOn
)
{
    internal const string Columns = """
        select case_no as CaseNo, step as Step, entitlement as Entitlement, organisation as Organisation, role as Role, person as Person,
            claimed_by as ClaimedBy, opened_on as OpenedOn, yellow_from as YellowFrom, due_on as DueOn, paused as Paused,
            is_overdue as IsOverdue, is_floor as IsFloor, sort_on as SortOn
        from inbox_rows
        """;

    internal InboxRow Shown() =>
        new(
            CaseNo,
            Step,
            Entitlement,
            Organisation,
            Role,
            Person,
            ClaimedBy,
            SqlText.Day(OpenedOn),
            SqlText.MaybeDay(YellowFrom),
            SqlText.MaybeDay(DueOn),
            Paused == 1,
            IsOverdue == 1,
            IsFloor == 1
        );
}

using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>A row of assignment_rows: an entry gives a task of a post to one person.</summary>
internal sealed record AssignmentRow(string Case, long Entry, int Place, string Organisation, string Role, string Person, long Turn)
{
    private const string Insert = """
        insert into assignment_rows (case_no, entry_no, place, organisation, role, person, turn)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
        """;

    private const string Find = """
        select case_no as CaseNo, entry_no as EntryNo, place as Place, organisation as Organisation, role as Role,
            person as Person, turn as Turn
        from assignment_rows where case_no = @number
        """;

    internal static IEnumerable<AssignmentRow> Of(CaseState after, IReadOnlyList<CaseEvent> events) =>
        events.Index().Where(e => e.Item is StepAssigned).Select(e => Of(after, e.Index, (StepAssigned)e.Item));

    internal static IEnumerable<AssignmentRow> Live(string number, DbConnection connection) =>
        connection.Query<AssignmentColumns>(Find, new { number }).Select(r => r.Shown());

    internal void Put(WriteSession session) => session.Prepared(Insert, 7).Run(Case, Entry, (long)Place, Organisation, Role, Person, Turn);

    private static AssignmentRow Of(CaseState after, int place, StepAssigned e) =>
        new(after.Number, after.Entries, place, e.Post.Organisation, e.Post.Role, e.Person, e.Turn);

    private sealed record AssignmentColumns(
        string CaseNo,
        long EntryNo,
        long Place,
        string Organisation,
        string Role,
        string Person,
        long Turn
    )
    {
        internal AssignmentRow Shown() => new(CaseNo, EntryNo, (int)Place, Organisation, Role, Person, Turn);
    }
}

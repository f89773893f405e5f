using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>Counts what a person has in hand, and finds when it last was their turn at a post.</summary>
internal static class WorkloadRows
{
    private const string Load = """
        select count(*) from (
            select case_no, step from inbox_rows where claimed_by = @p0 and case_no <> @p1
            union select case_no, step from inbox_rows where person = @p0 and case_no <> @p1) as held
        """;

    private const string LastTurn = "select max(turn) from assignment_rows where organisation = @p0 and role = @p1 and person = @p2";

    /// <summary>Inside the writer's transaction: whoever was given something by the command before has it.</summary>
    internal static (int Load, long Turn) Of(string person, Post post, string number, WriteSession session) =>
        (
            (int)(long)session.Prepared(Load, 2).Scalar(person, number)!,
            session.Prepared(LastTurn, 3).Scalar(post.Organisation, post.Role, person) is long turn ? turn : 0
        );

    /// <summary>Beside the writer, for who only asks what would come of something.</summary>
    internal static (int Load, long Turn) Of(string person, Post post, string number, DbConnection connection) =>
        (
            (int)connection.ExecuteScalar<long>(Load, new { p0 = person, p1 = number }),
            connection.ExecuteScalar<long?>(
                LastTurn,
                new
                {
                    p0 = post.Organisation,
                    p1 = post.Role,
                    p2 = person,
                }
            ) ?? 0
        );
}

using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>A row of number_rows: a number that somebody entered and a valid paper of a case bears.</summary>
internal sealed record NumberRow(string Case, BorneNumber Borne)
{
    private const string Insert = "insert into number_rows (process, document, number, case_no) values (@p0, @p1, @p2, @p3)";

    private const string Delete = "delete from number_rows where process = @p0 and document = @p1 and number = @p2 and case_no = @p3";

    private const string Elsewhere = """
        select count(*) from number_rows where process = @p0 and document = @p1 and number = @p2 and case_no <> @p3
        """;

    private const string Find = """
        select process as Process, document as Document, number as Number from number_rows where case_no = @number
        """;

    internal static ImmutableArray<NumberRow> Of(PublishedProcess process, CaseState state) =>
        [.. BorneNumber.Of(process, state).Select(n => new NumberRow(state.Number, n))];

    internal static IEnumerable<NumberRow> Live(string number, DbConnection connection) =>
        connection.Query<BorneNumber>(Find, new { number }).Select(n => new NumberRow(number, n));

    /// <summary>Whether another case bears a number. Inside the writer's transaction: what the command before gave is there.</summary>
    internal static bool IsBorneElsewhere(BorneNumber n, string of, WriteSession session) =>
        session.Prepared(Elsewhere, 4).Scalar(n.Process, n.Document, n.Number, of) is > 0L;

    /// <summary>The same beside the writer, for who only asks what would come of something.</summary>
    internal static bool IsBorneElsewhere(BorneNumber n, string of, DbConnection connection) =>
        connection.ExecuteScalar<long>(
            Elsewhere,
            new
            {
                p0 = n.Process,
                p1 = n.Document,
                p2 = n.Number,
                p3 = of,
            }
        ) > 0;

    internal void Put(WriteSession session) => session.Prepared(Insert, 4).Run(Borne.Process, Borne.Document, Borne.Number, Case);

    internal void Drop(WriteSession session) => session.Prepared(Delete, 4).Run(Borne.Process, Borne.Document, Borne.Number, Case);
}

using System.Data;
using System.Data.Common;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Seals;

/// <summary>Reads seals and their leaves on a connection, row by row.</summary>
internal static class SealRows
{
    private static StoredSeal Of(IDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2));

    internal const string Seals = "select seal_no as Number, hash as Hash, body as Body from seals";

    internal static IEnumerable<StoredSeal> From(DbConnection connection, long number = 1) =>
        connection.Read($"{Seals} where seal_no >= @number order by seal_no", Of, new { number });

    internal static IEnumerable<SealLeaf> Leaves(DbConnection connection, long number) =>
        connection.Read($"{Columns} where seal_no = @number order by place", r => new SealLeaf(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetString(3)), new { number });

    /// <summary>Returns the last seal; null without any.</summary>
    internal static StoredSeal? Last(DbConnection connection) => connection.Read($"{Seals} order by seal_no desc limit 1", Of).FirstOrDefault();

    /// <summary>Returns the places at which a case was sealed, the earliest first.</summary>
    internal static IEnumerable<(long Seal, long Place)> Of(DbConnection connection, string number) =>
        connection.Query<(long, long)>("select seal_no, place from seal_leaves where name = @number and kind = 'case' order by seal_no", new { number });

    internal static IEnumerable<SealToken> Tokens(DbConnection connection) =>
        connection.Query<TokenRow>("select seal_no as Seal, authority as Authority, received_at as At, token as Token from seal_tokens order by seal_no, authority")
            .Select(r => new SealToken(r.Seal, r.Authority, SqlText.Instant(r.At), r.Token));

    private const string Columns = "select kind, name, entry_no, hash from seal_leaves";

    private sealed record TokenRow(long Seal, string Authority, string At, byte[] Token);
}

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
        connection.Read($"{Columns} where seal_no = @number order by place", Leaf, new { number });

    private static SealLeaf Leaf(IDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3));

    /// <summary>Returns the last seal; null without any.</summary>
    internal static StoredSeal? Last(DbConnection connection) =>
        connection.Read($"{Seals} order by seal_no desc limit 1", Of).FirstOrDefault();

    /// <summary>Returns the places at which a case was sealed, the earliest first.</summary>
    internal static IEnumerable<(long Seal, long Place)> Of(DbConnection connection, string number) =>
        connection.Query<(long, long)>(PlacesOf, new { number });

    internal static IEnumerable<SealToken> Tokens(DbConnection connection) =>
        connection.Query<TokenRow>(AllTokens).Select(r => new SealToken(r.Seal, r.Authority, SqlText.Instant(r.At), r.Token));

    private const string PlacesOf = "select seal_no, place from seal_leaves where name = @number and kind = 'case' order by seal_no";

    private const string AllTokens =
        "select seal_no as Seal, authority as Authority, received_at as At, token as Token from seal_tokens order by seal_no, authority";

    private const string Columns = "select kind, name, entry_no, hash from seal_leaves";

    private sealed record TokenRow(long Seal, string Authority, string At, byte[] Token);
}

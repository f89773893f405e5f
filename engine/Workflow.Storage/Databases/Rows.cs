using System.Data;
using System.Data.Common;
using Dapper;

namespace Workflow.Storage.Databases;

/// <summary>Reads rows of which a column may hold anything that somebody put there: as a text or a number it can at least be compared.</summary>
internal static class Rows
{
    /// <summary>Returns the rows of a query, one at a time.</summary>
    internal static IEnumerable<T> Read<T>(this DbConnection connection, string sql, Func<IDataReader, T> row, object? given = null)
    {
        using var reader = connection.ExecuteReader(sql, given);
        foreach (var read in reader.Each(row))
            yield return read;
    }

    /// <summary>Returns the rows that a reader has left, one at a time.</summary>
    internal static IEnumerable<T> Each<T>(this IDataReader reader, Func<IDataReader, T> row)
    {
        while (reader.Read())
            yield return row(reader);
    }

    /// <summary>Returns the rows of a query for two texts, one at a time.</summary>
    internal static IEnumerable<(string First, string Second)> Pairs(this DbConnection connection, string sql, object? given = null) =>
        connection.Read(sql, r => (r.GetString(0), r.GetString(1)), given);

    /// <summary>Returns a text, or null where the column is empty.</summary>
    internal static string? TextOrNull(this IDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

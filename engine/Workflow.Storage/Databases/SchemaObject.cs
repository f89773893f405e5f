using System.Collections.Immutable;
using System.Data.Common;
using Dapper;

namespace Workflow.Storage.Databases;

/// <summary>Something that a schema is made of.</summary>
/// <param name="Kind"><c>table</c>, <c>index</c>, <c>trigger</c> or <c>view</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What made it, blanks counted once.</param>
/// <param name="Table">The table that it belongs to, or is.</param>
internal sealed record SchemaObject(string Kind, string Name, string Text, string Table)
{
    /// <summary>Returns what a database is made of.</summary>
    internal static ImmutableArray<SchemaObject> In(DbConnection connection, Dialect dialect) =>
        [.. connection.Read(dialect.Objects, r => new SchemaObject(r.GetString(0), r.GetString(1), Once(r.GetString(2)), r.GetString(3)))];

    /// <summary>Returns what schema files make of an empty database.</summary>
    internal static ImmutableArray<SchemaObject> MadeBy(IEnumerable<string> texts, Dialect dialect)
    {
        using var connection = dialect.Empty();
        connection.Open();
        foreach (var text in texts)
            connection.Execute(text);
        return In(connection, dialect);
    }

    private static string Once(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using System.Data.Common;
using System.Globalization;

namespace Workflow.Storage.Databases;

/// <summary>The numbered schema files that travel inside this assembly.</summary>
internal static class SchemaFiles
{
    internal const string VersionTable = "workflow_schema";

    /// <summary>Makes the table that says which files a database has had.</summary>
    internal const string Versions = $"create table {VersionTable} (version bigint not null primary key)";

    internal static long Latest => Numbers.Max();

    /// <summary>Every file, in order.</summary>
    internal static IReadOnlyList<long> All => [.. Numbers.Order()];

    /// <summary>The files that a database says it has had, in the order in which it had them.</summary>
    internal static IReadOnlyList<long> Applied(DbConnection connection, Dialect dialect) =>
        [.. connection.Read(string.Format(CultureInfo.InvariantCulture, dialect.Versions, VersionTable), r => r.GetInt64(0))];

    /// <summary>The texts that make a database which has had some files.</summary>
    internal static IEnumerable<string> Texts(IEnumerable<long> applied, Dialect dialect) =>
        applied.Select(number => Text(number, dialect)).Prepend(Versions);

    /// <summary>The files that a database has not had yet, in order. One that came from another line of work may be older than the latest it has.</summary>
    internal static IEnumerable<long> Missing(IReadOnlySet<long> applied) => Numbers.Where(n => !applied.Contains(n)).Order();

    internal static string Text(long number, Dialect dialect)
    {
        using var stream = typeof(SchemaFiles).Assembly.GetManifestResourceStream($"{number:0000}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{bytes}", dialect.Bytes, StringComparison.Ordinal);
    }

    private static IEnumerable<long> Numbers =>
        typeof(SchemaFiles)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => long.Parse(n.AsSpan(0, n.Length - ".sql".Length), NumberStyles.None, CultureInfo.InvariantCulture));
}

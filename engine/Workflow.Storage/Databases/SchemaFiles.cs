using System.Globalization;

namespace Workflow.Storage.Databases;

/// <summary>The numbered schema files that travel inside this assembly.</summary>
internal static class SchemaFiles
{
    internal static long Latest => Numbers.Max();

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

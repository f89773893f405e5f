using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Extensions;

namespace Workflow.Host.Screens.Sheets;

/// <summary>What the address of a list asks, without where a page of it begins.</summary>
/// <param name="Path">The address without a query, the path base included.</param>
/// <param name="Asked">The names and values of the query, in the order of the names.</param>
public sealed record PageQuery(string Path, ImmutableSortedDictionary<string, string> Asked)
{
    private const string Cursor = "cursor";

    public static PageQuery Of(HttpContext context) =>
        new(
            $"{context.Request.PathBase}{context.Request.Path}",
            context
                .Request.Query.Where(q => q.Key != Cursor)
                .ToImmutableSortedDictionary(q => q.Key, q => $"{q.Value}", StringComparer.Ordinal)
        );

    /// <summary>What is asked under a name; null for nothing.</summary>
    public string? this[string name] => Asked.GetValueOrDefault(name);

    /// <summary>The address of the same list, one thing asked anew from its first page on; null takes it away.</summary>
    public string With(string name, string? value) =>
        $"{Path}{new QueryBuilder(value is null ? Asked.Remove(name) : Asked.SetItem(name, value)).ToQueryString()}";

    /// <summary>The address of the page that begins at a cursor.</summary>
    public string At(string cursor) => With(Cursor, cursor);

    /// <summary>What stays when one thing is typed anew.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept(string but) => Asked.Where(q => q.Key != but);
}

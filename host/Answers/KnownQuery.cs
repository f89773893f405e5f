using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Workflow.Host.Answers;

/// <summary>
/// Refuses what an endpoint does not know in the query of an address: a filter with a slip in its name must not show everything.
/// What an endpoint takes is what the description of the interface says.
/// </summary>
public sealed class KnownQuery(IApiDescriptionGroupCollectionProvider descriptions)
{
    // Read beside the endpoints: by the access log, and by those that answer as a page too.
    private static readonly string[] ReadElsewhere = ["for", "format"];

    private readonly Lazy<ILookup<string, string>> _names = new(() =>
        (
            from described in descriptions.ApiDescriptionGroups.Items.SelectMany(g => g.Items)
            from parameter in described.ParameterDescriptions
            where parameter.Source == BindingSource.Query
            select (Key: Key(described.HttpMethod, described.RelativePath), parameter.Name)
        ).ToLookup(p => p.Key, p => p.Name, StringComparer.OrdinalIgnoreCase)
    );

    /// <exception cref="RequestRefusedException">The query has a name that the endpoint does not know.</exception>
    public void Require(HttpContext context)
    {
        if (
            context.Request.Query.Count == 0
            || context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route }
            || !IsOfInterface(route)
        )
            return;
        var known = _names.Value[Key(context.Request.Method, route)].ToList();
        var read = known.Concat(ReadElsewhere).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (context.Request.Query.Keys.FirstOrDefault(name => !read.Contains(name)) is { } unknown)
            throw known.Count == 0 ? RequestRefusals.NoQuery(unknown) : RequestRefusals.QueryUnknown(known, unknown);
    }

    private static bool IsOfInterface(string route) => route.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);

    private static string Key(string? method, string? path) => $"{method} {path?.Trim('/')}";
}

using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Answers;

/// <summary>
/// Refuses what an endpoint does not know in the query of an address: a filter with a slip in its name must not show everything, and a value
/// that does not read is told by its name and by what it must be. What an endpoint takes is what the description of the interface says.
/// </summary>
public sealed class KnownQuery(IApiDescriptionGroupCollectionProvider descriptions)
{
    // The kinds of values that stand in queries, each as the framework reads it.
    private static readonly FrozenDictionary<Type, (string Kind, Func<string, bool> Reads)> Kinds = new Dictionary<
        Type,
        (string, Func<string, bool>)
    >
    {
        [typeof(int)] = ("whole", text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)),
        [typeof(long)] = ("whole", text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)),
        [typeof(bool)] = ("truth", text => bool.TryParse(text, out _)),
        [typeof(DateOnly)] = ("day", text => WrittenDay.Read(text) is not null),
    }.ToFrozenDictionary();

    private readonly Lazy<ILookup<string, ApiParameterDescription>> _parameters = new(() =>
        (
            from described in descriptions.ApiDescriptionGroups.Items.SelectMany(g => g.Items)
            from parameter in described.ParameterDescriptions
            where parameter.Source == BindingSource.Query
            select (Key: Key(described.HttpMethod, described.RelativePath), parameter)
        ).ToLookup(p => p.Key, p => p.parameter, StringComparer.OrdinalIgnoreCase)
    );

    /// <exception cref="RequestRefusedException">The query has a name that the endpoint does not know, lacks one, or has a value that does not read.</exception>
    public void Require(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route } || !IsOfInterface(route))
            return;
        var parameters = _parameters.Value[Key(context.Request.Method, route)].ToList();
        RequireNames(context.Request.Query, [.. parameters.Select(p => p.Name)]);
        foreach (var parameter in parameters)
            RequireValue(parameter, context.Request.Query[parameter.Name]);
        HandOnDays(context.Request, [.. parameters.Where(p => Plain(p.Type) == typeof(DateOnly)).Select(p => p.Name)]);
    }

    // The framework reads days in one form of ours and in others that nobody means; it is handed the one form.
    private static void HandOnDays(HttpRequest request, IReadOnlyCollection<string> days)
    {
        if (request.Query.Keys.Any(name => days.Contains(name, StringComparer.OrdinalIgnoreCase)))
            request.Query = new QueryCollection(
                request.Query.ToDictionary(
                    q => q.Key,
                    q =>
                        days.Contains(q.Key, StringComparer.OrdinalIgnoreCase) && WrittenDay.Read(q.Value) is { } day
                            ? new StringValues($"{day:O}")
                            : q.Value,
                    StringComparer.OrdinalIgnoreCase
                )
            );
    }

    /// <summary>Whether values of a type can be told right from wrong here; the tests ask it of every value of the interface.</summary>
    public static bool Reads(Type type) => type == typeof(string) || type == typeof(string[]) || Kinds.ContainsKey(Plain(type));

    private static void RequireNames(IQueryCollection query, IReadOnlyCollection<string> known)
    {
        if (query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw known.Count == 0 ? RequestRefusals.NoQuery(unknown) : RequestRefusals.QueryUnknown(known, unknown);
    }

    private static void RequireValue(ApiParameterDescription parameter, StringValues given)
    {
        if (parameter.IsRequired && given.Count == 0)
            throw RequestRefusals.Malformed(new Message("request.why_missing", ("name", parameter.Name)));
        if (given is [{ } text] && Kinds.TryGetValue(Plain(parameter.Type), out var kind) && !kind.Reads(text))
            throw RequestRefusals.Malformed(Unfit(parameter.Name, kind.Kind, text));
    }

    private static Message Unfit(string name, string kind, string found) =>
        new("request.why_parameter", ("name", name), ("kind", new Message($"request.kind_{kind}")), ("found", Texts.Short(found)));

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsOfInterface(string route) => route.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);

    private static string Key(string? method, string? path) => $"{method} {path?.Trim('/')}";
}

namespace Workflow.Storage.Access;

/// <summary>A request as the access log keeps it: the method, and the route as the interface writes it.</summary>
/// <param name="Method">The method, such as <c>GET</c>.</param>
/// <param name="Route">The route with its names in braces, never what somebody typed.</param>
public sealed record RequestAct(string Method, string Route) : AccessAct
{
    /// <summary>What is added where the route does not say all; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether it looks and does nothing.</summary>
    public bool Looks => Method == "GET";

    /// <summary>Whether the route ends in a part of that name.</summary>
    public bool EndsIn(string part) => Route.EndsWith($"/{part}", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Detail is null ? $"{Method} {Route}" : $"{Method} {Route} {Detail}";
}

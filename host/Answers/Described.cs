namespace Workflow.Host.Answers;

/// <summary>How the description of the interface tells of an endpoint.</summary>
internal static class Described
{
    /// <summary>Names an endpoint.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="name">Its name in the description; no other has it.</param>
    /// <param name="tag">The chapter it stands in.</param>
    /// <param name="summary">One line, Chinese before English.</param>
    internal static RouteHandlerBuilder As(this RouteHandlerBuilder route, string name, string tag, string summary) =>
        route.WithName(name).WithTags(tag).WithSummary(summary).AddEndpointFilter(SpokenAnswer.Speak);

    /// <summary>Describes an endpoint as <see cref="As"/> does, and what it answers.</summary>
    internal static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string name, string tag, string summary) =>
        route.As(name, tag, summary).Produces<T>();

    /// <summary>Lists the statuses of its problem documents.</summary>
    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            route.ProducesProblem(status);
        return route;
    }
}

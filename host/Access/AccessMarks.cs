namespace Workflow.Host.Access;

/// <summary>How an endpoint says what its access leaves in the log.</summary>
internal static class AccessMarks
{
    /// <summary>Marks it with <see cref="Access.Noted"/>.</summary>
    internal static T Noted<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new Noted());

    /// <summary>Marks it with <see cref="Access.OnDiskFirst"/>.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="kind">One of <see cref="Storage.Access.AccessKinds"/>.</param>
    internal static T OnDiskFirst<T>(this T route, string kind)
        where T : IEndpointConventionBuilder => route.WithMetadata(new OnDiskFirst(kind));
}

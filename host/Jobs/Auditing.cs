using Microsoft.AspNetCore.Mvc;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;

namespace Workflow.Host.Jobs;

/// <summary>What every endpoint of evidence has in common: auditors and supervisors alone, each use on disk before its answer leaves, few at a time.</summary>
public static class Auditing
{
    /// <summary>For auditors and supervisors.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="name">Its name in the description; no other has it.</param>
    /// <param name="summary">One line, Chinese before English.</param>
    /// <param name="kind">As what its use is recorded.</param>
    public static RouteHandlerBuilder ForAuditors(
        this RouteHandlerBuilder route,
        string name,
        string summary,
        string kind = AccessKinds.Audited
    ) => route.As(name, "Evidence", summary).OnDiskFirst(kind).AddEndpointFilter(Admit).Refuses(403);

    /// <summary>The same for work that goes through many cases or a large upload: only so many at once.</summary>
    /// <inheritdoc cref="ForAuditors"/>
    public static RouteHandlerBuilder ForAuditorsInTurn(
        this RouteHandlerBuilder route,
        string name,
        string summary,
        string kind = AccessKinds.Audited
    ) => route.ForAuditors(name, summary, kind).AddEndpointFilter(InTurn).Refuses(503);

    /// <summary>For what is made of every case at once: not for whoever is a party of one, since it would tell them of the deliberation.</summary>
    /// <param name="route">The endpoint.</param>
    public static RouteHandlerBuilder OfEveryCase(this RouteHandlerBuilder route) => route.AddEndpointFilter(KeepOut);

    private static ValueTask<object?> KeepOut(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = Caller.Of(context.HttpContext);
        return context.HttpContext.RequestServices.GetRequiredService<OwnCases>().First(caller) is { } number
            ? throw JobRefusals.OwnCase(caller.Named, number)
            : next(context);
    }

    /// <summary>For what auditors bring in named parts.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="most">Its most bytes, all parts together.</param>
    public static RouteHandlerBuilder TakesParts(this RouteHandlerBuilder route, long most) =>
        route.WithMetadata(new RequestSizeLimitAttribute(most)).Accepts<IFormFile>("multipart/form-data").Refuses(400, 413, 415, 422);

    private static async ValueTask<object?> Admit(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = Caller.Of(context.HttpContext);
        if (!caller.ReadsAll)
            throw JobRefusals.NotYours(caller.Named);
        RequireInside(context.HttpContext, caller);
        try
        {
            return await next(context);
        }
        catch (Exception e) when (JobRefusals.Brought(e) is { } brought)
        {
            throw new RequestRefusedException(brought);
        }
    }

    // Whoever is a party sees a case as one, whatever post they hold.
    private static void RequireInside(HttpContext context, Caller caller)
    {
        var place = context.RequestServices.GetRequiredService<Workplace>();
        if (context.GetRouteValue("number") is string number && place.Runner.Look(number) is { } state)
            SeenCase.RequireInside(caller, state, number);
    }

    private static async ValueTask<object?> InTurn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var turn = context.HttpContext.RequestServices.GetRequiredService<LongWork>().Begin();
        return await next(context);
    }
}

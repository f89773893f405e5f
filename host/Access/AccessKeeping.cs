using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Identity;
using Workflow.Storage.Access;

namespace Workflow.Host.Access;

/// <summary>Keeps the access log of the interface: one place for every endpoint. What changes a case is in its ledger and not here.</summary>
public sealed class AccessKeeping(RequestDelegate next, AccessLog log, AccessBatch batch, Today today)
{
    private readonly ConcurrentDictionary<string, DateOnly> _seen = new(StringComparer.Ordinal);

    private static readonly object Detail = new();

    private static readonly object Refusals = new();

    /// <summary>Adds a word of this program to what the record of a request says it was, such as the format of an export.</summary>
    public static void Tell(HttpContext context, string detail) => context.Items[Detail] = detail;

    /// <summary>Adds that a part of a request was refused although the whole was answered: it is a record of its own.</summary>
    /// <param name="context">The request.</param>
    /// <param name="number">The case, as it was asked for; null for none.</param>
    /// <param name="code">Why.</param>
    public static void TellRefused(HttpContext context, string? number, string code)
    {
        if (context.Items[Refusals] is not List<(string? Case, string Code)> told)
            context.Items[Refusals] = told = [];
        told.Add((number, code));
    }

    public async Task InvokeAsync(HttpContext context)
    {
        // Decided by the endpoint, never by the path as written: routing accepts several spellings of a path.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || !IsKept(endpoint))
        {
            await next(context);
            return;
        }

        if (batch.IsFull)
        {
            // What could not be recorded is not shown; a record of this would have to wait as well.
            await ProblemAnswer.Of(context, AccessRefusals.LogFull().Refusal).ExecuteAsync(context);
            return;
        }

        // Taken now: the handler of exceptions forgets which endpoint it was.
        var (number, before) = (context.GetRouteValue("number") as string, Before(context, endpoint));
        // Nothing of an answer leaves before these callbacks have ended; one that fails ends the request without it.
        if (before is not null)
            context.Response.OnStarting(() => log.Append([.. Records(context, endpoint, number, before)], CancellationToken.None));
        await next(context);
        if (before is null)
            foreach (var record in Records(context, endpoint, number, AccessKinds.Read))
                batch.Add(record);
    }

    // Whoever needs no sign-in sees no case there.
    private static bool IsKept(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    // As what an access is on disk before its answer leaves; null for one that may follow.
    private static string? Before(HttpContext context, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<OnDiskFirst>()?.Kind ?? (IsPolled(endpoint) && !IsAsking(context) ? AccessKinds.Administered : null);

    private static bool IsPolled(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Polled>() is not null;

    private IEnumerable<AccessRecord> Records(HttpContext context, RouteEndpoint endpoint, string? number, string kind)
    {
        var record = Record(context, endpoint, number, kind);
        if (record.Who is { } who && IsFirstToday(who))
            yield return SignedIn(record);
        if (Told(record, context, endpoint) is { } told)
            yield return told;
        foreach (var (of, code) in context.Items[Refusals] as List<(string? Case, string Code)> ?? [])
            yield return record with
            {
                Kind = AccessKinds.Refused,
                Case = Short(of),
                Refusal = code,
            };
    }

    private bool IsFirstToday(string who)
    {
        var seen = _seen.GetValueOrDefault(who);
        _seen[who] = today.Day;
        return seen != today.Day;
    }

    private static AccessRecord SignedIn(AccessRecord record) =>
        record with
        {
            Kind = AccessKinds.SignedIn,
            What = "bearer token",
            Case = null,
            For = null,
        };

    // What a stranger typed is kept of nobody: however much they ask, it is one record that counts.
    private AccessRecord Record(HttpContext context, RouteEndpoint endpoint, string? number, string kind)
    {
        var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var record = new AccessRecord(today.Now, kind, What(context, endpoint), who);
        return who is null ? record : record with { Case = Short(number), For = Short(context.Request.Query["for"]) };
    }

    // What is recorded of the request; null for nothing.
    private static AccessRecord? Told(AccessRecord record, HttpContext context, RouteEndpoint endpoint)
    {
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            return record with { Kind = AccessKinds.Refused, Refusal = Refusal(context) };
        if (IsPolled(endpoint))
            return OfPages(record, context);
        return IsTold(record, context, endpoint) ? record : null;
    }

    private static string Refusal(HttpContext context) =>
        context.Items[ProblemAnswer.CodeOf] as string ?? $"status.{context.Response.StatusCode}";

    // What is sent to such pages does something: requeue, delete, trigger.
    private static AccessRecord? OfPages(AccessRecord record, HttpContext context) =>
        !IsAsking(context) ? ActOnPage(record, context)
        : IsPage(context) ? record
        : null;

    private static AccessRecord ActOnPage(AccessRecord record, HttpContext context) =>
        record with
        {
            Kind = AccessKinds.Administered,
            What = $"{record.What} {Short(context.Request.Path)}",
        };

    private static bool IsTold(AccessRecord record, HttpContext context, RouteEndpoint endpoint) =>
        HttpMethods.IsGet(context.Request.Method) || record.Kind != AccessKinds.Read || endpoint.Metadata.GetMetadata<Noted>() is not null;

    // Pages that ask again every few seconds, with their scripts and pictures, are one look.
    private static bool IsPage(HttpContext context) =>
        context.Response.ContentType is { } type && type.StartsWith("text/html", StringComparison.Ordinal);

    private static bool IsAsking(HttpContext context) => context.Request.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE";

    // What comes from outside is cut: the log keeps what was asked for, not whatever somebody typed.
    private static string? Short(string? text) =>
        text is null or { Length: 0 } ? null
        : text.Length <= LongestName && Texts.IsPlain(text) ? text
        : "…";

    private static string What(HttpContext context, RouteEndpoint endpoint) =>
        $"{new RequestAct(Method(context), endpoint.RoutePattern.RawText ?? "another path") { Detail = Told(context) }}";

    private static string? Told(HttpContext context) => context.Items[Detail] as string;

    private static string Method(HttpContext context) =>
        context.Request.Method is "GET" or "POST" or "PUT" or "DELETE" ? context.Request.Method : "another method";

    private const int LongestName = 100;
}

/// <summary>Marks an endpoint whose access is on disk before its answer leaves.</summary>
/// <param name="Kind">One of <see cref="AccessKinds"/>.</param>
public sealed record OnDiskFirst(string Kind);

/// <summary>Marks pages that a browser asks for again and again: each page is recorded, and not its scripts, pictures and numbers.</summary>
public sealed record Polled;

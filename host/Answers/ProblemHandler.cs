using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers;

/// <summary>Turns whatever escapes an endpoint, or an empty answer with an error status, into a problem document without a stack trace.</summary>
public sealed partial class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await Answer(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    public static Task Empty(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        return ProblemAnswer.Of(http, Empty(http, status).Refusal, status).ExecuteAsync(http);
    }

    private static RequestRefusedException Empty(HttpContext http, int status) =>
        status switch
        {
            401 => RequestRefusals.NoToken(),
            403 => RequestRefusals.NotAllowed(),
            404 => RequestRefusals.UnknownPath($"{http.Request.Path}"),
            405 => RequestRefusals.Method($"{http.Request.Path}", http.Request.Method),
            413 => TooLarge(http),
            408 => RequestRefusals.TooSlow(),
            415 => RequestRefusals.MediaType(["application/json"], http.Request.ContentType),
            _ => RequestRefusals.Refused(),
        };

    private IResult Answer(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case RequestRefusedException e:
                return ProblemAnswer.Of(http, e.Refusal);
            case BadHttpRequestException { StatusCode: 413 }:
                return ProblemAnswer.Of(http, TooLarge(http).Refusal);
            case BadHttpRequestException e:
                return ProblemAnswer.Of(http, RequestRefusals.Malformed(Why(e)).Refusal, e.StatusCode);
            case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                return Results.StatusCode(499);
            default:
                var trace = ProblemAnswer.Trace(http);
                log.LogError(exception, "A request to {Path} failed, trace {TraceId}.", http.Request.Path, trace);
                return ProblemAnswer.Of(http, RequestRefusals.Fault(trace).Refusal);
        }
    }

    private static RequestRefusedException TooLarge(HttpContext http) =>
        RequestRefusals.TooLarge(http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? Bodies.MaxBytes);

    // The server names our types; the one who asked knows the parameter and what they wrote.
    private static Message Why(BadHttpRequestException e)
    {
        if (Unreadable().Match(e.Message) is { Success: true } wrong)
            return new Message("request.why_parameter", ("name", wrong.Groups[1].Value), ("found", wrong.Groups[2].Value));
        return Absent().Match(e.Message) is { Success: true } absent
            ? new Message("request.why_missing", ("name", absent.Groups[1].Value))
            : new Message("request.why_other");
    }

    [GeneratedRegex("^Failed to bind parameter \"\\S+ (\\w+)\" from \"(.{0,100})", RegexOptions.Singleline)]
    private static partial Regex Unreadable();

    [GeneratedRegex("^Required parameter \"\\S+ (\\w+)\" was not provided")]
    private static partial Regex Absent();
}

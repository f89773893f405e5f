using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers;

/// <summary>Turns whatever escapes an endpoint, or an empty answer with an error status, into a problem document without a stack trace.</summary>
public sealed class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
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
            415 => MediaType(http),
            _ => RequestRefusals.Refused(),
        };

    private IResult Answer(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case RequestRefusedException e:
                return ProblemAnswer.Of(http, e);
            case BadHttpRequestException { StatusCode: 413 }:
                return ProblemAnswer.Of(http, TooLarge(http).Refusal);
            case BadHttpRequestException e:
                return ProblemAnswer.Of(http, RequestRefusals.Malformed(new Message("request.why_other")).Refusal, e.StatusCode);
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

    private static RequestRefusedException MediaType(HttpContext http) =>
        RequestRefusals.MediaType(
            http.RequestServices.GetRequiredService<TakenMediaTypes>().Of(http.Request),
            Bodies.MediaType(http.Request)
        );
}

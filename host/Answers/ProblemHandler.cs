using Microsoft.AspNetCore.Diagnostics;

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
        var (code, sentence) = http.Response.StatusCode switch
        {
            401 => ("identity.no_token", "Expected the bearer token of a person in the register, but found none that is valid."),
            403 => ("identity.not_allowed", "Expected a person who may do this, but the token's person may not."),
            404 => ("request.unknown_path", $"Expected a path of this interface, but found '{http.Request.Path}'."),
            405 => ("request.method", $"Expected another method at '{http.Request.Path}', but found {http.Request.Method}."),
            413 => ("request.too_large", "Expected a smaller body."),
            415 => ("request.media_type", $"Expected another media type, but found '{http.Request.ContentType}'."),
            _ => ("request.refused", "Expected another request."),
        };
        return ProblemAnswer.Of(http, http.Response.StatusCode, code, sentence, WayOut(http.Response.StatusCode)).ExecuteAsync(http);
    }

    private IResult Answer(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case RequestRefusedException e:
                return ProblemAnswer.Of(http, e.Status, e.Code, e.Message, e.WayOut);
            case BadHttpRequestException { StatusCode: 413 }:
                return ProblemAnswer.Of(http, 413, "request.too_large", "Expected a smaller body, but this one is over the limit.");
            case BadHttpRequestException e:
                return ProblemAnswer.Of(http, e.StatusCode, "request.malformed", $"Expected a well-formed request, but: {e.Message}");
            case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                return Results.StatusCode(499);
            default:
                log.LogError(exception, "A request to {Path} failed.", http.Request.Path);
                return ProblemAnswer.Of(http, 500, "host.fault", "Expected to answer, but the host failed; the log names the cause.", $"report trace {http.TraceIdentifier}");
        }
    }

    private static string? WayOut(int status) => status switch
    {
        401 => "send the header 'Authorization: Bearer TOKEN'",
        404 or 405 => "see /swagger for every path",
        _ => null,
    };
}

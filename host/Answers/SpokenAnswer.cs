using Workflow.Host.Wording;

namespace Workflow.Host.Answers;

/// <summary>Answers that hold refusals or messages: they are written in the language that the request asks for.</summary>
public static class SpokenAnswer
{
    /// <summary>Answers with a value as JSON.</summary>
    public static IResult Of<T>(HttpContext context, T value) => Results.Json(value, Words.Of(context).Json);

    /// <summary>Writes what a handler returns in the language that the request asks for; an answer that is ready stays as it is.</summary>
    internal static async ValueTask<object?> Speak(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) is var answer && answer is null or IResult or string ? answer : Of(context.HttpContext, answer);

    /// <summary>Answers with what was made, and where it is.</summary>
    public static IResult Made<T>(HttpContext context, string place, T value)
    {
        context.Response.Headers.Location = place;
        return Results.Json(value, Words.Of(context).Json, statusCode: StatusCodes.Status201Created);
    }
}

using Workflow.Host.Wording;

namespace Workflow.Host.Answers;

/// <summary>Answers that hold refusals or messages: they are written in the language that the request asks for.</summary>
public static class SpokenAnswer
{
    /// <summary>Answers with a value as JSON.</summary>
    public static IResult Of<T>(HttpContext context, T value) => Results.Json(value, Words.Of(context).Json);
}

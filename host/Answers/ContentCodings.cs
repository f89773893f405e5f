using Workflow.Host.Answers.Json;

namespace Workflow.Host.Answers;

/// <summary>Takes bodies as they are: what is compressed would be counted and read as something else.</summary>
internal static class ContentCodings
{
    private const string AsItIs = "identity";

    /// <summary>Refuses a body in any coding.</summary>
    /// <exception cref="RequestRefusedException">The body is in another coding.</exception>
    internal static void Require(HttpContext context)
    {
        var found = context.Request.Headers.ContentEncoding.ToString();
        if (found.Length > 0 && !found.Equals(AsItIs, StringComparison.OrdinalIgnoreCase))
            throw RequestRefusals.Coding(Texts.Short(found));
    }
}

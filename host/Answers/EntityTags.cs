using Microsoft.Net.Http.Headers;

namespace Workflow.Host.Answers;

/// <summary>Answers by validators: whoever has what would be sent is told so instead.</summary>
public static class EntityTags
{
    /// <summary>Sends the tag with the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="tag">What names the answer, without quotation marks.</param>
    /// <returns>Whether the one who asks has it already: then 304 is the answer.</returns>
    public static bool Has(HttpContext context, string tag)
    {
        var own = new EntityTagHeaderValue($"\"{tag}\"");
        context.Response.GetTypedHeaders().ETag = own;
        return context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(own, useStrongComparison: false));
    }
}

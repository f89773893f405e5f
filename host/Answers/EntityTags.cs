using Microsoft.Net.Http.Headers;

namespace Workflow.Host.Answers;

/// <summary>Answers by validators: whoever has what would be sent is told so instead.</summary>
public static class EntityTags
{
    /// <summary>Sends the tag with the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="tag">What names the answer, without quotation marks.</param>
    /// <returns>Whether the one who asks has it already: then 304 is the answer.</returns>
    public static bool Has(HttpContext context, string tag) => Has(context, new EntityTagHeaderValue($"\"{tag}\""));

    /// <summary>The same for answers that say the same without being it byte for byte.</summary>
    /// <inheritdoc cref="Has(HttpContext, string)"/>
    public static bool HasAlike(HttpContext context, string tag) => Has(context, new EntityTagHeaderValue($"\"{tag}\"", isWeak: true));

    private static bool Has(HttpContext context, EntityTagHeaderValue own)
    {
        context.Response.GetTypedHeaders().ETag = own;
        return context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(own, useStrongComparison: false));
    }
}

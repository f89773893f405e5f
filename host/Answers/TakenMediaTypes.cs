using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing.Template;

namespace Workflow.Host.Answers;

/// <summary>
/// Which media types an address takes, as the description of the interface says. The framework refuses another before the endpoint
/// is asked, and forgets which endpoint it was.
/// </summary>
public sealed class TakenMediaTypes(IApiDescriptionGroupCollectionProvider descriptions)
{
    private readonly Lazy<IReadOnlyList<(ApiDescription Of, TemplateMatcher Path)>> _described = new(() =>
        [
            .. descriptions
                .ApiDescriptionGroups.Items.SelectMany(g => g.Items)
                .Select(d => (d, new TemplateMatcher(TemplateParser.Parse(d.RelativePath ?? ""), []))),
        ]
    );

    /// <summary>The media types that a request might have had; none where the address takes no body.</summary>
    internal IReadOnlyList<string> Of(HttpRequest request) =>
        [
            .. _described
                .Value.Where(d => d.Of.HttpMethod == request.Method && d.Path.TryMatch(request.Path, []))
                .SelectMany(d => d.Of.SupportedRequestFormats)
                .Select(f => f.MediaType)
                .Distinct(),
        ];
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Workflow.Host;

/// <summary>How the description of the interface shows what every operation may answer.</summary>
internal static class DescribedAnswers
{
    private static readonly (string Status, string Words)[] Everywhere =
    [
        ("400", "请求有误 / The request is faulty"),
        ("401", "须有令牌 / A token is needed"),
        ("429", "请求过于频繁，Retry-After 说明何时再来 / Too much was asked in a short time; Retry-After says when to come again"),
        ("500", "系统出错 / The host failed"),
        ("503", "系统暂时不能办理 / The host cannot do this now"),
    ];

    internal static Task Set(OpenApiOperation operation, ApiDescription described, OpenApiDocument document)
    {
        operation.Responses ??= [];
        foreach (var download in described.SupportedResponseTypes.Where(r => r.Type == typeof(Stream)))
            Download(operation, $"{download.StatusCode}");
        if (described.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [];
        else
            foreach (var (status, words) in Everywhere)
                operation.Responses.TryAdd(status, Problem(words, document));
        DescribedWords.Set(operation);
        DescribedExamples.Set(operation);
        return Task.CompletedTask;
    }

    private static OpenApiResponse Problem(string words, OpenApiDocument document) =>
        new()
        {
            Description = words,
            Content = Content("application/problem+json", new OpenApiSchemaReference("ProblemDetails", document)),
        };

    private static void Download(OpenApiOperation operation, string status) =>
        operation.Responses![status] = new OpenApiResponse
        {
            Description = "文件下载 / The file, as a download",
            Content = Content("application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }),
        };

    private static Dictionary<string, OpenApiMediaType> Content(string type, IOpenApiSchema schema) =>
        new() { [type] = new OpenApiMediaType { Schema = schema } };
}

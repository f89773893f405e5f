using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Workflow.Host;

/// <summary>Examples in the description of the interface: one of each command that a person may give, of each other body or of each way to fill it in, of the chief answers, and of a problem.</summary>
internal static class DescribedExamples
{
    private static readonly JsonObject Examples = DescribedWords.Read("examples");

    private static readonly string[] TakeCommands = ["SendCommand", "PreviewCommand"];

    /// <summary>A problem document.</summary>
    internal static JsonNode Problem => Examples["problem"]!.DeepClone();

    /// <summary>Lays the examples at an operation.</summary>
    internal static void Set(OpenApiOperation operation)
    {
        var name = operation.OperationId ?? "";
        foreach (var (_, taken) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
            Body(taken, name);
        if (TakeCommands.Contains(name))
            Commands(operation.RequestBody!.Content!["application/json"]);
        foreach (var (status, answer) in operation.Responses ?? [])
            if (status.StartsWith('2') && answer.Content?.TryGetValue("application/json", out var given) == true)
                Set(given, Examples["answers"]![name]);
    }

    private static void Body(OpenApiMediaType taken, string name)
    {
        if (Examples["choices"]![name] is JsonObject choices)
            taken.Examples = Named(choices);
        else
            Set(taken, Examples["bodies"]![name]);
    }

    private static void Commands(OpenApiMediaType taken) => taken.Examples = Named(Examples["commands"]!.AsObject());

    private static Dictionary<string, IOpenApiExample> Named(JsonObject examples) =>
        examples.ToDictionary(
            example => example.Key,
            IOpenApiExample (example) => new OpenApiExample { Value = example.Value!.DeepClone() },
            StringComparer.Ordinal
        );

    private static void Set(OpenApiMediaType at, JsonNode? example)
    {
        if (example is not null)
            at.Example = example.DeepClone();
    }
}

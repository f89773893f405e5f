using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Workflow.Host.Opening;

namespace Workflow.Host;

/// <summary>
/// The words of the description of the interface that stand nowhere in the code: of parameters in both languages, as people type them; of
/// records and their members in English, the language of their names, where they have no documentation of their own.
/// </summary>
internal static class DescribedWords
{
    private static readonly JsonObject Words = Read("described");

    /// <summary>Describes the parameters of an operation.</summary>
    internal static void Set(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Description ??= Of("parameters", parameter.Name ?? "");
    }

    /// <summary>Describes every record, and each member that nobody has described.</summary>
    internal static void Set(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (schema is not OpenApiSchema record)
                continue;
            record.Description ??= Of("records", name);
            foreach (var (member, shape) in record.Properties ?? new Dictionary<string, IOpenApiSchema>())
                Describe(shape, Of("members", member));
        }
    }

    /// <summary>Reads a file of the interface's words.</summary>
    internal static JsonObject Read(string file)
    {
        using var stream = Embedded.Open($"interface.{file}.json");
        return JsonSerializer.Deserialize<JsonObject>(stream)!;
    }

    private static void Describe(IOpenApiSchema shape, string? words)
    {
        if (shape is OpenApiSchema own)
            own.Description ??= words;
        else if (shape is OpenApiSchemaReference { Reference.Description: null } elsewhere)
            elsewhere.Description = words;
    }

    private static string? Of(string chapter, string name) => (string?)Words[chapter]![name];
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Workflow.Engine.Processes;

/// <summary>The stored form of a definition. The digest covers exactly these bytes.</summary>
public static class DefinitionJson
{
    private static readonly DefinitionJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 256,
    });

    /// <summary>Returns the canonical JSON of a definition.</summary>
    public static string Write(ProcessDefinition definition) => JsonSerializer.Serialize(definition, Context.ProcessDefinition);

    /// <summary>Restores a definition from its canonical JSON.</summary>
    /// <exception cref="JsonException">The text is not a stored definition.</exception>
    public static ProcessDefinition Read(string json) =>
        JsonSerializer.Deserialize(json, Context.ProcessDefinition) ?? throw new JsonException("Expected a definition, but found null.");

    /// <summary>Returns the digest of a stored definition: lower-case hex of SHA-256 over its UTF-8 bytes.</summary>
    public static string Digest(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

/// <summary>Source-generated contracts: no reflection at run time.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProcessDefinition))]
internal sealed partial class DefinitionJsonContext : JsonSerializerContext;

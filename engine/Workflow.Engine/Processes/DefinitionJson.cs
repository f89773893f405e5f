using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflow.Engine.Processes;

/// <summary>The stored form of a definition. The digest covers exactly these bytes.</summary>
public static class DefinitionJson
{
    /// <summary>Returns the canonical JSON of a definition.</summary>
    public static string Write(ProcessDefinition definition) => JsonSerializer.Serialize(definition, StoredJson.Options);

    /// <summary>Restores a definition from its canonical JSON.</summary>
    /// <exception cref="JsonException">The text is not a stored definition.</exception>
    public static ProcessDefinition Read(string json) =>
        JsonSerializer.Deserialize<ProcessDefinition>(json, StoredJson.Options)
        ?? throw new JsonException("Expected a definition, but found null.");

    /// <summary>Returns the digest of a stored definition: lower-case hex of SHA-256 over its UTF-8 bytes.</summary>
    public static string Digest(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

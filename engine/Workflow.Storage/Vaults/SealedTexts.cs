using System.Text.Json;

namespace Workflow.Storage.Vaults;

/// <summary>Finds the sealed values that an entry's stored text names.</summary>
internal static class SealedTexts
{
    private const string Mark = "\"sealed\"";
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <summary>Returns their hashes, each once.</summary>
    internal static IReadOnlyCollection<string> In(string body)
    {
        if (!body.Contains(Mark, StringComparison.Ordinal))
            return [];
        try
        {
            using var json = JsonDocument.Parse(body, Bounds);
            return [.. In(json.RootElement).Distinct(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Checking the chain tells of it.
            return [];
        }
    }

    private static string? Sealed(JsonElement element) =>
        element.TryGetProperty("is", out var kind) && kind.ValueEquals("sealed") && element.TryGetProperty("sha256", out var hash)
            ? hash.GetString()
            : null;

    private static IEnumerable<string> In(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
            JsonValueKind.Object when Sealed(element) is { } hash => [hash],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => In(p.Value)),
            _ => [],
        };
}

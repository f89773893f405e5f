using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflow.Engine.Cases;

namespace Workflow.Engine.Evidence;

/// <summary>The stored form of ledger entries, commands and states; the chain's hash covers exactly these bytes.</summary>
public static class LedgerJson
{
    /// <summary>The hash before the first entry of a case.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly LedgerJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 64,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
    });

    /// <summary>Returns an entry's stored text.</summary>
    public static string Write(LedgerEntry entry) => JsonSerializer.Serialize(entry, Context.LedgerEntry);

    /// <summary>Restores an entry.</summary>
    /// <exception cref="JsonException">The text is not a stored entry.</exception>
    public static LedgerEntry ReadEntry(string json) => Must(JsonSerializer.Deserialize(json, Context.LedgerEntry));

    /// <summary>Returns an entry's hash: lower-case hex of SHA-256 over the UTF-8 bytes of its stored text, which names the hash before.</summary>
    public static string Hash(string storedText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(storedText)));

    /// <summary>Returns a command's JSON.</summary>
    public static string Write(CaseCommand command) => JsonSerializer.Serialize(command, Context.CaseCommand);

    /// <summary>Restores a command.</summary>
    /// <exception cref="JsonException">The text is not a command; its path and position say where.</exception>
    public static CaseCommand ReadCommand(string json) => Must(JsonSerializer.Deserialize(json, Context.CaseCommand));

    /// <summary>Returns one event's JSON.</summary>
    public static string Write(CaseEvent happened) => JsonSerializer.Serialize(happened, Context.CaseEvent);

    /// <summary>Restores one event.</summary>
    /// <exception cref="JsonException">The text is not an event.</exception>
    public static CaseEvent ReadEvent(string json) => Must(JsonSerializer.Deserialize(json, Context.CaseEvent));

    /// <summary>Returns a state's JSON, for comparing and for showing.</summary>
    public static string Write(CaseState state) => JsonSerializer.Serialize(state, Context.CaseState);

    /// <summary>Returns a field value's JSON, as the vault keeps it.</summary>
    public static string Write(Expressions.FieldValue value) => JsonSerializer.Serialize(value, Context.FieldValue);

    /// <summary>Restores a field value.</summary>
    /// <exception cref="JsonException">The text is not a value.</exception>
    public static Expressions.FieldValue ReadValue(string json) => Must(JsonSerializer.Deserialize(json, Context.FieldValue));

    private static T Must<T>(T? value) where T : class => value ?? throw new JsonException("Expected an object, but found null.");
}

/// <summary>Source-generated contracts: no reflection at run time.</summary>
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(CaseCommand))]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(CaseState))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;

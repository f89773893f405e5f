using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Record.Entries;

/// <summary>The stored form of ledger entries, commands and states; the chain's hash covers exactly these bytes.</summary>
public static class LedgerJson
{
    /// <summary>The hash before the first entry of a case.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    // What the serializer writes is the one list of stored names.
    private static readonly FrozenDictionary<Type, string> Names = StoredJson
        .Options.GetTypeInfo(typeof(CaseEvent))
        .PolymorphismOptions!.DerivedTypes.ToFrozenDictionary(d => d.DerivedType, d => (string)d.TypeDiscriminator!);

    private static JsonSerializerOptions Options => StoredJson.Options;

    /// <summary>Returns the name under which an event is stored, such as <c>case.lodged</c>.</summary>
    public static string NameOf(CaseEvent happened) => Names[happened.GetType()];

    /// <summary>Returns an entry's stored text.</summary>
    public static string Write(LedgerEntry entry) => JsonSerializer.Serialize(entry, Options);

    /// <summary>Restores an entry.</summary>
    /// <exception cref="JsonException">The text is not a stored entry.</exception>
    public static LedgerEntry ReadEntry(string json) => Must(JsonSerializer.Deserialize<LedgerEntry>(json, Options));

    /// <summary>Returns an entry's hash: lower-case hex of SHA-256 over the UTF-8 bytes of its stored text, which names the hash before.</summary>
    public static string Hash(string storedText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(storedText)));

    /// <summary>Returns a command's JSON.</summary>
    public static string Write(CaseCommand command) => JsonSerializer.Serialize(command, Options);

    /// <summary>Returns a command in its stored form, to look through; nothing is written out for it.</summary>
    internal static JsonElement Element(CaseCommand command) => JsonSerializer.SerializeToElement(command, Options);

    /// <summary>Restores a command.</summary>
    /// <exception cref="JsonException">The text is not a command; its path and position say where.</exception>
    public static CaseCommand ReadCommand(string json) => Must(JsonSerializer.Deserialize<CaseCommand>(json, Options));

    /// <summary>Returns one event's JSON.</summary>
    public static string Write(CaseEvent happened) => JsonSerializer.Serialize(happened, Options);

    /// <summary>Returns a state's JSON, for comparing and for showing.</summary>
    public static string Write(CaseState state) => JsonSerializer.Serialize(state, Options);

    /// <summary>Returns a field value's JSON, as the vault keeps it.</summary>
    public static string Write(FieldValue value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Restores a field value.</summary>
    /// <exception cref="JsonException">The text is not a value.</exception>
    public static FieldValue ReadValue(string json) => Must(JsonSerializer.Deserialize<FieldValue>(json, Options));

    private static T Must<T>(T? value)
        where T : class => value ?? throw new JsonException("Expected an object, but found null.");
}

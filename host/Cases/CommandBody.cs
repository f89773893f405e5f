using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;

namespace Workflow.Host.Cases;

/// <summary>Reads a person's command from the body of a request: unknown, repeated, missing or null members are refused.</summary>
public static class CommandBody
{
    /// <summary>The deepest nesting of a body.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = MaxDepth,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveToConverter } },
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new PlainValue() },
    };

    /// <exception cref="JsonException">The text is not a command.</exception>
    /// <exception cref="RequestRefusedException">It is one that only rules give.</exception>
    public static CaseCommand Read(string text)
    {
        Texts.RequirePlain(text, MaxDepth);
        try
        {
            return ForPeople(JsonSerializer.Deserialize<CaseCommand>(text, Strict) ?? throw new JsonException("an object is expected."));
        }
        catch (NotSupportedException)
        {
            // So the serializer calls an object that names no command.
            throw new JsonException("'do' is expected to name the command.");
        }
    }

    /// <summary>Reads the body of a lodging, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not a lodging.</exception>
    public static Lodge ReadLodging(string text)
    {
        Texts.RequirePlain(text, MaxDepth);
        if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) is not JsonObject body) throw new JsonException("an object is expected.");
        if (body.ContainsKey("do")) return Read(text) as Lodge ?? throw NotLodging();
        return (Lodge)ForPeople(JsonSerializer.Deserialize<Lodge>(text, Strict)!);
    }

    /// <summary>Reads the body of a move to another definition, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not such a command.</exception>
    public static MigrateCase ReadMigration(string text)
    {
        Texts.RequirePlain(text, MaxDepth);
        if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) is not JsonObject body) throw new JsonException("an object is expected.");
        if (body.ContainsKey("do")) return Read(text) as MigrateCase ?? throw new RequestRefusedException(StatusCodes.Status422UnprocessableEntity, "command.not_migration", "Expected a move to another definition, but found another command.");
        return (MigrateCase)ForPeople(JsonSerializer.Deserialize<MigrateCase>(text, Strict)!);
    }

    /// <summary>Reads the body of taking over a case, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not such a command.</exception>
    public static AdoptCase ReadAdoption(string text)
    {
        Texts.RequirePlain(text, MaxDepth);
        if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) is not JsonObject body) throw new JsonException("an object is expected.");
        if (body.ContainsKey("do")) return Read(text) as AdoptCase ?? throw new RequestRefusedException(StatusCodes.Status422UnprocessableEntity, "command.not_adoption", "Expected to take over a case, but found another command.");
        return (AdoptCase)ForPeople(JsonSerializer.Deserialize<AdoptCase>(text, Strict)!);
    }

    /// <summary>Reads a mapping by itself.</summary>
    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static MigrationMap ReadMap(string text)
    {
        Texts.RequirePlain(text, MaxDepth);
        var map = JsonSerializer.Deserialize<MigrationMap>(text, Strict) ?? throw new JsonException("an object is expected.");
        return ((MigrateCase)ForPeople(new MigrateCase { To = "", Map = map, Document = "", Reasons = "" })).Map;
    }

    // A converter of our own and the ledger's discriminator exclude one another.
    private static void LeaveToConverter(JsonTypeInfo type)
    {
        if (type.Type == typeof(FieldValue)) type.PolymorphismOptions = null;
    }

    private static CaseCommand ForPeople(CaseCommand command) => command switch
    {
        ExpireClock or RederiveClocks or NameCalled or Complete { Run: not null } => throw RuleOnly("a command of a person", "one that only rules give"),
        Complete { Numbers: var numbers } when numbers.ContainsValue(null!) => throw new JsonException("null stands where a document's number is needed."),
        Complete { Promised: var promised } when promised.ContainsValue(null!) => throw new JsonException("null stands where a promise's document is needed."),
        Answer { Numbers: var numbers } when numbers.ContainsValue(null!) => throw new JsonException("null stands where a document's number is needed."),
        MigrateCase { Map: var map } when map.Steps.ContainsValue(null!) || map.Outcomes.ContainsValue(null!) || map.Clocks.ContainsValue(null!) =>
            throw new JsonException("null stands where a name of the target is needed."),
        AdoptCase c when new[] { c.Acts.Contains(null!), c.Documents.Contains(null!), c.Pauses.Contains(null!), c.Extensions.Contains(null!), c.Parties.Contains(null!), c.At.Contains(null!), c.Materials.Contains(null!), c.Holders.ContainsValue(null!) }.Contains(true) =>
            throw new JsonException("null stands where something told of the case is needed."),
        Lodge { Parent: not null } => throw RuleOnly("a lodging of a person", "one that another case calls for"),
        _ => command,
    };

    private static RequestRefusedException RuleOnly(string expected, string found) =>
        new(StatusCodes.Status422UnprocessableEntity, "command.rule_only", $"Expected {expected}, but found {found}.");

    private static RequestRefusedException NotLodging() => new(
        StatusCodes.Status422UnprocessableEntity, "command.not_lodging", "Expected a lodging, but found another command.", "send it to POST /api/cases/{number}/commands");
}

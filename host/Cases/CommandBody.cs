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

    private static readonly JsonDocumentOptions Documents = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>As it stands in the body, without what a record leaves out.</summary>
    private static readonly JsonSerializerOptions Given = new(Strict) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <exception cref="JsonException">The text is not a command.</exception>
    /// <exception cref="RequestRefusedException">It is one that only rules give.</exception>
    public static CaseCommand Read(string text)
    {
        Texts.RequirePlain(text, MaxDepth);
        try
        {
            return ForPeople(JsonSerializer.Deserialize<CaseCommand>(text, Strict) ?? throw NoObject());
        }
        catch (NotSupportedException)
        {
            // So the serializer calls an object that names no command.
            throw new JsonException("'do' is expected to name the command.");
        }
    }

    /// <summary>Reads the body of a lodging, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not a lodging.</exception>
    public static Lodge ReadLodging(string text) => Read<Lodge>(text) ?? throw Another(
        "command.not_lodging", "Expected a lodging, but found another command.", "send it to POST /api/cases/{number}/commands");

    /// <summary>Reads the body of a move to another definition, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not such a command.</exception>
    public static MigrateCase ReadMigration(string text) => Read<MigrateCase>(text) ?? throw Another(
        "command.not_migration", "Expected a move to another definition, but found another command.");

    /// <summary>Reads the body of taking over a case, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not such a command.</exception>
    public static AdoptCase ReadAdoption(string text) => Read<AdoptCase>(text) ?? throw Another(
        "command.not_adoption", "Expected to take over a case, but found another command.");

    /// <summary>Reads a mapping by itself.</summary>
    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static MigrationMap ReadMap(string text)
    {
        Texts.RequirePlain(text, MaxDepth);
        var map = JsonSerializer.Deserialize<MigrationMap>(text, Strict) ?? throw NoObject();
        return ((MigrateCase)ForPeople(new MigrateCase { To = "", Map = map, Document = "", Reasons = "" })).Map;
    }

    // Null where the text names another command.
    private static T? Read<T>(string text)
        where T : CaseCommand
    {
        Texts.RequirePlain(text, MaxDepth);
        var body = JsonNode.Parse(text, documentOptions: Documents) as JsonObject ?? throw NoObject();
        return body.ContainsKey("do") ? Read(text) as T : (T)ForPeople(JsonSerializer.Deserialize<T>(text, Strict)!);
    }

    // A converter of our own and the ledger's discriminator exclude one another.
    private static void LeaveToConverter(JsonTypeInfo type)
    {
        if (type.Type == typeof(FieldValue)) type.PolymorphismOptions = null;
    }

    private static CaseCommand ForPeople(CaseCommand command)
    {
        if (command is IByRule { IsByRule: true }) throw RuleOnly(command is Lodge);
        if (Gap(JsonSerializer.SerializeToNode(command, Given), "") is { } gap) throw new JsonException($"null stands where a value of '{gap}' is needed.");
        return command;
    }

    // Nulls of the record's own members are not written: one that is left stands in a list, or beside a name that the body chose.
    private static string? Gap(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.Select(member => member is null ? name : Gap(member, name)).FirstOrDefault(gap => gap is not null),
        JsonObject members => members.Select(m => m.Value is null ? name : Gap(m.Value, m.Key)).FirstOrDefault(gap => gap is not null),
        _ => null,
    };

    private static RequestRefusedException RuleOnly(bool lodging) => new(
        StatusCodes.Status422UnprocessableEntity,
        "command.rule_only",
        lodging ? "Expected a lodging of a person, but found one that another case calls for." : "Expected a command of a person, but found one that only rules give.");

    private static RequestRefusedException Another(string code, string sentence, string? wayOut = null) =>
        new(StatusCodes.Status422UnprocessableEntity, code, sentence, wayOut);

    private static JsonException NoObject() => new("an object is expected.");
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workflow.Engine.Cases;
using Workflow.Host.Answers;

namespace Workflow.Host.Cases;

/// <summary>Reads a person's command from the body of a request: unknown, repeated, missing or null members are refused.</summary>
public static class CommandBody
{
    private const int MaxDepth = 64;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = MaxDepth,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <exception cref="JsonException">The text is not a command.</exception>
    /// <exception cref="RequestRefusedException">It is one that only rules give.</exception>
    public static CaseCommand Read(string text) =>
        ForPeople(JsonSerializer.Deserialize<CaseCommand>(text, Strict) ?? throw new JsonException("an object is expected."));

    /// <summary>Reads the body of a lodging, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not a lodging.</exception>
    public static Lodge ReadLodging(string text)
    {
        if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) is not JsonObject body) throw new JsonException("an object is expected.");
        if (body.ContainsKey("do")) return Read(text) as Lodge ?? throw NotLodging();
        return (Lodge)ForPeople(JsonSerializer.Deserialize<Lodge>(text, Strict)!);
    }

    private static CaseCommand ForPeople(CaseCommand command) => command switch
    {
        ExpireClock or RederiveClocks => throw RuleOnly("a command of a person", "one that only rules give"),
        Lodge { Parent: not null } => throw RuleOnly("a lodging of a person", "one that another case calls for"),
        _ => command,
    };

    private static RequestRefusedException RuleOnly(string expected, string found) =>
        new(StatusCodes.Status422UnprocessableEntity, "command.rule_only", $"Expected {expected}, but found {found}.");

    private static RequestRefusedException NotLodging() => new(
        StatusCodes.Status422UnprocessableEntity, "command.not_lodging", "Expected a lodging, but found another command.", "send it to POST /api/cases/{number}/commands");
}

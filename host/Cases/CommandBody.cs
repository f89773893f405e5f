using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Cases;

/// <summary>Reads a person's command from the body of a request: unknown, repeated, missing or null members are refused.</summary>
public static class CommandBody
{
    /// <summary>The deepest nesting of a body.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    internal static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = MaxDepth,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveToConverter } },
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new PlainValue(), new WrittenDayJson() },
    };

    /// <summary>The names of the commands.</summary>
    internal static FrozenSet<string> Names { get; } =
        Strict
            .GetTypeInfo(typeof(CaseCommand))
            .PolymorphismOptions!.DerivedTypes.Select(d => (string)d.TypeDiscriminator!)
            .ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="JsonException">The text is not a command.</exception>
    /// <exception cref="RequestRefusedException">There is no such command, or only rules give it.</exception>
    public static CaseCommand Read(string text)
    {
        try
        {
            return ForPeople.Admit(Parse<CaseCommand>(text));
        }
        catch (JsonException) when (UnknownName(text) is { } name)
        {
            throw CommandRefusals.Unknown(name, Names);
        }
        catch (NotSupportedException)
        {
            // So the serializer calls an object that names no command.
            throw new BodyException("json.do_expected");
        }
    }

    // What a body gives as the command, where no command is called so.
    private static string? UnknownName(string text) =>
        ReadDo(text) is JsonValue value && value.TryGetValue(out string? name) && !Names.Contains(name) ? name : null;

    private static JsonNode? ReadDo(string text)
    {
        try
        {
            return Parse(text)["do"];
        }
        catch (JsonException)
        {
            // What is no object, or no JSON, is told by the reading itself.
            return null;
        }
    }

    /// <summary>Reads the body of a lodging, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not a lodging.</exception>
    public static Lodge ReadLodging(string text) => ReadOne<Lodge>(text, CommandRefusals.NotLodging);

    /// <summary>Reads the body of a move to another definition, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not such a command.</exception>
    public static MigrateCase ReadMigration(string text) => ReadOne<MigrateCase>(text, CommandRefusals.NotMigration);

    /// <summary>Reads the body of taking over a case, whose <c>do</c> may be left out.</summary>
    /// <exception cref="JsonException">The text is not such a command.</exception>
    public static AdoptCase ReadAdoption(string text) => ReadOne<AdoptCase>(text, CommandRefusals.NotAdoption);

    /// <summary>Reads a mapping by itself.</summary>
    /// <exception cref="JsonException">The text is not a mapping.</exception>
    public static MigrationMap ReadMap(string text)
    {
        var map = Parse<MigrationMap>(text);
        ForPeople.Admit(
            new MigrateCase
            {
                To = "",
                Map = map,
                Document = "",
                Reasons = "",
            }
        );
        return map;
    }

    private static T ReadOne<T>(string text, Func<RequestRefusedException> another)
        where T : CaseCommand
    {
        if (Parse(text).ContainsKey("do"))
            return Read(text) as T ?? throw another();
        return (T)ForPeople.Admit(Parse<T>(text));
    }

    /// <summary>Reads an object as it is, within the bounds of a body.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Bounds) as JsonObject ?? throw new BodyException("json.object_expected");
        }
        catch (InvalidOperationException)
        {
            // The reader says so of a name whose escapes are no character.
            throw new BodyException("json.not_plain");
        }
    }

    private static T Parse<T>(string text) => JsonBody.Read<T>(text, Strict);

    // A converter of our own and the ledger's discriminator exclude one another.
    private static void LeaveToConverter(JsonTypeInfo type)
    {
        if (type.Type == typeof(FieldValue))
            type.PolymorphismOptions = null;
    }
}

using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Workflow.Engine.Processes;

/// <summary>How everything that is stored is written: names in words, Chinese readable, nulls left out.</summary>
internal static class StoredJson
{
    /// <summary>Deep enough for a definition's sixteen nested lists of steps with their conditions.</summary>
    private const int MaxDepth = 256;

    // Contracts by reflection, on purpose: generated ones give a member that an older entry does not have the default of
    // its type, an uninitialised array for instance, instead of the default that the record declares.
    internal static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            MaxDepth = MaxDepth,
            AllowDuplicateProperties = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
            Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }

    // A list that a record declares empty is left out while it is: half of what an entry holds is such lists. One that
    // comes in through a constructor has no default to fall back on and is always written.
    private static void LeaveOutEmpty(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in info.Properties.Where(IsListThatMayBeLeftOut))
            property.ShouldSerialize = static (_, value) => value is not ICollection { Count: 0 };
    }

    private static bool IsListThatMayBeLeftOut(JsonPropertyInfo property) =>
        property.AssociatedParameter is null && !property.IsRequired && typeof(ICollection).IsAssignableFrom(property.PropertyType);
}

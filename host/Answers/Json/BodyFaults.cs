using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>Everything that stands against a body that is well-formed JSON, by the shape that it should have. The serializer only says that something does, and stops there.</summary>
internal sealed class BodyFaults
{
    /// <summary>Nobody mends more than these at once.</summary>
    private const int MostTold = 50;

    private readonly List<BodyFault> _found = [];
    private readonly JsonSerializerOptions _options;
    private BodyFault? _first;

    /// <summary>Looks for what is wrong.</summary>
    /// <param name="shape">The shape of the whole.</param>
    /// <param name="body">The whole as it came.</param>
    /// <param name="options">How it is read.</param>
    internal BodyFaults(JsonTypeInfo shape, JsonElement body, JsonSerializerOptions options)
    {
        _options = options;
        Look(shape, body, BodyPlace.Root);
    }

    /// <summary>What is wrong, in the order of the body; of each object what it lacks comes last, each member by itself.</summary>
    internal ImmutableArray<BodyFault> All => [.. _found.Take(MostTold)];

    /// <summary>The first of it, for a sentence: all that one object lacks is named together. Null where nothing is found.</summary>
    internal BodyFault? First => _first;

    private void Look(JsonTypeInfo shape, JsonElement found, BodyPlace at)
    {
        if (shape.PolymorphismOptions is not null)
            OneOf(shape, found, at);
        else if (shape.Kind == JsonTypeInfoKind.Object)
            Members(shape, found, at, null);
        else if (shape.Kind == JsonTypeInfoKind.Dictionary)
            Entries(shape, found, at);
        else if (shape.Kind == JsonTypeInfoKind.Enumerable)
            Items(shape, found, at);
        else
            Value(shape, found, at);
    }

    // Which of several it is decides what its members may be.
    private void OneOf(JsonTypeInfo shape, JsonElement found, BodyPlace at)
    {
        var (word, several) = (shape.PolymorphismOptions!.TypeDiscriminatorPropertyName, shape.PolymorphismOptions.DerivedTypes);
        if (found.ValueKind != JsonValueKind.Object)
            Wrong(shape, found, at);
        else if (!found.TryGetProperty(word, out var said))
            Add(at.Member(word), new Message("json.name_expected", ("name", word)));
        else if (said.ValueKind != JsonValueKind.String)
            Add(at.Member(word), new Message("json.wrong_kind", ("expected", Expected.Text), ("found", Expected.Found(said))));
        else if (several.FirstOrDefault(d => said.ValueEquals(d.TypeDiscriminator as string)) is { DerivedType: { } one })
            Members(_options.GetTypeInfo(one), found, at, word);
        else
            Add(at.Member(word), UnknownWord(said.GetString()!, several.Select(d => $"{d.TypeDiscriminator}")));
    }

    private void Members(JsonTypeInfo shape, JsonElement found, BodyPlace at, string? word)
    {
        if (found.ValueKind != JsonValueKind.Object)
        {
            Wrong(shape, found, at);
            return;
        }

        if (!Texts.HasWholeNames(found))
        {
            Add(at, new Message("json.not_plain"));
            return;
        }

        var known = BodyMembers.Of(shape);
        foreach (var member in found.EnumerateObject().Where(m => m.Name != word))
            if (known.Find(p => p.Name == member.Name) is { } property)
                Member(property, member.Value, at.Member(member.Name));
            else
                Add(at.Member(member.Name), BodyMembers.Unknown(member.Name, [.. known.Select(p => p.Name)]));
        Lacking([.. known.Where(p => BodyMembers.IsNeeded(p) && !found.TryGetProperty(p.Name, out _)).Select(p => p.Name)], at);
    }

    private void Lacking(IReadOnlyCollection<string> names, BodyPlace at)
    {
        if (names.Count > 0)
            _first ??= new BodyFault(at, Missing(names));
        foreach (var name in names)
            Add(at.Member(name), Missing([name]));
    }

    private static Message Missing(IEnumerable<string> names) => new("json.missing", ("names", MessageValue.List(names)));

    private static Message UnknownWord(string word, IEnumerable<string> known) =>
        new Message("json.unknown_word", ("name", Texts.Short(word))).With(NearNames.OfWords(word, known));

    private void Member(JsonPropertyInfo property, JsonElement found, BodyPlace at)
    {
        if (found.ValueKind != JsonValueKind.Null)
            Look(_options.GetTypeInfo(property.PropertyType), found, at);
        else if (!property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null)
            Wrong(_options.GetTypeInfo(property.PropertyType), found, at);
    }

    private void Entries(JsonTypeInfo shape, JsonElement found, BodyPlace at)
    {
        if (found.ValueKind != JsonValueKind.Object)
            Wrong(shape, found, at);
        else if (!Texts.HasWholeNames(found))
            Add(at, new Message("json.not_plain"));
        else
            foreach (var member in found.EnumerateObject())
                Inner(shape, member.Value, at.Member(member.Name));
    }

    private void Items(JsonTypeInfo shape, JsonElement found, BodyPlace at)
    {
        if (found.ValueKind != JsonValueKind.Array)
            Wrong(shape, found, at);
        else
            foreach (var (i, item) in found.EnumerateArray().Index())
                Inner(shape, item, at.Item(i));
    }

    private void Inner(JsonTypeInfo shape, JsonElement found, BodyPlace at)
    {
        if (found.ValueKind == JsonValueKind.Null)
            Add(at, new Message("json.null"));
        else
            Look(_options.GetTypeInfo(shape.ElementType!), found, at);
    }

    private void Value(JsonTypeInfo shape, JsonElement found, BodyPlace at)
    {
        if (found.ValueKind == JsonValueKind.String && !Texts.IsWhole(found))
        {
            Add(at, new Message("json.not_plain"));
            return;
        }

        try
        {
            found.Deserialize(shape);
        }
        catch (BodyException told)
        {
            Add(at, told.Reason);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            Wrong(shape, found, at);
        }
    }

    private void Wrong(JsonTypeInfo shape, JsonElement found, BodyPlace at) =>
        Add(at, new Message("json.wrong_kind", ("expected", Expected.Of(shape)), ("found", Expected.Found(found))));

    private void Add(BodyPlace at, Message reason)
    {
        var fault = new BodyFault(at, reason);
        _first ??= fault;
        _found.Add(fault);
    }
}

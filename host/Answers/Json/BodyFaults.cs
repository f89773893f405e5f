using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>Everything that stands against a body that is well-formed JSON, by the shape that it should have. The serializer stops at the first.</summary>
internal sealed class BodyFaults
{
    /// <summary>Nobody mends more than these at once.</summary>
    private const int MostTold = 50;

    private readonly List<BodyFault> _found = [];
    private readonly JsonSerializerOptions _options;

    private BodyFaults(JsonSerializerOptions options) => _options = options;

    /// <summary>Returns what is wrong, in the order of the body; of each object what it lacks comes last.</summary>
    /// <param name="shape">The shape of the whole.</param>
    /// <param name="body">The whole as it came.</param>
    /// <param name="options">How it is read.</param>
    internal static ImmutableArray<BodyFault> Of(JsonTypeInfo shape, JsonElement body, JsonSerializerOptions options)
    {
        var faults = new BodyFaults(options);
        faults.Look(shape, body, BodyPlace.Root);
        return [.. faults._found.Take(MostTold)];
    }

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
            Add(at.Member(word), new Message("json.wrong_kind", ("expected", Expected.Text), ("found", ShapeFault.Found(said))));
        else if (several.FirstOrDefault(d => said.ValueEquals(d.TypeDiscriminator as string)) is { DerivedType: { } one })
            Members(_options.GetTypeInfo(one), found, at, word);
        else
            Add(at.Member(word), ShapeFault.UnknownWord(said.GetString()!, [.. several.Select(d => $"{d.TypeDiscriminator}")]));
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

        var known = ShapeFault.Read(shape).ToList();
        foreach (var member in found.EnumerateObject().Where(m => m.Name != word))
            if (known.Find(p => p.Name == member.Name) is { } property)
                Member(property, member.Value, at.Member(member.Name));
            else
                Add(at.Member(member.Name), ShapeFault.UnknownMember(member.Name, [.. known.Select(p => p.Name)]));
        foreach (var lacking in known.Where(p => ShapeFault.IsNeeded(p) && !found.TryGetProperty(p.Name, out _)))
            Add(at.Member(lacking.Name), new Message("json.missing", ("names", MessageValue.List([lacking.Name]))));
    }

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
        Add(at, new Message("json.wrong_kind", ("expected", Expected.Of(shape)), ("found", ShapeFault.Found(found))));

    private void Add(BodyPlace at, Message reason) => _found.Add(new BodyFault(at, reason));
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>What is wrong with a JSON value that is well formed and has not the shape expected: the serializer tells the place, and the shape the rest.</summary>
/// <param name="shape">The shape of the whole.</param>
/// <param name="body">The whole as it came.</param>
/// <param name="options">How it is read.</param>
internal sealed partial class ShapeFault(JsonTypeInfo shape, JsonElement body, JsonSerializerOptions options)
{
    internal BodyException Tell(JsonException e)
    {
        if (Unmapped().Match(e.Message) is { Success: true } unknown)
            return BodyException.Of(Unknown(Steps(e.Path), unknown.Groups[1].Value), e, e.Path);
        if (Missing().Match(e.Message) is { Success: true } missing)
            return BodyException.Of(Lacking(missing.Groups[1].Value), e, e.Path);
        return Discriminator().IsMatch(e.Message) ? Which(e) : Wrong(e, Null().Match(e.Message));
    }

    private static Message Lacking(string quoted) =>
        new("json.missing", ("names", MessageValue.List(Quoted().Matches(quoted).Select(m => m.Groups[1].Value))));

    private Message Unknown(List<string> steps, string name)
    {
        if (steps.LastOrDefault() == name)
            steps.RemoveAt(steps.Count - 1);
        return UnknownMember(name, Walk(steps).Shape is { } at ? Members(at) : []);
    }

    /// <summary>A member that nobody reads.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="known">The members that are read there.</param>
    internal static Message UnknownMember(string name, IReadOnlyCollection<string> known) =>
        new Message("json.unknown_member", ("name", Texts.Short(name))).With(
            NearNames.NearWord(name, known) ?? (known.Count == 0 ? null : new Message("json.members", ("names", MessageValue.List(known))))
        );

    // The word that says which of several an object is: there is no such word, or it is none.
    private BodyException Which(JsonException e)
    {
        var (at, found) = Walk(Steps(e.Path), resolves: false);
        var word = at?.PolymorphismOptions?.TypeDiscriminatorPropertyName ?? "";
        var path = $"{e.Path}.{word}";
        if (found is not { ValueKind: JsonValueKind.Object } thing || !thing.TryGetProperty(word, out var said))
            return BodyException.Of(new Message("json.wrong_kind", ("expected", Expected.Object), ("found", Found(found))), e, e.Path);
        var known = at!.PolymorphismOptions!.DerivedTypes.Select(d => $"{d.TypeDiscriminator}").ToList();
        return said.ValueKind == JsonValueKind.String
            ? BodyException.Of(UnknownWord(said.GetString()!, known), e, path)
            : BodyException.Of(new Message("json.wrong_kind", ("expected", Expected.Text), ("found", Found(said))), e, path);
    }

    /// <summary>A word that is none of those that say which of several an object is.</summary>
    internal static Message UnknownWord(string word, List<string> known) =>
        new Message("json.unknown_word", ("name", Texts.Short(word))).With(NearNames.OfWords(word, known));

    private BodyException Wrong(JsonException e, Match named)
    {
        var (steps, path) = (Steps(e.Path), e.Path);
        if (named.Success && !string.Equals(steps.LastOrDefault(), named.Groups[1].Value, StringComparison.OrdinalIgnoreCase))
        {
            steps.Add(JsonNamingPolicy.CamelCase.ConvertName(named.Groups[1].Value));
            path = $"{path}.{steps[^1]}";
        }

        var (at, found) = Walk(steps);
        return BodyException.Of(new Message("json.wrong_kind", ("expected", Expected.Of(at)), ("found", Found(found))), e, path);
    }

    private (JsonTypeInfo? Shape, JsonElement? Found) Walk(IReadOnlyList<string> steps, bool resolves = true)
    {
        var (at, found) = ((JsonTypeInfo?)shape, (JsonElement?)body);
        foreach (var step in steps)
            (at, found) = (at is null ? null : Below(Resolved(at, found), step), Below(found, step));
        return (at is null || !resolves ? at : Resolved(at, found), found);
    }

    private JsonTypeInfo? Below(JsonTypeInfo at, string step)
    {
        var type = at.Kind == JsonTypeInfoKind.Object ? at.Properties.FirstOrDefault(p => p.Name == step)?.PropertyType : at.ElementType;
        return type is null ? null : options.GetTypeInfo(type);
    }

    private static JsonElement? Below(JsonElement? found, string step) =>
        found switch
        {
            { ValueKind: JsonValueKind.Object } thing when thing.TryGetProperty(step, out var member) => member,
            { ValueKind: JsonValueKind.Array } list when int.TryParse(step, out var place) && place < list.GetArrayLength() => list[place],
            _ => null,
        };

    // Where one of several may stand, the one that the object says it is.
    private JsonTypeInfo Resolved(JsonTypeInfo at, JsonElement? found) =>
        at.PolymorphismOptions is { } several
        && Below(found, several.TypeDiscriminatorPropertyName) is { ValueKind: JsonValueKind.String } word
        && several.DerivedTypes.FirstOrDefault(d => word.ValueEquals(d.TypeDiscriminator as string)) is { DerivedType: { } one }
            ? options.GetTypeInfo(one)
            : at;

    private static List<string> Members(JsonTypeInfo at) => [.. Read(at).Select(p => p.Name)];

    /// <summary>The members that are read of a shape.</summary>
    internal static IEnumerable<JsonPropertyInfo> Read(JsonTypeInfo at) =>
        at.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null);

    /// <summary>Whether a member must be there.</summary>
    internal static bool IsNeeded(JsonPropertyInfo member) => member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };

    /// <summary>What stands at a place, as a part of a sentence.</summary>
    internal static Message Found(JsonElement? found) =>
        found switch
        {
            null or { ValueKind: JsonValueKind.Undefined } => new("json.found_nothing"),
            { ValueKind: JsonValueKind.Object } => new("json.found_object"),
            { ValueKind: JsonValueKind.Array } => new("json.found_list"),
            { } plain => new("json.found_value", ("text", Texts.Short(plain.GetRawText()))),
        };

    private static List<string> Steps(string? path) =>
        [.. Step().Matches(path ?? "").Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value)];

    [GeneratedRegex(@"\.([^.\[\]]+)|\[([0-9]+)\]|\['(.*?)'\]")]
    private static partial Regex Step();

    [GeneratedRegex("The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties[^:]*: ([^.]*)")]
    private static partial Regex Missing();

    [GeneratedRegex("unrecognized type discriminator id")]
    private static partial Regex Discriminator();

    [GeneratedRegex("(?:property or field|constructor parameter) '([^']*)' on type")]
    private static partial Regex Null();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Engine.Record.Values;

/// <summary>Who acted: a person, a rule, or another system. It is stored as one text, which only this type writes and reads.</summary>
[JsonConverter(typeof(ActorJson))]
public abstract record Actor
{
    private const string RuleWord = "rule ";
    private const string SystemWord = "system ";

    private protected Actor() { }

    /// <summary>Returns whom a stored text names.</summary>
    /// <param name="stored">A person's id, <c>rule NAME</c> or <c>system NAME</c>.</param>
    public static Actor Of(string stored) =>
        After(RuleWord, stored) is { } rule ? new RuleActor(rule)
        : After(SystemWord, stored) is { } system ? new SystemActor(system)
        : new PersonActor(stored);

    /// <summary>The stored text, for wherever people are kept by their ids.</summary>
    [return: NotNullIfNotNull(nameof(actor))]
    public static implicit operator string?(Actor? actor) => actor?.ToString();

    /// <summary>Returns the stored text.</summary>
    public sealed override string ToString() =>
        this switch
        {
            PersonActor person => person.Id,
            RuleActor rule => $"{RuleWord}{rule.Name}",
            SystemActor system => $"{SystemWord}{system.Name}",
            _ => throw new UnreachableException($"No answer for {GetType().Name}."),
        };

    private static string? After(string word, string stored) =>
        stored.StartsWith(word, StringComparison.Ordinal) ? stored[word.Length..] : null;
}

/// <summary>A natural person, also one whom nobody knows.</summary>
/// <param name="Id">Their id.</param>
public sealed record PersonActor(string Id) : Actor;

/// <summary>A rule: of a clock, of an outcome, or one of <see cref="RuleNames"/>.</summary>
/// <param name="Name">What the rule is called.</param>
public sealed record RuleActor(string Name) : Actor;

/// <summary>Another system, in which it happened: no person of ours.</summary>
/// <param name="Name">The name of the system.</param>
public sealed record SystemActor(string Name) : Actor;

/// <summary>Writes who acted as one text.</summary>
internal sealed class ActorJson : JsonConverter<Actor>
{
    /// <inheritdoc/>
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Actor.Of(reader.GetString() ?? throw new JsonException("Expected who acted."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>Where everything of a definition stands in its files, by the ids of the model.</summary>
public sealed class Places
{
    /// <summary>After a key: the place of its value, which for an argument of a fragment is where the argument is written.</summary>
    public const string ValueMark = "=";

    private readonly Dictionary<string, Position> _places = new(StringComparer.Ordinal);

    /// <summary>The file itself.</summary>
    public Position File { get; internal set; } = new("?", 1, 1);

    /// <summary>The files that something of the definition stands in: its own, and those of the fragments that it uses.</summary>
    internal IEnumerable<string> Files => _places.Values.Select(at => at.File).Append(File.File).Distinct();

    /// <summary>A key of the process, such as <c>in-force</c>; the file when it is not written.</summary>
    public Position Key(string key) => Find($"/{key}") ?? File;

    /// <summary>A step or another node, or one of its keys; the node when the key is not written.</summary>
    public Position Node(string id, string? key = null) => Under($"step/{id}", key);

    /// <summary>The post of a step: where an argument of a fragment names its office, and its key otherwise.</summary>
    public Position Post(string id, string key) =>
        Find($"step/{id}/{key}{ValueMark}") is { } value && value.File != Node(id, key).File ? value : Node(id, key);

    /// <summary>What a key of the item says; the item when the key is not written.</summary>
    public Position Item(string key) => Find($"item/{key}{ValueMark}") ?? Key("item");

    /// <summary>An outcome of a node, or one of its keys; the node when the outcome is not written.</summary>
    public Position Outcome(string node, string outcome, string? key = null) =>
        Within($"step/{node}/outcome/{outcome}", key) ?? Node(node, key);

    /// <summary>A clock of the case, or one of its keys.</summary>
    public Position Clock(string id, string? key = null) => Under($"clock/{id}", key);

    /// <summary>The limit of a node, or one of its keys.</summary>
    public Position Limit(string node, string? key = null) => Find($"step/{node}/limit/{key}") ?? Node(node, "limit");

    /// <summary>One who answers in a joint, or one of the keys of their own limit; the joint when it is not written.</summary>
    public Position Participant(string joint, string who, string? key = null) =>
        Within($"step/{joint}/participant/{who}", key) ?? Node(joint, "participants");

    /// <summary>A document, or one of its keys.</summary>
    public Position Document(string id, string? key = null) => Under($"document/{id}", key);

    /// <summary>The title of an end.</summary>
    public Position End(string result) => Under($"end/{result}", null);

    /// <summary>A material, or one of its keys.</summary>
    public Position Material(string id, string? key = null) => Under($"material/{id}", key);

    /// <summary>A field of the form, or one of its keys.</summary>
    public Position Form(string id, string? key = null) => Under($"form/{id}", key);

    /// <summary>Where a moment is marked first.</summary>
    public Position Moment(string id) => Under($"moment/{id}", null);

    internal void Add(string place, Position at) => _places.TryAdd(place, at with { UsedAt = null });

    internal Position? Find(string place) => _places.GetValueOrDefault(place);

    private Position Under(string thing, string? key) => Within(thing, key) ?? File;

    private Position? Within(string thing, string? key) => Find($"{thing}/{key}") ?? Find($"{thing}/");
}

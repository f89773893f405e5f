using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Workflow.Engine.Processes;

/// <summary>A published definition with its digest and the lookups that deciding needs.</summary>
public sealed class PublishedProcess
{
    private readonly FrozenDictionary<string, Place> _places;
    private readonly FrozenSet<string> _after;
    private readonly ILookup<string, string> _separated;
    private readonly ILookup<string?, WorkNode> _ofRows;
    private readonly ILookup<string, WorkNode> _ofDrawn;

    private PublishedProcess(ProcessDefinition definition, string json)
    {
        (Definition, Json, Digest) = (definition, json, DefinitionJson.Digest(json));
        _places = Laid(definition);
        Places = [.. _places.Values.OrderBy(p => p.Order)];
        var works = Places.Select(p => p.Node).OfType<WorkNode>().ToList();
        _ofRows = works.Where(n => n.ForEach is not null).ToLookup(n => n.ForEachStep, StringComparer.Ordinal);
        _ofDrawn = works.Where(n => n.ForEachDrawn is not null).ToLookup(n => n.ForEachDrawn!, StringComparer.Ordinal);
        _after = Outline.All(definition.After).Select(n => n.Id).ToFrozenSet(StringComparer.Ordinal);
        MarkedAfter = Outline
            .All(definition.After)
            .SelectMany(Outline.Bodies)
            .SelectMany(b => b.Marks)
            .Select(m => m.Moment)
            .ToFrozenSet(StringComparer.Ordinal);
        _separated = Separations(Places).Distinct().ToLookup(pair => pair.Id, pair => pair.Other, StringComparer.Ordinal);
        SetLimits = [.. DefinedClocks.All(definition).SelectMany(r => r.Limits.Where(l => l.SetBy is not null).Select(l => (r, l)))];
    }

    /// <summary>The definition.</summary>
    public ProcessDefinition Definition { get; }

    /// <summary>Its stored form.</summary>
    public string Json { get; }

    /// <summary>The digest of the stored form.</summary>
    public string Digest { get; }

    /// <summary>Publishes a definition that was read.</summary>
    public static PublishedProcess Of(ProcessDefinition definition) => new(definition, DefinitionJson.Write(definition));

    /// <summary>Restores a published definition from its stored form.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not a stored definition.</exception>
    public static PublishedProcess Of(string json) => new(DefinitionJson.Read(json), json);

    /// <summary>Returns the node a key belongs to (<c>consult[2]</c> belongs to <c>consult</c>), or null when there is none.</summary>
    public Node? Find(string key) => PlaceOf(key)?.Node;

    /// <summary>Whether a step is not finished in this way without reasons.</summary>
    public bool RequiresReasons(string key, string outcome) =>
        Find(key) is WorkNode node && node.Outcomes.Any(o => o.Id == outcome && o.ReasonsRequired);

    /// <summary>Whether a key names something that somebody does: no block, and not the whole of a step that opens once per row.</summary>
    public bool IsTask(string key) => Find(key) is WorkNode node && !node.IsWhole(key);

    /// <summary>Returns where a node stands, or null when there is none.</summary>
    public Place? PlaceOf(string key) => _places.GetValueOrDefault(StepKey.IdOf(key));

    /// <summary>Every node with its place, in the order written.</summary>
    public ImmutableArray<Place> Places { get; }

    /// <summary>Whether a key belongs to the after-care, which runs once the case is concluded.</summary>
    public bool IsAfter(string key) => _after.Contains(StepKey.IdOf(key));

    /// <summary>The steps whose actors may not act at a step: those that it names, and those that name it.</summary>
    public IEnumerable<string> Separated(string id) => _separated[id];

    /// <summary>The steps that open once for each row of a table that a step fills; of the form's tables for null. In the order written.</summary>
    internal IEnumerable<WorkNode> RowsOf(string? step) => _ofRows[step];

    /// <summary>The steps that open once for each row drawn at a draw, in the order written.</summary>
    internal IEnumerable<WorkNode> DrawnAt(string draw) => _ofDrawn[draw];

    /// <summary>The moments that the after-care may mark: clocks that wait for one outlast the conclusion.</summary>
    internal FrozenSet<string> MarkedAfter { get; }

    /// <summary>The limits whose length a field sets, each with its rule.</summary>
    internal ImmutableArray<(ClockRule Rule, LimitRule Limit)> SetLimits { get; }

    // A separation works both ways: whoever may not act at one step may not act at the other.
    private static IEnumerable<(string Id, string Other)> Separations(IEnumerable<Place> places) =>
        from step in places.Select(p => p.Node).OfType<StepNode>()
        from other in step.NotBy
        from pair in new[] { (step.Id, Other: other), (Id: other, Other: step.Id) }
        select pair;

    private static FrozenDictionary<string, Place> Laid(ProcessDefinition definition)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        Lay(definition.Steps, null, false, places);
        foreach (var step in definition.AnyTime)
            Lay([step], null, true, places);
        Lay(definition.After, null, false, places);
        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Lay(ImmutableArray<Node> list, Place? owner, bool anyTime, Dictionary<string, Place> places)
    {
        foreach (var node in list)
        {
            var place = new Place(node, list, owner, places.Count, anyTime);
            places.Add(node.Id, place);
            foreach (var inner in Outline.Lists(node))
                Lay([.. inner], place, anyTime: node is WorkNode w && inner.Count > 0 && w.AnyTime.Contains(inner[0]), places);
        }
    }

    private static void Lay(IEnumerable<StepNode> list, Place? owner, bool anyTime, Dictionary<string, Place> places) =>
        Lay([.. list.Cast<Node>()], owner, anyTime, places);
}

/// <summary>Where a node stands in its process.</summary>
/// <param name="Node">The node.</param>
/// <param name="List">The list it stands in.</param>
/// <param name="Owner">The node around that list; null at the top.</param>
/// <param name="Order">Its place in the order written, from 0.</param>
/// <param name="AnyTime">Whether it opens only when somebody opens it.</param>
public sealed record Place(Node Node, ImmutableArray<Node> List, Place? Owner, int Order, bool AnyTime)
{
    /// <summary>The nodes behind it in its own list.</summary>
    internal IEnumerable<Node> Behind => List.SkipWhile(n => n.Id != Node.Id).Skip(1);

    /// <summary>The nodes around it, the nearest first.</summary>
    public IEnumerable<Place> Around
    {
        get
        {
            for (var at = Owner; at is not null; at = at.Owner)
                yield return at;
        }
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>A step by its final id.</summary>
internal sealed class StepSymbol(string id, Scope owner)
{
    public string Id { get; } = id;

    public Scope Owner { get; } = owner;

    /// <summary>Whether lots are drawn there.</summary>
    public bool IsDraw { get; set; }

    /// <summary>Where the rows come from for which it opens once each, or that are drawn there, as written: a table or a draw; null where it opens once.</summary>
    public string? Rows { get; set; }

    /// <summary>What its value may be: outcomes, or the ids of a choice's cases.</summary>
    public List<string> Outcomes { get; } = [];

    public Dictionary<string, Field> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Learns the fields that it asks for, and returns them.</summary>
    public ImmutableArray<Field> Asked(ImmutableArray<Field> asks)
    {
        foreach (var field in asks)
            Fields.TryAdd(field.Id, field);
        return asks;
    }
}

/// <summary>Every name of a process with its fragments: collected by a first walk, looked up by the second.</summary>
internal sealed class Symbols
{
    public Dictionary<string, LocalizedText> Offices { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, LocalizedText> Parties { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Field> Form { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Materials { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>The documents and the materials that have a last day of validity.</summary>
    public HashSet<string> Dated { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Clocks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, StepSymbol> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>The roles of offices that somebody acts by.</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>What people who read English call the grounds, by the ground.</summary>
    public Dictionary<string, string> Grounds { get; } = new(StringComparer.Ordinal);

    /// <summary>Moments by final name, with the scope that marks them first.</summary>
    public Dictionary<string, Scope> Moments { get; } = new(StringComparer.Ordinal);
}

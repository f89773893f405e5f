using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;

namespace Workflow.Engine.Record.Events;

/// <summary>A running case was taken over from another system and bound to a definition. What had happened there follows in the same entry, each event with its day.</summary>
public sealed record CaseAdopted : CaseEvent, ICaseBegins
{
    /// <summary>The case's number here.</summary>
    public required string Number { get; init; }

    /// <summary>The name of the other system.</summary>
    public required string System { get; init; }

    /// <summary>The number that the case has there.</summary>
    public required string NumberThere { get; init; }

    /// <summary>The process.</summary>
    public required string Process { get; init; }

    /// <summary>The digest of the definition.</summary>
    public required string Definition { get; init; }

    /// <summary>The organisation behind each office's short name.</summary>
    public required ImmutableSortedDictionary<string, string> Offices { get; init; }

    /// <summary>The parties.</summary>
    public required ImmutableArray<PartyEntry> Parties { get; init; }

    /// <summary>The form.</summary>
    public required ImmutableSortedDictionary<string, FieldValue> Form { get; init; }

    /// <summary>The materials received.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>The digest of the authority's calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>The effective day of its lodging there.</summary>
    public required DateOnly LodgedOn { get; init; }

    /// <summary>The next serial of each series that was looked at, by series; where the other system gave numbers of it, behind the last of these.</summary>
    public required ImmutableSortedDictionary<string, long> Series { get; init; }

    /// <summary>The transfer list 交接单.</summary>
    public required string Document { get; init; }

    /// <summary>Why.</summary>
    public required string Reasons { get; init; }

    /// <summary>Who signed.</summary>
    public required string By { get; init; }

    /// <summary>The effective day from which it runs here.</summary>
    public required DateOnly On { get; init; }
}

using System.Collections.Immutable;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Registers;

/// <summary>An item of the catalogue 事项目录.</summary>
public sealed record CatalogueItem
{
    /// <summary>The motion of an item that the office begins by itself.</summary>
    public const string OfItsOwn = "ex-officio";

    /// <summary>By whose motion an item begins.</summary>
    public static ImmutableArray<string> Motions { get; } = ["application", OfItsOwn];

    /// <summary>The statuses an item may have, as the catalogue writes them.</summary>
    internal static ImmutableArray<(string Word, CatalogueStatus Status)> Statuses { get; } =
    [
        ("active", CatalogueStatus.Active),
        ("suspended", CatalogueStatus.Suspended),
        ("cancelled", CatalogueStatus.Cancelled),
        ("delegated", CatalogueStatus.Delegated),
    ];

    /// <summary>Its code, unique in the catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>The name people see.</summary>
    public required string Title { get; init; }

    /// <summary>Its type, for example 行政许可.</summary>
    public required string Type { get; init; }

    /// <summary>The leading organisation's id.</summary>
    public required string Lead { get; init; }

    /// <summary>The hall it is stationed in; null when in none.</summary>
    public string? Hall { get; init; }

    /// <summary>Whether the office begins it by itself 依职权; then nobody applies for it in a hall.</summary>
    public bool ExOfficio { get; init; }

    /// <summary>Its statuses with their days.</summary>
    public required ImmutableArray<ItemStatus> Status { get; init; }

    /// <summary>The organisation behind an office's short name where the two differ.</summary>
    public ImmutableSortedDictionary<string, string> Offices { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The status on a day; cancelled before the first dated one.</summary>
    public CatalogueStatus On(DateOnly day) => Status.FirstOrDefault(s => s.Days.Includes(day))?.Status ?? CatalogueStatus.Cancelled;

    /// <summary>Whether a case can be lodged on some day of a period.</summary>
    public bool IsActiveIn(PeriodInForce days) => Status.Any(s => s.Status == CatalogueStatus.Active && s.Days.Overlaps(days));

    /// <summary>The organisation behind an office's short name.</summary>
    public string Behind(string office) => Offices.GetValueOrDefault(office, office);
}

/// <summary>A status over a span of days.</summary>
/// <param name="Status">How the item stands.</param>
/// <param name="Days">When.</param>
public sealed record ItemStatus(CatalogueStatus Status, PeriodInForce Days);

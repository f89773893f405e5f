using System.Collections.Immutable;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Registers;

/// <summary>An item of the catalogue 事项目录.</summary>
public sealed record CatalogueItem
{
    /// <summary>The status before the first dated one: nobody may lodge.</summary>
    public const string Unlisted = "cancelled";

    /// <summary>The status on whose days cases may be lodged.</summary>
    public const string Active = "active";

    /// <summary>The motion of an item that the office begins by itself.</summary>
    public const string OfItsOwn = "ex-officio";

    /// <summary>By whose motion an item begins.</summary>
    public static ImmutableArray<string> Motions { get; } = ["application", OfItsOwn];

    /// <summary>The statuses an item may have.</summary>
    public static ImmutableArray<string> Statuses { get; } = [Active, "suspended", "cancelled", "delegated"];

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

    /// <summary>The status on a day.</summary>
    public string On(DateOnly day) => Status.FirstOrDefault(s => s.Days.Includes(day))?.Status ?? Unlisted;

    /// <summary>Whether a case can be lodged on some day of a period.</summary>
    public bool IsActiveIn(PeriodInForce days) => Status.Any(s => s.Status == Active && s.Days.Overlaps(days));

    /// <summary>The organisation behind an office's short name.</summary>
    public string Behind(string office) => Offices.GetValueOrDefault(office, office);
}

/// <summary>A status over a span of days.</summary>
/// <param name="Status">One of <see cref="CatalogueItem.Statuses"/>.</param>
/// <param name="Days">When.</param>
public sealed record ItemStatus(string Status, PeriodInForce Days);

using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Registers;

/// <summary>An organisation that takes part in cases.</summary>
/// <param name="Id">Stable id, for example <c>aic</c>.</param>
/// <param name="Title">The name people see.</param>
/// <param name="Level">One of <c>province</c>, <c>city</c>, <c>county</c>, <c>town</c>, <c>village</c>.</param>
/// <param name="Zone">The IANA time zone in which its days begin and end.</param>
/// <param name="Overlays">The regional layers of its calendar; a later one wins.</param>
public sealed record Organisation(string Id, string Title, string Level, string Zone, ImmutableArray<string> Overlays) : ITitled
{
    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>The zone where the file names none.</summary>
    public const string DefaultZone = "Asia/Shanghai";

    /// <summary>The levels in their order.</summary>
    public static ImmutableArray<string> Levels { get; } = ["province", "city", "county", "town", "village"];
}

namespace Workflow.Engine.Deciding;

/// <summary>What is recorded for an earlier day, and by when the paper that proves it had to be in the case.</summary>
/// <param name="By">The last day on which that paper was there in time.</param>
/// <param name="Steps">The steps, and the clocks, at which a paper about the matter is issued.</param>
internal sealed record LateMatter(DateOnly By, IReadOnlyCollection<string> Steps)
{
    /// <summary>The material that it is about; null for none.</summary>
    internal string? Material { get; init; }

    /// <summary>Whether a paper that was issued at a step is about this: at one of its steps, or inside one.</summary>
    internal bool IsAbout(CaseLook look, string key) =>
        Steps.Contains(key) || (look.Process.PlaceOf(key) is { } place && place.Around.Prepend(place).Any(p => Steps.Contains(p.Node.Id)));
}

using System.Collections.Immutable;

namespace Workflow.Engine.Processes;

/// <summary>The places of a case file: those of the main file 正卷, which the parties may see, and of the side file 副卷, which is the office's own.</summary>
/// <param name="Main">The places of the main file, in order.</param>
/// <param name="Side">The places of the side file, in order.</param>
public sealed record FilingPlaces(ImmutableArray<string> Main, ImmutableArray<string> Side)
{
    /// <summary>Penalties: 市场监督管理行政处罚程序规定(2022) 第七十八条.</summary>
    public static FilingPlaces Penalty { get; } = new(
        ["filing", "penalty", "other-documents", "evidence", "hearing", "property", "other"],
        ["source", "investigation", "review", "hearing-report", "closing", "other-side"]);

    /// <summary>Permits and every other service on application: DA/T 22-2015 has the reply before what it replies to; the places are the office's own.</summary>
    public static FilingPlaces Application { get; } = new(
        ["decision", "other-documents", "application", "materials", "inspection", "hearing", "other"],
        ["review", "hearing-report", "closing", "other-side"]);

    /// <summary>The places for an item of the catalogue, by its type.</summary>
    public static FilingPlaces For(string itemType) => itemType.Contains("处罚", StringComparison.Ordinal) ? Penalty : Application;

    /// <summary>All of them, the main file first.</summary>
    public IEnumerable<string> All => Main.Concat(Side);
}

using System.Collections.Immutable;

namespace Workflow.Definitions.Filing;

/// <summary>The places of a case file: those of the main file 正卷, which the parties may see, and of the side file 副卷, which is the office's own.</summary>
/// <param name="Main">The places of the main file, in order.</param>
/// <param name="Side">The places of the side file, in order.</param>
public sealed record FilingPlaces(ImmutableArray<string> Main, ImmutableArray<string> Side)
{
    /// <summary>All of them, the main file first.</summary>
    public IEnumerable<string> All => Main.Concat(Side);
}

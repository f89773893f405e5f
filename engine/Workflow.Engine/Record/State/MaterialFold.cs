using System.Collections.Immutable;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what happened to materials.</summary>
internal static class MaterialFold
{
    internal static CaseState Apply(CaseState state, MaterialStood e) =>
        state with
        {
            Standings = state.Standings.Add(e),
            Materials = Standings.IsThere(e.Standing) ? state.Materials.Add(e.Material) : state.Materials.Remove(e.Material),
        };

    // What was promised is received when the office says so, not when somebody puts a file beside the case.
    internal static ImmutableSortedSet<string> Attached(CaseState state, string? material) =>
        material is null || Standings.Last(state, material) is { Standing: Standing.Promised }
            ? state.Materials
            : state.Materials.Add(material);
}

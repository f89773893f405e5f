using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>How materials stand.</summary>
public static class Standings
{
    /// <summary>Every word for a standing, as conditions know them.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<Standing>().Select(Word)];

    /// <summary>Returns how a material stands; missing when nobody ever spoke of it.</summary>
    public static Standing Of(CaseState state, string material) =>
        Last(state, material)?.Standing ?? (state.Materials.Contains(material) ? Standing.Received : Standing.Missing);

    /// <summary>Returns what was recorded last of a material; null where no more is known than whether it was received.</summary>
    public static MaterialStood? Last(CaseState state, string material) => state.Standings.LastOrDefault(s => s.Material == material);

    /// <summary>Returns a standing in lower case.</summary>
    public static string Word(Standing standing) => standing.ToString().ToLowerInvariant();

    /// <summary>Whether the office has it, or had it, so that nobody is asked for it.</summary>
    internal static bool IsThere(Standing standing) => standing is Standing.Received or Standing.Shared or Standing.Returned;
}

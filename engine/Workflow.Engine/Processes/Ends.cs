using System.Collections.Immutable;

namespace Workflow.Engine.Processes;

/// <summary>What people call the end of a case.</summary>
public static class Ends
{
    // The results that no definition writes.
    private static readonly ImmutableDictionary<string, LocalizedText> Own = new Dictionary<string, LocalizedText>
    {
        ["done"] = new("办理完毕", "Completed"),
        ["terminated"] = new("终止办理", "Terminated"),
        ["cancelled"] = new("作废", "Cancelled"),
    }.ToImmutableDictionary();

    /// <summary>Whether a case may have this result though no definition writes it.</summary>
    public static bool IsCommon(string result) => Own.ContainsKey(result);

    /// <summary>Returns the title of a result: the definition's, the common one, or the result itself.</summary>
    /// <param name="definition">The definition that the case ended under.</param>
    /// <param name="result">The result, such as <c>granted</c>.</param>
    public static LocalizedText Title(ProcessDefinition definition, string result) =>
        definition.Ends.GetValueOrDefault(result) ?? Own.GetValueOrDefault(result) ?? new LocalizedText(result);
}

using System.Collections.Immutable;

namespace Workflow.Engine.Processes;

/// <summary>What people call the end of a case.</summary>
public static class Ends
{
    /// <summary>The result of a case that went through all its steps.</summary>
    public const string Done = "done";

    /// <summary>The result of a case that was terminated.</summary>
    public const string Terminated = "terminated";

    /// <summary>The result of a case that was cancelled.</summary>
    public const string Cancelled = "cancelled";

    // The results that no definition writes.
    private static readonly ImmutableDictionary<string, LocalizedText> Own = new Dictionary<string, LocalizedText>
    {
        [Done] = new("办理完毕", "Completed"),
        [Terminated] = new("终止办理", "Terminated"),
        [Cancelled] = new("作废", "Cancelled"),
    }.ToImmutableDictionary();

    /// <summary>Whether a case may have this result though no definition writes it.</summary>
    public static bool IsCommon(string result) => Own.ContainsKey(result);

    /// <summary>Returns the title of a result: the definition's, the common one, or the result itself.</summary>
    /// <param name="definition">The definition that the case ended under.</param>
    /// <param name="result">The result, such as <c>granted</c>.</param>
    public static LocalizedText Title(ProcessDefinition definition, string result) =>
        definition.Ends.GetValueOrDefault(result) ?? Own.GetValueOrDefault(result) ?? new LocalizedText(result);
}

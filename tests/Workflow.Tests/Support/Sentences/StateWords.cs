using System.Text.RegularExpressions;

namespace Workflow.Tests.Support.Sentences;

/// <summary>Finds words for a weight or a state that stand in a Chinese sentence as the code names them. One word makes no English sentence, and is one all the same.</summary>
internal static partial class StateWords
{
    private static readonly HashSet<string> Words =
    [
        .. (
            "error warning final provisional running paused overdue stopped elapsed green yellow red open closed concluded active suspended "
            + "cancelled refused missing promised expired returned shared before after beside true false unknown"
        ).Split(' '),
    ];

    /// <summary>Returns them; what stands in quotes was typed by somebody, and what the machine says is announced as its own.</summary>
    internal static IEnumerable<string> In(string chinese) =>
        Lone().Matches(OfOthers().Replace(chinese, "")).Select(m => m.Value).Where(w => Words.Contains(w.ToLowerInvariant()));

    [GeneratedRegex("“[^”]*”|系统原文：[^）]*")]
    private static partial Regex OfOthers();

    // Neither an option, an id with a point or a hyphen, nor a part of a path.
    [GeneratedRegex(@"(?<![\w./\\=<>{$@:#-])[A-Za-z]{3,}(?![\w./\\=:-])")]
    private static partial Regex Lone();
}

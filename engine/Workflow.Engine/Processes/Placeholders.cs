using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflow.Engine.Processes;

/// <summary>What the template of a paper may use, in pointed brackets.</summary>
public static partial class Placeholders
{
    /// <summary>Those that every paper knows, whatever the process.</summary>
    public static ImmutableArray<string> OfEveryPaper { get; } =
    [
        "office",
        "title",
        "number",
        "party",
        "matter",
        "case",
        "conclusion",
        "attendance",
        "facts",
        "served",
        "materials",
        "missing",
        "fields",
        "reasons",
        "due",
        "valid",
        "valid-until",
        "remedies",
        "basis",
        "day",
    ];

    /// <summary>Returns what stands in pointed brackets, known or not.</summary>
    /// <param name="template">The template.</param>
    public static IEnumerable<string> In(string template) => Bracketed().Matches(template).Select(m => m.Groups[1].Value);

    [GeneratedRegex("<([^<>\\r\\n]*)>")]
    private static partial Regex Bracketed();
}

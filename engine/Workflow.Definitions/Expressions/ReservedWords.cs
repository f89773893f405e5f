namespace Workflow.Definitions.Expressions;

/// <summary>Words that conditions need for themselves; no id may be one of them.</summary>
internal static class ReservedWords
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(
        ["and", "or", "not", "in", "yes", "no", "none", "before"],
        StringComparer.Ordinal
    );
}

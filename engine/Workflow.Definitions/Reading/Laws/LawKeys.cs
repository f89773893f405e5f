using Workflow.Definitions.Reading.Shapes;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>The keys of a law's file.</summary>
public static class LawKeys
{
    /// <summary>The file.</summary>
    public static KeySet Law { get; } =
        new("law", ["law", "title", "kind", "by", "governs", "grounds", "editions", "days", "decisions", "articles"]);

    /// <summary>An edition.</summary>
    public static KeySet Edition { get; } = new("edition", ["edition", "adopted", "from", "to", "articles", "status"]);

    /// <summary>How a bare 日 is counted.</summary>
    public static KeySet Days { get; } = new("days", ["editions", "working", "article", "status"]);

    /// <summary>Up to which amount it is a working day.</summary>
    public static KeySet Working { get; } = new("working", ["up-to"]);

    /// <summary>An entry of an article.</summary>
    public static KeySet Article { get; } =
        new(
            "article",
            [
                "article",
                "editions",
                "zh",
                "en",
                "limit",
                "kind",
                "from",
                "extension",
                "not-counted",
                "for",
                "silence",
                "remedies",
                "duties",
                "decisions",
                "officers",
                "long-rest",
                "steps",
                "every-path",
                "status",
            ]
        );

    /// <summary>An extension.</summary>
    public static KeySet Extension { get; } = new("extension", ["by", "times", "approver", "approver-words", "further"]);

    /// <summary>What silence means.</summary>
    public static KeySet Silence { get; } = new("silence", ["means", "as-of"]);

    /// <summary>Where a party may turn.</summary>
    public static KeySet Remedy { get; } = new("remedy", ["to", "within", "from", "general", "after"]);

    /// <summary>A kind of decision.</summary>
    public static KeySet Decision { get; } = new("decision", ["item", "outcome", "paper"]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KeySet> All { get; } = [Law, Edition, Days, Working, Article, Extension, Silence, Remedy, Decision];
}

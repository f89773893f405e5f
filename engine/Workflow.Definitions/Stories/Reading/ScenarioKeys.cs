using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Every key of scenario files and stories, as data: the reader refuses others, the schema completes these.</summary>
public static class ScenarioKeys
{
    private static readonly ImmutableArray<string> Always = ["on", "at", "case", "by", "for", "effective", "document", "refused", "expect"];

    /// <summary>A file of scenarios.</summary>
    public static KeySet File { get; } = new("scenarios", ["process", "scenarios"]);

    /// <summary>One scenario.</summary>
    public static KeySet Scenario { get; } = new("scenario", ["scenario", "note", "calendar-known", "moves"]);

    /// <summary>A story file.</summary>
    public static KeySet Story { get; } = new("story", ["story", "process", "note", "calendar-known", "moves"]);

    /// <summary>The keys beside each act; the act is the key itself.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Acts { get; } =
        new Dictionary<string, ImmutableArray<string>>
        {
            ["lodge"] = [],
            ["complete"] = ["outcome", "fields", "reasons", "numbers", "materials", "promised", "valid-until", "with", "confirmed"],
            ["answer"] = ["choice", "participant", "opinion", "fields", "numbers", "with", "confirmed"],
            ["open"] = [],
            ["claim"] = [],
            ["release"] = [],
            ["return"] = ["to", "reasons", "then"],
            ["comment"] = ["step"],
            ["attach"] = ["material", "step", "size"],
            ["pause"] = ["ground", "to"],
            ["resume"] = ["ground"],
            ["extend"] = ["period", "reasons"],
            ["terminate"] = [],
            ["add-signer"] = ["person", "place", "reasons"],
            ["remove-signer"] = ["person", "reasons"],
            ["transfer"] = ["person", "participant", "reasons"],
            ["delegate"] = ["person", "words"],
            ["consult"] = ["person", "office", "role", "question"],
            ["recall"] = ["number"],
            ["reply"] = ["opinion", "agrees", "number"],
            ["copy"] = ["step"],
            ["urge"] = ["text"],
            ["supervise"] = ["step", "report-by"],
            ["notify"] = ["text", "record"],
            ["confirm-party"] = ["reasons"],
            ["unconfirm-party"] = ["reasons"],
            ["add-party"] = ["as", "name", "reasons"],
            ["record-attendance"] = ["absent", "reasons"],
            ["take-back"] = ["participant"],
            ["jump"] = ["reasons"],
            ["suspend-case"] = ["reasons"],
            ["resume-case"] = [],
            ["cancel"] = [],
            ["reopen"] = ["order", "reasons"],
            ["correct-form"] = ["order", "reasons"],
            ["correct-silence"] = ["order", "reasons"],
            ["receive-material"] = ["valid-until"],
            ["return-material"] = ["record"],
            ["share-material"] = ["record", "valid-until"],
            ["seal-lots"] = [],
            ["redraw"] = ["rows", "order"],
            ["migrate"] = ["map", "order", "reasons"],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What is called otherwise in the definition that a case moves to.</summary>
    public static KeySet Map { get; } = new("map", ["steps", "outcomes", "clocks", "ends"]);

    /// <summary>What may be expected.</summary>
    public static KeySet Expect { get; } = new("expect", [.. Enum.GetNames<ExpectedSubject>().Select(n => n.ToLowerInvariant())]);

    /// <summary>The keys of a move with an act; null for a move in which only time passes.</summary>
    public static KeySet Move(string? act) =>
        act is null ? new KeySet("move", [.. Always, .. Acts.Keys]) : new KeySet("move", [act, .. Acts[act], .. Always]);
}

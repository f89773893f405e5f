using System.Collections.Immutable;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>The type of an item is one that is known: of <c>definitions/item-types.yaml</c>, or one that a law governs.</summary>
internal static class ItemTypes
{
    public static readonly LintRule Rule = LintRule.Warning("item.type_unknown");

    private const string Resource = "item-types.yaml";

    private static readonly ImmutableArray<string> Listed = Read();

    public static void Check(Subject subject, Findings findings)
    {
        var (type, known) = (subject.Definition.Item.Type, Listed.Union(subject.Law.Book.Governed).ToList());
        if (!known.Contains(type))
            findings.Add(Rule, subject.Places.Item("type"), ("found", type), ("way", Ways.NearOrFew(type, known) ?? Ways.OneOf(known)));
    }

    private static ImmutableArray<string> Read() =>
        [.. ShippedYaml.Read<List<Dictionary<string, string>>>(Resource).Select(row => row["type"])];
}

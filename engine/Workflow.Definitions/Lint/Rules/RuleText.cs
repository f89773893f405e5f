using System.Collections.Frozen;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;
using YamlDotNet.Serialization;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>What a rule is about, in both languages.</summary>
/// <param name="What">What is wrong where it is found, in a few words.</param>
/// <param name="Why">The law or the consequence behind it.</param>
/// <param name="Cure">How it is mended.</param>
/// <param name="Example">YAML that is right; null where words suffice.</param>
public sealed record RuleText(LocalizedText What, LocalizedText Why, LocalizedText Cure, string? Example)
{
    private const string Resource = "rules.yaml";

    /// <summary>The texts by the codes of their rules.</summary>
    public static FrozenDictionary<string, RuleText> All { get; } = Read();

    private static FrozenDictionary<string, RuleText> Read() =>
        ShippedYaml
            .Read<Dictionary<string, WrittenRuleText>>(Resource)
            .ToFrozenDictionary(r => r.Key, r => r.Value.Text, StringComparer.Ordinal);

    // Written by the deserializer.
    private sealed class WrittenRuleText
    {
        [YamlMember(Alias = "what")]
        public Dictionary<string, string> What { get; set; } = [];

        [YamlMember(Alias = "why")]
        public Dictionary<string, string> Why { get; set; } = [];

        [YamlMember(Alias = "cure")]
        public Dictionary<string, string> Cure { get; set; } = [];

        [YamlMember(Alias = "example")]
        public string? Example { get; set; }

        internal RuleText Text => new(Both(What), Both(Why), Both(Cure), Example);

        private static LocalizedText Both(Dictionary<string, string> words) => new(words["zh"], words["en"]);
    }
}

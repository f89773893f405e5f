using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads what an office does with single materials, a row for each act, and what it notes of them while it goes through the list.</summary>
internal static class MaterialActs
{
    internal static FrozenDictionary<string, Func<ActScope, CaseCommand?>> Rows { get; } =
        new Dictionary<string, Func<ActScope, CaseCommand?>>(StringComparer.Ordinal)
        {
            ["receive-material"] = act => Of(act, material => new ReceiveMaterial(material, Until(act))),
            ["return-material"] = act => Of(act, material => new ReturnMaterial(material, Record(act))),
            ["share-material"] = act => Of(act, material => new ShareMaterial(material, Record(act) ?? "", Until(act))),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static CaseCommand? Of(ActScope act, Func<string, CaseCommand> make) =>
        StoryNames.Known(act.Scope, act.Value, Things.Material, act.Names.Materials) is { } material ? make(material) : null;

    private static DateOnly? Until(ActScope act) => Days.Of(act.Scope, act.Move["valid-until"]);

    private static string? Record(ActScope act) => act.Move.Text("record", Things.TheRecord);

    internal static ImmutableSortedDictionary<string, string> Promised(ActScope act) =>
        Each(act, "promised", value => Values.Text(act.Scope, value, Things.PromiseDocument))
            .ToImmutableSortedDictionary(e => e.Id, e => e.Value);

    internal static ImmutableSortedDictionary<string, DateOnly> ValidUntil(ActScope act) =>
        Each(act, "valid-until", value => Days.Of(act.Scope, value) is { } day ? (object)day : null)
            .ToImmutableSortedDictionary(e => e.Id, e => (DateOnly)e.Value);

    private static IEnumerable<(string Id, T Value)> Each<T>(ActScope act, string key, Func<SyntaxNode, T?> read)
        where T : class =>
        [
            .. NamedItems
                .Of(act.Scope, act.Move[key], Things.Materials)
                .Where(e => StoryNames.Check(act.Scope, e.Key, e.KeyAt, Things.Material, act.Names.Materials))
                .Select(e => (e.Key, read(e.Value)))
                .Where(e => e.Item2 is not null)
                .Select(e => (e.Key, e.Item2!)),
        ];
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads what an office does with single materials, and what it notes of them while it goes through the list.</summary>
internal static class MaterialActReader
{
    internal static CaseCommand? Read(ActScope act)
    {
        if (StoryNames.Known(act.Scope, act.Value, Things.Material, act.Names.Materials) is not { } material)
            return null;
        var until = Days.Of(act.Scope, act.Move["valid-until"]);
        var record = act.Move.Text("record", Things.TheRecord);
        return act.Key switch
        {
            "receive-material" => new ReceiveMaterial(material, until),
            "return-material" => new ReturnMaterial(material, record),
            "share-material" => new ShareMaterial(material, record ?? "", until),
            _ => throw new UnreachableException($"No act with a material is called {act.Key}."),
        };
    }

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
